import { editDistance, forgiven } from "#core/nearest.ts";

/** A known term that stands for what was typed; `share` is what it counts beside a term that needs no guess. */
export type Guess = { readonly term: string; readonly share: number };

/** Every term of some documents. */
export type Dictionary = {
  /** In how many titles and texts each stands. */
  readonly counts: ReadonlyMap<string, number>;
  /** Known terms that an unknown one may be misspelt for, nearest first, then the most frequent. */
  near(term: string): readonly Guess[];
  /** Known longer terms that begin so, the most frequent first. */
  beginningWith(start: string): readonly Guess[];
};

const mostNear = 24;
const mostCompletions = 100;

/** What guesses count, as in MiniSearch: less the further the term is from what was typed. */
const nearShare = 0.45;
const completionShare = 0.375;

/** Guesses are remembered for this many terms. */
const remembered = 2000;

export function createDictionary(counts: ReadonlyMap<string, number>): Dictionary {
  let ready: { byLength: ReadonlyMap<number, Bucket>; sorted: readonly string[] } | undefined;
  const prepared = () => {
    ready ??= { byLength: bucketsOf(counts.keys()), sorted: [...counts.keys()].sort() };
    return ready;
  };
  const oftenFirst = (a: string, b: string) =>
    (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : a > b ? 1 : 0);
  const guesses = new Map<string, readonly Guess[]>();
  return {
    counts,
    near: (term) => {
      const before = guesses.get(term);
      if (before) return before;
      const found = nearTo(term, prepared().byLength)
        .sort((a, b) => a.distance - b.distance || oftenFirst(a.term, b.term))
        .slice(0, mostNear)
        .map((one) => ({ term: one.term, share: (nearShare * one.term.length) / (one.term.length + one.distance) }));
      if (guesses.size >= remembered) guesses.clear();
      guesses.set(term, found);
      return found;
    },
    beginningWith: (start) => {
      const { sorted } = prepared();
      const found: string[] = [];
      for (let i = firstNotBefore(sorted, start); sorted[i]?.startsWith(start); i++)
        if (sorted[i] !== start) found.push(sorted[i] ?? "");
      return found
        .sort(oftenFirst)
        .slice(0, mostCompletions)
        .map((term) => ({
          term,
          share: (completionShare * term.length) / (term.length + 0.3 * (term.length - start.length)),
        }));
    },
  };
}

/** Terms of one length, each with its letters as bits. */
type Bucket = { readonly terms: readonly string[]; readonly letters: Uint32Array };

function bucketsOf(terms: Iterable<string>): ReadonlyMap<number, Bucket> {
  const byLength = Map.groupBy(terms, (term) => term.length);
  return new Map(
    [...byLength].map(([length, list]) => [length, { terms: list, letters: Uint32Array.from(list, lettersOf) }]),
  );
}

/** A bit for each character in a word, several sharing one. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) % 32);
  return bits >>> 0;
}

function bitsIn(bits: number): number {
  let rest = bits;
  let count = 0;
  for (; rest !== 0; count++) rest &= rest - 1;
  return count;
}

/** All terms within the forgiven edits. One edit changes at most two letters, so most terms are told by their bits. */
function nearTo(term: string, byLength: ReadonlyMap<number, Bucket>): { term: string; distance: number }[] {
  const limit = forgiven(term.length);
  const letters = lettersOf(term);
  const found: { term: string; distance: number }[] = [];
  for (let length = term.length - limit; limit > 0 && length <= term.length + limit; length++) {
    const bucket = byLength.get(length);
    for (let i = 0; bucket && i < bucket.terms.length; i++) {
      if (bitsIn(letters ^ (bucket.letters[i] ?? 0)) > 2 * limit) continue;
      const candidate = bucket.terms[i] ?? "";
      const distance = editDistance(term, candidate, limit);
      if (distance <= limit) found.push({ term: candidate, distance });
    }
  }
  return found;
}

function firstNotBefore(sorted: readonly string[], start: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? "") < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
