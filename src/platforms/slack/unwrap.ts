const entity = /&(?:lt|gt|amp);/g;
const letters: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/**
 * Text from a Slack message as its writer typed it: own mentions dropped, links as their address (as the label where
 * Slack linked a bare host by itself), channels and people by name, entities as letters. The user group that `ping=` names
 * stays as it was picked. Linear in its length.
 */
export function unwrapText(text: string, ownUserId?: string): string {
  const wrapped = /(\bping\s*[=:]\s*)?<((?:[@#!]|https?:|mailto:)[^<>]*)>/gi;
  return unescapeText(
    text.replace(wrapped, (_, ping: string | undefined, inner: string) =>
      ping && inner.startsWith("!subteam^") ? `ping=<${inner}>` : (ping ?? "") + unwrap(inner, ownUserId),
    ),
  ).trim();
}

/** A value that comes back from a button, a menu or a form, in which Slack may have escaped letters, but wraps nothing. */
export function unescapeText(text: string): string {
  return text.replace(entity, (escaped) => letters[escaped] ?? escaped);
}

function unwrap(inner: string, ownUserId: string | undefined): string {
  const bar = inner.indexOf("|");
  const target = bar < 0 ? inner : inner.slice(0, bar);
  const name = bar < 0 ? "" : inner.slice(bar + 1);
  switch (target[0]) {
    case "@":
      return target.slice(1) === ownUserId ? " " : `@${name || target.slice(1)}`;
    case "#":
      return `#${name || target.slice(1)}`;
    case "!":
      return target.startsWith("!date") ? name : `@${(name || target.slice(1)).replace(/^@/, "")}`;
    default:
      return linkText(target, name);
  }
}

function linkText(target: string, name: string): string {
  if (target.startsWith("mailto:")) return target.slice("mailto:".length);
  return name && target.replace(/^https?:\/\//, "").replace(/\/$/, "") === name ? name : target;
}
