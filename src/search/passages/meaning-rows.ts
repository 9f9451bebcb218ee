import type { Passage } from "#content/entry.ts";
import type { Topic } from "../meaning/latent.ts";
import { linesOf, type Meanings } from "../meaning/meaning.ts";
import { dot } from "../meaning/vector.ts";

/**
 * How near passages, by their numbers, are to a meaning: 0 to 1, by the middle of what each says and of the ways people
 * ask for it. That is worked out when it is first wanted, and lies beside that of its neighbours: all rows of a company
 * are looked at for a question about it.
 */
export function createMeaningRows(passages: readonly Passage[], { size, middleOf }: Meanings) {
  const middles = new Float32Array(passages.length * size);
  const known = new Uint8Array(passages.length);
  return (document: number, meaning: Topic): number => {
    const from = document * size;
    const passage = passages[document];
    if (passage && !known[document]) {
      known[document] = 1;
      middles.set(middleOf(linesOf(passage)), from);
    }
    return Math.max(0, dot(meaning, middles, from));
  };
}
