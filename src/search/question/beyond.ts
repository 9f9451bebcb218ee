import type { Steps } from "#core/steps.ts";

/** What tells questions that no library can answer from those that one may; plain data. */
export type BeyondWeights = {
  readonly start: number;
  /** Of words, and of each two that stand side by side. */
  readonly runs: ReadonlyMap<string, number>;
  /** Words that more than one question holds. */
  readonly words: ReadonlySet<string>;
};

/** How much a question is like those that only the asker's own firm, the hour or somebody's private life answers: 0 to 1. */
export type Beyond = (words: readonly string[]) => number;

/** Puts one word in place of each company's name. */
type Masked = (words: readonly string[], inPlace: string) => readonly string[];

type Questions = readonly (readonly string[])[];

/** Times that all questions are gone through, and the size of the first step. */
const rounds = 8;
const rate = 0.3;

/** Weights nearer to nothing than this tell nothing. */
const least = 0.05;

/**
 * Learns to tell questions `beyond` any library from those that were `answered`: a logistic regression over their words,
 * fitted by AdaGrad (Duchi, Hazan and Singer 2011), always in the same order. Nothing where either kind is unknown.
 */
export function* beyondSteps(beyond: Questions, answered: Questions, masked: Masked): Steps<BeyondWeights | undefined> {
  if (beyond.length === 0 || answered.length === 0) return undefined;
  const questions = [...beyond, ...answered].map((words) => masked(words, company));
  const words = seenTwice(questions);
  const numbers = new Map<string, number>();
  const examples: Uint32Array[] = [];
  for (const question of questions) {
    const runs = [...runsOf(question, words)];
    for (const run of runs) if (!numbers.has(run)) numbers.set(run, numbers.size);
    examples.push(Uint32Array.from(runs, (run) => numbers.get(run) ?? 0));
    yield;
  }
  const weights = new Float64Array(numbers.size);
  const squares = new Float64Array(numbers.size).fill(0.001);
  // The few count more, though not so much that one of them outweighs the many.
  const few = Math.sqrt(answered.length / beyond.length);
  let start = 0;
  let startSquares = 0.001;
  for (let round = 0; round < rounds; round++)
    for (const i of shuffled(examples.length, round)) {
      const runs = examples[i] ?? new Uint32Array();
      const scale = 1 / Math.sqrt(runs.length + 1);
      let sum = 0;
      for (const run of runs) sum += weights[run] ?? 0;
      const said = logistic(start + sum * scale);
      const off = i < beyond.length ? few * (said - 1) : said;
      if (Math.abs(off) < 0.001) continue;
      for (const run of runs) {
        const slope = off * scale;
        squares[run] = (squares[run] ?? 0) + slope * slope;
        weights[run] = (weights[run] ?? 0) - (rate * slope) / Math.sqrt(squares[run] ?? 1);
      }
      startSquares += off * off;
      start -= (rate * off) / Math.sqrt(startSquares);
      yield;
    }
  const telling = [...numbers].flatMap(([run, at]) => {
    const weight = weights[at] ?? 0;
    return Math.abs(weight) < least ? [] : [[run, weight] as const];
  });
  return { start, runs: new Map(telling), words };
}

/** Tells of a question how much it is like those that no library can answer. */
export function beyondIn(weights: BeyondWeights | undefined, masked: Masked): Beyond {
  if (!weights) return () => 0;
  return (words) => {
    const runs = runsOf(masked(words, company), weights.words);
    let sum = 0;
    for (const run of runs) sum += weights.runs.get(run) ?? 0;
    return logistic(weights.start + sum / Math.sqrt(runs.size + 1));
  };
}

const logistic = (score: number): number => 1 / (1 + Math.exp(-score));

/** What stands for a company's name, and for a word that hardly anybody says: a colleague's name, a customer's. */
const company = "@";
const rare = "?";

/** The words, each two side by side with the beginning and the end, and how long it is. */
function runsOf(question: readonly string[], known: ReadonlySet<string>): ReadonlySet<string> {
  const words = question.map((word) => (word === company || known.has(word) ? word : rare));
  return new Set([
    ...words.flatMap((word, i) => [word, `${words[i - 1] ?? ""} ${word}`]),
    `${words.at(-1) ?? ""} `,
    `#${Math.min(4, Math.floor(words.length / 3))}`,
  ]);
}

function seenTwice(questions: Questions): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const question of questions) for (const word of new Set(question)) (once.has(word) ? twice : once).add(word);
  return twice;
}

/** The numbers below `count` in an order that is always the same: Fisher and Yates, by a linear congruential generator. */
function shuffled(count: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  let state = seed + 1;
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}
