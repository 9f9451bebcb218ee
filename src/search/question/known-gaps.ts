import type { Steps } from "#core/steps.ts";
import { isStopWord, stem } from "../words/tokens.ts";

/** What questions that are known to have no answer here say of another one; both 0 to 1. */
export type KnownGap = {
  /** How near it is to the nearest of them: 1 for the same telling words in any order. */
  readonly near: number;
  /** How much its words are those of questions without an answer: a half where they are like any others. */
  readonly like: number;
};

export type KnownGaps = (words: readonly string[]) => KnownGap;

/** Questions without an answer and questions with one, counted; plain data. */
export type GapCounts = {
  /** The questions without an answer, by number, that hold a stem, and what the stems of each weigh together. */
  readonly near: { readonly places: ReadonlyMap<string, readonly number[]>; readonly totals: Float64Array };
  /** How much oftener than the others those without an answer hold some words, as a logarithm; nothing where either kind is unknown. */
  readonly like: ReadonlyMap<string, number> | undefined;
};

type Questions = readonly (readonly string[])[];

type Weights = {
  /** What a stem tells, rare ones more. */
  readonly weightOf: (stem: string) => number;
  /** Drops the names of companies, of which one may be asked what another can't be. */
  readonly without: (words: readonly string[]) => readonly string[];
};

/** Counts questions without an answer and questions with one, each as its words. */
export function* gapSteps(
  unanswered: Questions,
  answered: Questions,
  { weightOf, without }: Weights,
): Steps<GapCounts> {
  const near = yield* stemSteps(unanswered, weightOf);
  return { near, like: yield* oddsSteps(unanswered, answered, without) };
}

/** Tells how near a question is to those that were counted. */
export function knownGapsIn(counts: GapCounts, { weightOf, without }: Weights): KnownGaps {
  const near = nearnessTo(counts.near, weightOf);
  return (words) => ({ near: near(words), like: likenessTo(counts.like, without(words)) });
}

function* stemSteps(questions: Questions, weightOf: Weights["weightOf"]): Steps<GapCounts["near"]> {
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
    yield;
  }
  return { places, totals };
}

/** The nearest question, by the telling words in common (the Dice coefficient, each word by its weight). */
function nearnessTo({ places, totals }: GapCounts["near"], weightOf: Weights["weightOf"]) {
  const shared = new Float64Array(totals.length);
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

/** Naive Bayes over words and neighbouring words: how much oftener each stands in a question without an answer than in one with. */
function* oddsSteps(unanswered: Questions, answered: Questions, without: Weights["without"]): Steps<GapCounts["like"]> {
  if (unanswered.length === 0 || answered.length === 0) return undefined;
  const share = unanswered.length / (unanswered.length + answered.length);
  const having = yield* countSteps(answered, without);
  const lacking = yield* countSteps(unanswered, without);
  const odds = new Map<string, number>();
  for (const run of new Set([...lacking.keys(), ...having.keys()])) {
    const no = (lacking.get(run) ?? 0) + prior * share;
    const yes = (having.get(run) ?? 0) + prior * (1 - share);
    odds.set(run, Math.log(((no / yes) * (1 - share)) / share));
    yield;
  }
  return odds;
}

/** Of all words together. Divided by the root of their number, since they lean on each other. */
function likenessTo(odds: GapCounts["like"], words: readonly string[]): number {
  if (!odds) return ordinary;
  const runs = runsOf(words);
  if (runs.size === 0) return 0.5;
  let total = 0;
  for (const run of runs) total += odds.get(run) ?? 0;
  return 1 / (1 + Math.exp(-total / Math.sqrt(runs.size)));
}

/** The words, and each two that stand side by side, the first also with nothing before it. */
function runsOf(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word, i) => [word, `${words[i - 1] ?? ""} ${word}`]));
}

function* countSteps(questions: Questions, without: Weights["without"]): Steps<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const question of questions) {
    for (const run of runsOf(without(question))) counts.set(run, (counts.get(run) ?? 0) + 1);
    yield;
  }
  return counts;
}

const stemsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.filter((word) => !isStopWord(word)).map(stem));

function sum(stems: ReadonlySet<string>, weightOf: (stem: string) => number): number {
  let total = 0;
  for (const term of stems) total += weightOf(term);
  return total;
}
