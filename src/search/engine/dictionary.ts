import { forgiven } from "#core/nearest.ts";
import { createNeighbours } from "../words/neighbours.ts";

/** A known term that stands for what was typed; `share` is what it counts beside a term that needs no guess. */
type Guess = { readonly term: string; readonly share: number };

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

/** The words of an index, by how many documents hold each. */
export function createDictionary(counts: ReadonlyMap<string, number>): Dictionary {
  const neighbours = createNeighbours(counts.keys());
  const sorted = [...counts.keys()].sort();
  const oftenFirst = (a: string, b: string) =>
    (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : a > b ? 1 : 0);
  const guesses = new Map<string, readonly Guess[]>();
  return {
    counts,
    near: (term) => {
      const before = guesses.get(term);
      if (before) return before;
      const edits = forgiven(term.length);
      const found = (edits > 0 ? neighbours(term, edits) : [])
        .sort((a, b) => a.distance - b.distance || oftenFirst(a.word, b.word))
        .slice(0, mostNear)
        .map(({ word, distance }) => ({ term: word, share: (nearShare * word.length) / (word.length + distance) }));
      if (guesses.size >= remembered) guesses.clear();
      guesses.set(term, found);
      return found;
    },
    beginningWith: (start) => {
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
