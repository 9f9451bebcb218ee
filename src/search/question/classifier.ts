import type { Steps } from "#core/steps.ts";
import { hashOf } from "../words/hash.ts";

/** What tells one sort of questions from the others; plain data. */
export type Classifier = {
  readonly start: number;
  /** Of words and of pairs of words, each at the place that its hash gives. */
  readonly weights: Float32Array;
  /** Words that more than one question holds. */
  readonly words: ReadonlySet<string>;
};

/** How likely it is that a question is of the sort: 0 to 1. */
export type Classify = (words: readonly string[]) => number;

/** Puts one word in place of each company's name. */
type Masked = (words: readonly string[], inPlace: string) => readonly string[];

type Questions = readonly (readonly string[])[];

/** Times that the questions are gone through, and the size of the first step. */
const rounds = 5;
const rate = 0.3;

/** Bits of a hash that give a place for a weight: of a quarter of a million places, few pairs that tell something share one. */
const bits = 18;
const places = 2 ** bits;

/**
 * Learns to tell questions of a sort from the `others`: a logistic regression over their words and pairs of words, by
 * hashes (Weinberger et al. 2009), fitted by AdaGrad (Duchi, Hazan and Singer 2011), always in the same order. Nothing
 * where either kind is unknown.
 */
export function* classifierSteps(sort: Questions, others: Questions, masked: Masked): Steps<Classifier | undefined> {
  if (sort.length === 0 || others.length === 0) return undefined;
  const questions = [...sort, ...others].map((words) => masked(words, company));
  const words = seenTwice(questions);
  const examples: Uint32Array[] = [];
  for (const question of questions) {
    examples.push(placesOf(question, words));
    yield;
  }
  const weights = new Float32Array(places);
  const squares = new Float32Array(places).fill(firstSquare);
  // The few count more, though not so much that one of them outweighs the many.
  const few = Math.sqrt(others.length / sort.length);
  let start = 0;
  let startSquares = firstSquare;
  let open = shuffled(examples.length);
  for (let round = 0; round < rounds; round++) {
    const stillOpen: number[] = [];
    for (const i of open) {
      const at = examples[i] ?? nowhere;
      const said = saidOf(at, weights, start);
      const off = i < sort.length ? few * (said - 1) : said;
      if (Math.abs(off) < near) continue;
      stillOpen.push(i);
      move(weights, squares, at, off / Math.sqrt(at.length + 1));
      startSquares += off * off;
      start -= (rate * off) / Math.sqrt(startSquares);
      yield;
    }
    open = Uint32Array.from(stillOpen);
  }
  return { start, weights, words };
}

/** One step against the slope at some places, smaller where many steps have been made. */
function move(weights: Float32Array, squares: Float32Array, at: Uint32Array, slope: number): void {
  for (const place of at) {
    const square = (squares[place] ?? 0) + slope * slope;
    squares[place] = square;
    weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(square);
  }
}

/** Tells of a question how likely it is of the sort; 0 where nothing was learnt. */
export function classify(classifier: Classifier | undefined, masked: Masked): Classify {
  if (!classifier) return () => 0;
  const { start, weights, words } = classifier;
  return (asked) => saidOf(placesOf(masked(asked, company), words), weights, start);
}

const firstSquare = 0.001;

/** What is told so well already moves nothing, and is not gone through again. */
const near = 0.05;

const nowhere = new Uint32Array();

/** All weights together, divided by the root of their number, since they lean on each other. */
function saidOf(at: Uint32Array, weights: Float32Array, start: number): number {
  let sum = 0;
  for (const place of at) sum += weights[place] ?? 0;
  return 1 / (1 + Math.exp(-start - sum / Math.sqrt(at.length + 1)));
}

/** What stands for a company's name, and for a word that hardly anybody says: a colleague's name, a customer's. */
const company = "@";
const rare = "?";

/** Words between the two of a pair at the most. */
const farthest = 3;

/** Of the words, of each two side by side with the beginning and the end, and of each two a little apart. */
function placesOf(question: readonly string[], known: ReadonlySet<string>): Uint32Array {
  const words = question.map((word) => hashOf(word === company || known.has(word) ? word : rare));
  const at = new Set<number>();
  const add = (first: number, second: number, apart: number) =>
    at.add((Math.imul(first ^ apart, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - bits));
  for (let i = 0; i <= words.length; i++) {
    const word = words[i] ?? 0;
    if (i < words.length) add(word, 0, 1);
    add(words[i - 1] ?? 0, word, 2);
    for (let j = i + 2; j <= i + 1 + farthest && j < words.length; j++) add(word, words[j] ?? 0, 3);
  }
  return Uint32Array.from(at);
}

function seenTwice(questions: Questions): ReadonlySet<string> {
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const question of questions) for (const word of new Set(question)) (once.has(word) ? twice : once).add(word);
  return twice;
}

/** The numbers below `count` in an order that is always the same: Fisher and Yates, by a linear congruential generator. */
function shuffled(count: number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  let state = 1;
  for (let i = count - 1; i > 0; i--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    const swapped = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = swapped;
  }
  return order;
}
