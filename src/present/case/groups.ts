import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { namedNiches } from "#content/niches.ts";
import { type Resolution, resolveName } from "#core/nearest.ts";

/** Studies that belong together. */
export type Group = { readonly title: string; readonly holds: (entry: Entry) => boolean };

/** A niche or theme by the name typed. */
export function groupNamed(typed: string, library: Library): Group | undefined {
  return findGroup(typed, library).match;
}

/** A group by its whole name at the front of the words, where none of them is the whole name of a study. */
export function groupInFront(words: readonly string[], library: Library): string | undefined {
  const runs = words.flatMap((_, from) => words.slice(from).map((_, i) => words.slice(from, from + i + 1).join(" ")));
  if (runs.some((run) => isExact(library.find(run, ["case-study"])))) return undefined;
  const front = words.slice(words.findIndex((word) => !/^(?:the|an?|on|about|theme|niche)$/i.test(word)));
  const heads = front.map((_, i) => front.slice(0, front.length - i).join(" "));
  return heads.find((head) => isExact(findGroup(head, library)));
}

const isExact = (found: Resolution<unknown>): boolean => found.match !== undefined && found.how === "exact";

function findGroup(typed: string, library: Library): Resolution<Group> {
  const studies = library.ofKind("case-study");
  const niches = namedNiches
    .filter(({ value }) => studies.some((entry) => entry.niche === value.name))
    .map(({ value: { name }, names }) => ({
      value: { title: name, holds: (entry: Entry) => entry.niche === name },
      names,
    }));
  const themes = [...new Set(studies.flatMap((entry) => entry.themes))].map((theme) => ({
    value: { title: `Theme: ${theme.replace(/-/g, " ")}`, holds: (entry: Entry) => entry.themes.includes(theme) },
    names: [theme],
  }));
  return resolveName<Group>(typed, [...niches, ...themes]);
}
