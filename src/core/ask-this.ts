import type { Invocation, Origin } from "./invocation.ts";
import { cleanText } from "./parse.ts";

/** Name of the entry in a message's menu, where the platform has room for it. */
export const askThisName = "Ask the casebook about this";

/** Longest text of a message that is asked about, in characters. */
const longest = 4000;

/**
 * A message handed over from its menu, as a question: whatever it says, it runs no other command, and the answer is
 * for whoever asked. Undefined for a message without words.
 */
export function askThis(message: string, origin: Origin): Invocation | undefined {
  const question = cleanText(message).slice(0, longest).toWellFormed();
  if (!/[\p{L}\p{N}]/u.test(question)) return undefined;
  return { command: "ask", words: [], named: { question }, rest: "", share: false, page: 1, origin };
}
