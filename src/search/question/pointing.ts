import { isStopWord } from "../words/tokens.ts";

const pronouns = /\b(?:they|them|their|theirs|it|its|he|she|his|her|this (?:company|firm)|the company|that company)\b/;

/** True for a line that says "they" or "it". */
export const saysPronoun = (line: string): boolean => pronouns.test(line);

const personal = new Set(["they", "them", "their", "theirs", "he", "him", "his", "she", "her", "hers"]);

/** "How did they start?" speaks of somebody that no word before has named; "what do partners get when they sell" does not. */
export function pointsOutside(words: readonly string[]): boolean {
  const at = words.findIndex((word) => personal.has(word));
  return at >= 0 && words.slice(0, at).every((word) => isStopWord(word));
}

/** So do "what fee do they pay?" and "what does a manager earn there?", where somebody was named before. */
export function pointsBack(words: readonly string[], text: string): boolean {
  const at = words.findIndex((word) => personal.has(word));
  const before = words.slice(0, Math.max(0, at));
  const ofThem = asking.test(before.join(" ")) && before.findIndex((word) => helpers.has(word)) === at - 1;
  return ofThem || thereAtEnd.test(text);
}

const asking = /^(?:and |so |but )?(?:what|which|how (?:many|much))\b/;
const helpers = new Set(
  "do does did are is were was have has had can could will would should must may might".split(" "),
);

const thereAtEnd =
  /^(?![^,;:.!?]*\b(?:is|are|was|were|out|over|up|in|from|get|got) there\b)[^,;:.!?]*\bthere[?!.\s]*$/i;
