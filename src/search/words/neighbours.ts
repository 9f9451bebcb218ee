import { editDistance } from "#core/nearest.ts";

export type Neighbour = { readonly word: string; readonly distance: number };

/** Words of one length, each with its letters as bits. */
type Bucket = { readonly words: readonly string[]; readonly letters: Uint32Array };

/**
 * Finds which of many words are within some edits of a typed one, in no order. Compares only words of about the same
 * length and letters: one edit changes at most two letters, so that of 100,000 words a few hundred are left.
 */
export function createNeighbours(words: Iterable<string>): (typed: string, edits: number) => Neighbour[] {
  const byLength = new Map<number, Bucket>(
    [...Map.groupBy(words, (word) => word.length)].map(([length, list]) => [
      length,
      { words: list, letters: Uint32Array.from(list, lettersOf) },
    ]),
  );
  return (typed, edits) => {
    const letters = lettersOf(typed);
    const found: Neighbour[] = [];
    for (let length = typed.length - edits; length <= typed.length + edits; length++) {
      const bucket = byLength.get(length);
      for (let i = 0; bucket && i < bucket.words.length; i++) {
        if (bitsIn(letters ^ (bucket.letters[i] ?? 0)) > 2 * edits) continue;
        const word = bucket.words[i] ?? "";
        const distance = editDistance(typed, word, edits);
        if (distance <= edits) found.push({ word, distance });
      }
    }
    return found;
  };
}

/** A bit for each character in a word, several characters sharing one. */
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
