import type { Invocation } from "./invocation.ts";

/** A word as it must be typed to come back as one word: where it holds quotes of both kinds, `""` stands for `"`. */
export function formatWord(word: string): string {
  if (word !== "" && !/[\s"]|(?:^|[=:(])'/.test(word)) return word;
  return word.includes('"') && !word.includes("'") ? `'${word}'` : `"${word.replaceAll('"', '""')}"`;
}

/** The command line that gives an invocation again, without `page` and `share`. */
export function formatLine({ command, rest, named }: Pick<Invocation, "command" | "rest" | "named">): string {
  const options = Object.entries(named).map(([name, value]) => `${kebab(name)}:${formatWord(value)}`);
  return [command, rest, ...options].filter(Boolean).join(" ");
}

/** `tokensPerSecond` → `tokens-per-second` */
export function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
