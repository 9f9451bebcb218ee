import { hashOf } from "./hash.ts";

/** Pairs of neighbouring words, each as a 32-bit number, in order: small enough to keep for every passage. */
export type WordPairs = Uint32Array;

/** Each two words that stand side by side. */
export function wordPairsOf(words: readonly string[]): WordPairs {
  const pairs = new Uint32Array(Math.max(0, words.length - 1));
  let before = words.length > 0 ? hashOf(words[0] ?? "") : 0;
  for (let i = 1; i < words.length; i++) {
    const word = words[i] ?? "";
    pairs[i - 1] = hashOf(word, before);
    before = hashOf(word);
  }
  return pairs.sort();
}

/** How many of some pairs are among others. Two different pairs that share a number are one in four thousand million. */
export function pairsShared(some: WordPairs, others: WordPairs): number {
  let shared = 0;
  for (let i = 0, j = 0; i < some.length && j < others.length; ) {
    const a = some[i] ?? 0;
    const b = others[j] ?? 0;
    if (a === b) shared++;
    if (a <= b) i++;
    else j++;
  }
  return shared;
}
