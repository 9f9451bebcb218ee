import type { Invocation, Origin } from "./invocation.ts";
import { cleanText } from "./parse.ts";
import { longestOption } from "./raw-options.ts";

/** Name of the entry in a message's menu, where the platform has room for it. */
export const askThisName = "Ask the casebook about this";

/**
 * A message handed over from its menu, as a question: whatever it says, it runs no other command, and the answer is
 * for whoever asked. Undefined for a message without words.
 */
export function askThis(message: string, origin: Origin): Invocation | undefined {
  const question = shortened(cleanText(message)).toWellFormed();
  if (!/[\p{L}\p{N}]/u.test(question)) return undefined;
  return { command: "ask", words: [], named: { question }, rest: "", share: false, page: 1, origin };
}

/** A long message asks at its beginning or at its end. */
function shortened(message: string): string {
  if (message.length <= longestOption) return message;
  return `${message.slice(0, longestOption / 2)} ${message.slice(1 - longestOption / 2)}`;
}

/** What stands in several parts of a message as one text, in which each part ends a sentence. */
export function inSentences(parts: readonly string[]): string {
  const said = parts.filter((part) => part.trim());
  const ended = (part: string) => part.trim().replace(/[^.!?:;,…]$/, "$&.");
  return said.map((part, i) => (i + 1 < said.length ? ended(part) : part)).join(" ");
}
