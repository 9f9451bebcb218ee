import type { AnyCommand, Context } from "./command.ts";
import type { Invocation } from "./invocation.ts";

/** Longest value taken for one option that is given by name, in characters; free words are as long as their line. */
export const longestOption = 4000;

/** A command's options as typed: free words fill those they are meant for, what was given by name goes over it. */
export function rawOptions(command: AnyCommand, invocation: Invocation, context: Context): Record<string, string> {
  const free = command.read ? command.read(invocation, context) : inOrder(command.positional, invocation);
  const named = Object.entries(invocation.named).map(([name, value]) => [name, value.slice(0, longestOption)]);
  return { ...free, ...Object.fromEntries(named) };
}

function inOrder(positional: readonly string[], { words, named }: Invocation): Record<string, string> {
  const raw: Record<string, string> = {};
  const open = positional.filter((name) => !(name in named));
  open.forEach((name, i) => {
    const last = i === open.length - 1;
    const value = last ? words.slice(i).join(" ") : words[i];
    if (value) raw[name] = value;
  });
  return raw;
}
