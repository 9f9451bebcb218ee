import { isStopWord } from "./tokens.ts";

const pronouns = /\b(?:they|them|their|theirs|it|its|he|she|his|her|this (?:company|firm)|the company|that company)\b/;

/** True for a line that says "they" or "it". */
export const saysPronoun = (line: string): boolean => pronouns.test(line);

const personal = new Set(["they", "them", "their", "theirs", "he", "him", "his", "she", "her", "hers"]);
const subjects = new Set(["they", "he", "she"]);
const helpers = new Set(
  "do does did are is were was have has had can could will would should must may might".split(" "),
);

/**
 * "How did they start?" and "how many managers do they have?" speak of somebody that no word before has named; "what do
 * partners get when they sell" does not.
 */
export function pointsOutside(words: readonly string[]): boolean {
  const at = words.findIndex((word) => personal.has(word));
  if (at < 0) return false;
  const before = words.slice(0, at);
  if (before.every((word) => isStopWord(word))) return true;
  return subjects.has(words[at] ?? "") && before.findIndex((word) => helpers.has(word)) === at - 1;
}
