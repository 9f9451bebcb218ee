import { isStopWord, stem } from "../words/tokens.ts";

/** What questions that are known to have no answer here say of another one; both 0 to 1. */
export type KnownGap = {
  /** How near it is to the nearest of them: 1 for the same telling words in any order. */
  readonly near: number;
  /** How much its words are those of questions without an answer: a half where they are like any others. */
  readonly like: number;
};

export type KnownGaps = (words: readonly string[]) => KnownGap;

/**
 * Reads questions without an answer and questions with one, each as its words. `weightOf`: what a stem tells, rare ones
 * more; `without`: drops the names of companies, of which one may be asked what another can't be.
 */
export function createKnownGaps(
  unanswered: readonly (readonly string[])[],
  answered: readonly (readonly string[])[],
  weightOf: (stem: string) => number,
  without: (words: readonly string[]) => readonly string[],
): KnownGaps {
  const near = nearnessTo(unanswered, weightOf);
  const like = likenessTo(unanswered.map(without), answered.map(without));
  return (words) => ({ near: near(words), like: like(without(words)) });
}

/** The nearest question, by the telling words in common (the Dice coefficient, each word by its weight). */
function nearnessTo(questions: readonly (readonly string[])[], weightOf: (stem: string) => number) {
  const places = new Map<string, number[]>();
  const totals = new Float64Array(questions.length);
  for (const [i, question] of questions.entries()) {
    const stems = stemsOf(question);
    totals[i] = sum(stems, weightOf);
    for (const term of stems) {
      const list = places.get(term);
      if (list) list.push(i);
      else places.set(term, [i]);
    }
  }
  const shared = new Float64Array(questions.length);
  return (words: readonly string[]): number => {
    const stems = stemsOf(words);
    const total = sum(stems, weightOf);
    const met = [...stems].map((term) => ({ weight: weightOf(term), at: places.get(term) ?? [] }));
    for (const { weight, at } of met) for (const i of at) shared[i] = (shared[i] ?? 0) + weight;
    let nearest = 0;
    for (const { at } of met)
      for (const i of at) {
        nearest = Math.max(nearest, (2 * (shared[i] ?? 0)) / (total + (totals[i] ?? 0)));
        shared[i] = 0;
      }
    return nearest;
  };
}

/** What a question that has an answer is like on the average: said of all where no gap or no question is known. */
const ordinary = 0.37;

/** Questions that a word or pair is thought to have been seen in, before any was. */
const prior = 2;

/**
 * Naive Bayes over words and neighbouring words: how much oftener each stands in a question without an answer than in
 * one with, and of all of them together. Divided by the root of their number, since they lean on each other.
 */
function likenessTo(unanswered: readonly (readonly string[])[], answered: readonly (readonly string[])[]) {
  const without = countsOf(unanswered);
  const having = countsOf(answered);
  const share = unanswered.length / (unanswered.length + answered.length || 1);
  return (words: readonly string[]): number => {
    const runs = runsOf(words);
    if (share === 0 || share === 1) return ordinary;
    if (runs.size === 0) return 0.5;
    let total = 0;
    for (const run of runs) {
      const no = (without.get(run) ?? 0) + prior * share;
      const yes = (having.get(run) ?? 0) + prior * (1 - share);
      total += Math.log(((no / yes) * (1 - share)) / share);
    }
    return 1 / (1 + Math.exp(-total / Math.sqrt(runs.size)));
  };
}

/** The words, and each two that stand side by side, the first also with nothing before it. */
function runsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word, i) => [word, `${words[i - 1] ?? ""} ${word}`]));
}

function countsOf(questions: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const question of questions) for (const run of runsOf(question)) counts.set(run, (counts.get(run) ?? 0) + 1);
  return counts;
}

const stemsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.filter((word) => !isStopWord(word)).map(stem));

function sum(stems: ReadonlySet<string>, weightOf: (stem: string) => number): number {
  let total = 0;
  for (const term of stems) total += weightOf(term);
  return total;
}
