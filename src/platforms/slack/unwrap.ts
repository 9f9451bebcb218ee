const entity = /&(?:lt|gt|amp);/g;
const letters: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** What stands in angle brackets, and emoji: `:hugging_face:`, `:wave::skin-tone-3:`; not the minutes of "10:30:45", a `std::move` or "node:fs:promises". */
const wrappedOrEmoji =
  /<[^<>]*>|( )?(?<![\d:])(?:(?<![\p{L}\p{N}_])|(?=:[^\s:_]{1,100}_))(?::[\p{Ll}\p{Lo}\p{M}\p{N}_+'-]{1,100}:)+/gu;

/**
 * Text from a Slack message as its writer typed it: own mentions and emoji dropped, links as what they are called, or as
 * their address, channels and people by name, entities as letters. The user group that `ping=` names stays as it was
 * picked. Linear in its length.
 */
export function unwrapText(text: string, ownUserId?: string): string {
  const plain = withoutEmoji(text);
  const wrapped = /(\bping\s*[=:]\s*)?<((?:[@#!]|https?:|mailto:)[^<>]*)>/gi;
  return unescapeText(
    (ownUserId ? withoutCalls(plain, ownUserId) : plain).replace(
      wrapped,
      (_, ping: string | undefined, inner: string) =>
        ping && inner.startsWith("!subteam^") ? `ping=<${inner}>` : (ping ?? "") + unwrap(inner),
    ),
  ).trim();
}

/** True for a message to the bot of emoji, and nothing else. */
export function isEmojiAlone(text: string, ownUserId: string): boolean {
  const said = withoutCalls(text, ownUserId).trim();
  return said !== "" && withoutEmoji(said).trim() === "";
}

const withoutEmoji = (text: string): string =>
  text.replace(wrappedOrEmoji, (found, blank?: string) => (found.startsWith("<") ? found : blank ? "" : " "));

/**
 * A message without the people it calls, or without one of them: they are no part of what it asks, nor is the comma behind
 * a call that it begins with.
 */
export function withoutCalls(text: string, userId = "[^<>|]*"): string {
  const call = new RegExp(` ?<@${userId}(?:\\|[^<>]*)?>(\\s*(?:[,;.!?]|:(?!\\S)))?`, "g");
  return text.replace(call, (_, mark?: string) => mark?.trim() ?? " ").replace(/^(?:[\s,;]|:(?!\S))+/, "");
}

/** A value that comes back from a button, a menu or a form, in which Slack may have escaped letters, but wraps nothing. */
export function unescapeText(text: string): string {
  return text.replace(entity, (escaped) => letters[escaped] ?? escaped);
}

function unwrap(inner: string): string {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const name = bar < 0 ? "" : inner.slice(bar + 1);
  switch (target[0]) {
    case "@":
    case "#":
      return `${target[0]}${name || target.slice(1)}`;
    case "!":
      return target.startsWith("!date") ? name : `@${(name || target.slice(1)).replace(/^@/, "")}`;
    default:
      return name || target.replace(/^mailto:/, "");
  }
}
