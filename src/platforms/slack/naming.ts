import type { Dispatch } from "#core/adapter.ts";
import type { Invocation } from "#core/invocation.ts";
import type { Acquaintance } from "./people.ts";

/** An owner is one person, or a few; more are asked for by nobody who means it. */
const mostNamed = 3;

/** Somebody who was mentioned, as the line has it: Slack gives an id alone. */
const mentioned = /@([UW][A-Z0-9]{5,})\b/g;

/**
 * The dispatch for commands that keep names of people: who is mentioned in a line stands there by name, so that the name is
 * shown and nobody is called, and who says “me” in a message is known by name. Whom Slack does not name keeps the id.
 */
export function namingPeople(dispatch: Dispatch, acquaintance: Acquaintance): Dispatch {
  const nameOf = async (user: string): Promise<string | undefined> => (await acquaintance(user))?.name;

  const named = async (invocation: Invocation): Promise<Invocation> => {
    const { words, rest, named: given, origin } = invocation;
    const ids = [...[...words, rest, ...Object.values(given)].join(" ").matchAll(mentioned)].map(([, id = ""]) => id);
    const names = new Map<string, string>();
    for (const id of [...new Set(ids)].slice(0, mostNamed)) names.set(id, (await nameOf(id)) ?? `@${id}`);
    const byName = (text: string) => text.replace(mentioned, (whole, id: string) => names.get(id) ?? whole);
    const saysMe = [...words, given.owner ?? ""].some((word) => /^me$/i.test(word));
    const own = saysMe && !origin.name && origin.asker ? await nameOf(origin.asker) : undefined;
    return {
      ...invocation,
      words: words.map(byName),
      rest: byName(rest),
      named: Object.fromEntries(Object.entries(given).map(([key, value]) => [key, byName(value)])),
      origin: own ? { ...origin, name: own } : origin,
    };
  };

  return {
    ...dispatch,
    run: async (invocation) => {
      const keeps = dispatch.commands.some(({ name, namesPeople }) => namesPeople && name === invocation.command);
      return dispatch.run(keeps ? await named(invocation) : invocation);
    },
  };
}
