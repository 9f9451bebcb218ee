import type { Passage } from "#content/entry.ts";
import type { Topic } from "../meaning/latent.ts";
import { linesOf, type Meanings } from "../meaning/meaning.ts";
import { dot } from "../meaning/vector.ts";
import { createMemory } from "./memory.ts";

export type MeaningRows = {
  /** How near a passage, by its number, is to a meaning: 0 to 1, by the middle of what it says and of the ways people ask for it. */
  meaningAt(document: number, meaning: Topic): number;
  /** What a passage says and each of the ways people ask for it, as meanings, one behind the other. */
  waysOf(passage: Passage): Int8Array;
};

/** Passages of which the ways are remembered: at least these many of the last ones. */
const remembered = 6000;

/**
 * What passages mean, worked out when it is first wanted. The middle of one lies beside that of its neighbours: all rows of
 * a company are looked at for a question about it.
 */
export function createMeaningRows(passages: readonly Passage[], { size, ofLines }: Meanings): MeaningRows {
  const middles = new Float32Array(passages.length * size);
  const known = new Uint8Array(passages.length);
  const ways = createMemory<Int8Array>(remembered);
  const read = (passage: Passage) => {
    const { middle, each } = ofLines(linesOf(passage));
    ways.set(passage.id, each);
    return { middle, each };
  };
  return {
    meaningAt: (document, meaning) => {
      const from = document * size;
      const passage = passages[document];
      if (passage && !known[document]) {
        known[document] = 1;
        middles.set(read(passage).middle, from);
      }
      return Math.max(0, dot(meaning, middles, from));
    },
    waysOf: (passage) => ways.get(passage.id) ?? read(passage).each,
  };
}
