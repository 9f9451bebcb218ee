import { smallTalk } from "../manners/small-talk.ts";
import type { Lexicon } from "../vocabulary/lexicon.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";
import {
  asks,
  clausesOf,
  longestQuestion,
  longestText,
  opens,
  saysSomething,
  sentencesOf,
  tidied,
  withoutRemarks,
} from "./long.ts";

type TwoQuestions = readonly [string, string];

/** The two questions that a text asks at once: "who founded it and how much has it raised"; nothing where it asks one. */
export function twoQuestionsIn(text: string, lexicon: Lexicon): TwoQuestions | undefined {
  const shown = tidied(text.slice(0, longestText));
  if (shown.length > longestQuestion) return undefined;
  const sentences = sentencesOf(withoutRemarks(shown)).filter((one) => one && !smallTalk(one));
  const [sentence = "", other, ...more] = sentences.map((one) => one.replace(/^(?:and|so|but|also)[\s,]+/i, ""));
  if (other !== undefined)
    return more.length === 0 && [sentence, other].every((one) => asks(one) && saysSomething(one))
      ? [sentence, other]
      : undefined;
  return twoClauses(sentence) ?? twoAttributes(sentence, lexicon);
}

/** "Who founded it, and when?": the second clause may be the question word alone, and asks it of the rest of the first. */
function twoClauses(sentence: string): TwoQuestions | undefined {
  const clauses = clausesOf(sentence, (piece) => saysSomething(piece) || bareQuestion.test(piece));
  const [first, second, ...more] = clauses.map((clause) =>
    clause.replace(/^(?:and|so|but)\s+/i, "").replace(/[\s,;:]+$/, ""),
  );
  if (!first || !second || more.length > 0 || !opens.test(first)) return undefined;
  if (bareQuestion.test(second)) {
    const rest = first.replace(questionWords, "");
    return rest === first ? undefined : [first, `${second.replace(/[?\s]+$/, "")} ${rest}`];
  }
  return opens.test(second) ? [first, second] : undefined;
}

/** A question word with at most the noun it belongs to, and nothing said of it. */
const bareQuestion =
  /^(?:and )?(?:(?:in|at|by|from|for|to|with|of|on|since) )?(?:(?:what|which) (?:year|date|month|price|amount|city|country|place|round|valuation)|whom?|when|where|why|how(?: much| many)?)[?\s]*$/i;

/** What a question opens with, up to its verb. */
const questionWords = /^(?:who|whom|when|where|why|how (?:much|many \p{L}+)|(?:what|which) \p{L}+|how) /iu;

/** "Founders and investors of X": two things asked for by the vocabulary's words, joined by "and". */
function twoAttributes(sentence: string, lexicon: Lexicon): TwoQuestions | undefined {
  const words = sentence.split(" ");
  const at = words.findIndex((word) => /^(?:and|&)$/i.test(word));
  if (at < 1 || words.slice(at + 1).some((word) => /^(?:and|&|or|with|to)$/i.test(word))) return undefined;
  const before = attributeIn(lexicon, (length) => words.slice(Math.max(0, at - length), at));
  const after = attributeIn(lexicon, (length) => words.slice(at + 1, at + 1 + length));
  if (!before || !after || before.facets.some((facet) => after.facets.includes(facet))) return undefined;
  if (lexicon.scan(stemsOf(words.slice(at - before.length, at + 1 + after.length))).some(({ length }) => length > 2))
    return undefined;
  return [
    [...words.slice(0, at), ...words.slice(at + 1 + after.length)].join(" "),
    [...words.slice(0, at - before.length), ...words.slice(at + 1)].join(" "),
  ];
}

/** The longest run of words that is a thing one may ask for. */
function attributeIn(lexicon: Lexicon, run: (length: number) => readonly string[]) {
  for (const length of [3, 2, 1]) {
    const words = run(length);
    if (words.length < length || words.some((word) => isStopWord(word.toLowerCase()))) continue;
    const match = lexicon.scan(stemsOf(words)).find((one) => one.length === length && one.facets.length > 0);
    if (match) return { length, facets: match.facets };
  }
  return undefined;
}

const stemsOf = (words: readonly string[]): string[] => wordsOf(words.join(" ")).map(stem);
