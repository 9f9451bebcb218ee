import { clip } from "#core/clip.ts";
import type { Destination } from "#core/destination.ts";
import { Refusal } from "#core/refusal.ts";

/** Whom posts are to call: the platform's id of a role or group, or nobody. */
export type Ping = { readonly id: string | undefined };

const nobody = /^(?:nobody|no-?one|none|off|-)$/i;
const everyone = /^(?:<!(?:channel|here|everyone)(?:\|[^>]*)?>|@?(?:everyone|here|channel|all))$/i;

/** How each platform writes what can be called, and where people find its id. */
const kinds = {
  discord: {
    forms: [/^<@&(\d{17,20})>$/, /^(\d{17,20})$/],
    name: "role",
    where: "Pick it from Discord's list after typing @, or give its id (Server Settings → Roles → ⋯ → Copy Role ID).",
  },
  slack: {
    forms: [/^<!subteam\^(S[A-Z0-9]{6,})(?:\|[^>]*)?>$/, /^(S[A-Z0-9]{6,})$/],
    name: "user group",
    where: "Give its id (People → User groups → the group → ⋯ → Copy group ID).",
  },
} as const;

const kindOf = (platform: string) => (platform === "discord" || platform === "slack" ? kinds[platform] : undefined);

/**
 * Reads the one role (Discord) or user group (Slack) that posts are to call.
 * @throws Refusal for people, for everyone, and for what is neither a role nor a group
 */
export function readPing(typed: string, { platform, workspace }: Pick<Destination, "platform" | "workspace">): Ping {
  const wanted = typed.trim();
  if (nobody.test(wanted)) return { id: undefined };
  const kind = kindOf(platform);
  if (!kind || (platform === "discord" && !workspace)) throw refusal(wanted, "There is nobody to call here.");
  const id = kind.forms.map((form) => form.exec(wanted)?.[1]).find(Boolean);
  // Discord's @everyone is a role too: the one with the server's own id.
  if (everyone.test(wanted) || (id !== undefined && id === workspace))
    throw refusal(wanted, `A digest never calls everyone. Name one ${kind.name}. ${kind.where}`);
  if (!id) throw refusal(wanted, `“${clip(wanted, 40)}” is no ${kind.name} I can call. ${kind.where}`);
  return { id };
}

/** Takes `ping=…` out of words, as they come where options are typed among them. Gives what it says. */
export function takePing(words: readonly string[]): { words: string[]; ping: string | undefined } {
  const at = words.findIndex((word) => /^ping[=:]./i.test(word));
  return { words: words.filter((_, i) => i !== at), ping: words[at]?.slice("ping=".length) };
}

/** Whom a subscription calls, in words: "calls the role 123"; empty for nobody. */
export function pingWords({ platform, ping }: { platform: string; ping?: string | undefined }): string {
  return ping ? `calls the ${kindOf(platform)?.name ?? "group"} ${ping}` : "";
}

function refusal(typed: string, says: string): Refusal {
  return new Refusal(says, {
    examples: ["digest subscribe weekdays 09:00 ai"],
    data: { error: "ping", typed: typed.slice(0, 100) },
  });
}
