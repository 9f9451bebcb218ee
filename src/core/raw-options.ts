import type { AnyCommand, Context } from "./command.ts";
import type { Invocation } from "./invocation.ts";
import { longestLine } from "./parse.ts";

/** Longest value taken for one option, in characters. */
export const longestOption = longestLine;

/** A command's options as typed: free words fill those they are meant for, what was given by name goes over it. */
export function rawOptions(command: AnyCommand, invocation: Invocation, context: Context): Record<string, string> {
  const free = command.read ? command.read(invocation, context) : inOrder(command.positional, invocation);
  const raw = { ...free, ...invocation.named };
  for (const [name, value] of Object.entries(raw))
    if (value.length > longestOption) raw[name] = value.slice(0, longestOption);
  return raw;
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
