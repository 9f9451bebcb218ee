/**
 * Discord's wrappers as the words they show: people, emoji, addresses; channels and roles have none. Whom `ping=` names
 * stays as it was picked.
 */
export function unwrap(content: string, people: readonly { id: string; username?: string | undefined }[] = []): string {
  return content
    .replace(/\bping\s*[=:]\s*(?=<@)/gi, "ping=")
    .replace(/(?<!\bping=)<@!?(\d+)>/g, (_, id: string) => people.find((person) => person.id === id)?.username ?? "")
    .replace(/(?<!\bping=)<@&\d+>|<#\d+>|<id:\w+>/g, "")
    .replace(/<a?:(\w+):\d+>/g, ":$1:")
    .replace(/<t:\d+(?::\w)?>/g, "")
    .replace(/<\/([\w -]+):\d+>/g, "/$1")
    .replace(/<(https?:\/\/[^\s<>]+)>/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
}
