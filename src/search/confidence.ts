import { doubtOf } from "./doubt.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import type { Question } from "./question.ts";
import type { Scored } from "./score.ts";

/**
 * How much each counts: a logistic regression that tells what has an answer from what has none, drawn towards earlier fits
 * on 12,000 questions that lead to a row and 12,000 that none answers; on the tuning questions of eval/, on some 1,000 of
 * people who had not seen the casebook, and on some 1,200 that have nothing to do with it. The area under the curve is 0.97
 * on the first two kinds of these, and 0.945 on 1,071 questions of such people that were not used. What a missing event or
 * detail counts is set by judgement: such questions are rare in all of these.
 */
export const evidenceWeights: Readonly<Record<keyof Evidence, number>> = {
  always: 0.88,
  coverage: 0.65,
  sentence: 0.51,
  phrase: 1.1,
  nameMissing: -0.61,
  yearMissing: -1.83,
  strangeMissing: -0.54,
  foreign: -0.41,
  halfSaid: -1.28,
  headMissing: -0.22,
  stranger: -2.18,
  open: 0.16,
  counted: -0.2,
  person: -0.15,
  rarest: -1.37,
  knownGap: -2.75,
  gapLike: -4.57,
  meaning: 2.57,
  topic: 0.85,
  score: 1.59,
  exact: 0.99,
  lacks: -1.39,
  deedMissing: -0.82,
  eventMissing: -6,
  lacking: -6,
  countsElse: -2.39,
  manner: 0.59,
  unheard: -2.18,
  lackedAlone: -1.51,
  unheardAlone: -1.97,
};

/** How sure it is that a passage answers a question: 0 to 1. */
export function confidenceOf(question: Question, best: Scored): number {
  // Digits alone ask nothing.
  if (!question.words.some((word) => /\p{L}{2}/u.test(word))) return 0;
  if (doubtOf(question, best.read)) return 0;
  const evidence = evidenceOf(question, best);
  let sum = 0;
  for (const [sign, weight] of weightEntries) sum += weight * evidence[sign];
  return 1 / (1 + Math.exp(-sum));
}

const weightEntries = Object.entries(evidenceWeights) as readonly [keyof Evidence, number][];
