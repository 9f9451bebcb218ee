/**
 * Discord's wrappers as the words they show: people, addresses and what links are called; channels, roles, emoji and the
 * bars of a spoiler have none. Whom `ping=` names stays as it was picked.
 */
export function unwrap(content: string, people: readonly { id: string; username?: string | undefined }[] = []): string {
  return content
    .replace(/\bping\s*[=:]\s*(?=<@)/gi, "ping=")
    .replace(/(?<!\bping=)<@!?(\d+)>/g, (_, id: string) => people.find((person) => person.id === id)?.username ?? "")
    .replace(/(?<!\bping=)<@&\d+>|<#\d+>|<id:\w+>|<t:\d+(?::\w)?>/g, "")
    .replace(ownEmoji, (_, blank?: string) => (blank ? "" : " "))
    .replace(/<\/([\w -]+):\d+>/g, "/$1")
    .replace(/\[([^[\]]{1,200})\]\(<?https?:\/\/[^\s()<>]+>?\)/g, "$1")
    .replace(/<(https?:\/\/[^\s<>]+)>/g, "$1")
    .replace(/\|\|/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** Emoji that a server made. */
const ownEmoji = /( )?<a?:\w+:\d+>/g;

/** True for a text of emoji that servers made, and nothing else. */
export const isEmojiAlone = (content: string): boolean =>
  content.trim() !== "" && content.replace(ownEmoji, "").trim() === "";
