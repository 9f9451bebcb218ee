import type { Question } from "../question/question.ts";
import type { Scored } from "../rank/score.ts";
import { weigh } from "../rank/weigh.ts";
import { isStopWord } from "../words/tokens.ts";
import { doubtOf } from "./doubt.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";

/**
 * How much each counts: a logistic regression that tells what has an answer from what has none, drawn towards earlier fits
 * on 12,000 questions that lead to a row and 12,000 that none answers; on the tuning questions of eval/, on some 4,500 of
 * people who had not seen the casebook, and on some 1,200 that have nothing to do with it (eval/README.md). What a missing
 * event or detail counts, and that nothing is met, is set by judgement: such questions are rare in all of these.
 */
const evidenceWeights: Readonly<Record<keyof Evidence, number>> = {
  always: 0.95,
  coverage: 0.6,
  sentence: 0.47,
  phrase: 0.99,
  nameMissing: -0.23,
  yearMissing: -1.85,
  strangeMissing: -0.38,
  foreign: -0.41,
  halfSaid: -1.53,
  headMissing: -0.08,
  stranger: -2.13,
  open: 0.05,
  counted: -0.21,
  person: -0.03,
  nothingMet: -2.5,
  rarest: -0.64,
  knownGap: -3.48,
  gapLike: -5.27,
  beyond: -7,
  meaning: 2.75,
  topic: 1.07,
  score: 1.7,
  exact: 1.01,
  lacks: -1.14,
  deedMissing: -0.87,
  eventMissing: -6,
  lacking: -6,
  nameAbsent: -1.37,
  countsElse: -2.31,
  manner: 0.71,
  unheard: -1.91,
  lackedAlone: -1.69,
  unheardAlone: -2.03,
};

const order =
  /^(?:biggest|largest|greatest|worst|best|highest|lowest|smallest|fewest|oldest|youngest|richest|cheapest|most|least|one|ones)$/;

const isOrderAlone = (words: readonly string[]): boolean => {
  const said = words.filter((word) => !isStopWord(word));
  return said.length > 0 && said.every((word) => order.test(word)) && words.some((word) => /st$/.test(word));
};

/** How sure it is that a passage answers a question: 0 to 1. */
export function confidenceOf(question: Question, best: Scored): number {
  // Digits alone ask nothing, nor does "who is the biggest?" say of what.
  if (!question.words.some((word) => /\p{L}{2}/u.test(word)) || isOrderAlone(question.words)) return 0;
  if (doubtOf(question, best.read)) return 0;
  return 1 / (1 + Math.exp(-weigh(evidenceWeights, evidenceOf(question, best))));
}
