import type { Passage } from "#content/entry.ts";
import type { Steps } from "#core/steps.ts";
import type { Topic } from "../meaning/latent.ts";
import { linesOf, type Meanings } from "../meaning/meaning.ts";
import { dot } from "../meaning/vector.ts";
import { createMemory } from "./memory.ts";

/** What the passages of a library mean, as plain data: their middles and their ways, one behind the other, and where the ways of each begin. */
export type PassageMeanings = {
  readonly middles: Float32Array;
  readonly ways: Int8Array;
  readonly starts: Uint32Array;
};

export type MeaningRows = {
  /** How near a passage, by its number, is to a meaning: 0 to 1, by the middle of what it says and of the ways people ask for it. */
  meaningAt(document: number, meaning: Topic): number;
  /** What a passage, by its number, says and each of the ways people ask for it, as meanings, one behind the other. */
  waysOf(document: number): Int8Array;
};

/** Passages of which the ways are remembered: at least these many of the last ones. */
const remembered = 6000;

/**
 * What passages mean, as it was worked out before, or worked out when it is first wanted. The middle of one lies beside that
 * of its neighbours: all rows of a company are looked at for a question about it.
 */
export function createMeaningRows(
  passages: readonly Passage[],
  { size, ofLines }: Meanings,
  known?: PassageMeanings,
): MeaningRows {
  if (known) {
    const { middles, ways, starts } = known;
    return {
      meaningAt: (document, meaning) => Math.max(0, dot(meaning, middles, document * size)),
      waysOf: (document) => ways.subarray(starts[document], starts[document + 1]),
    };
  }
  const middles = new Float32Array(passages.length * size);
  const isKnown = new Uint8Array(passages.length);
  const memory = createMemory<Int8Array>(remembered);
  const read = (document: number) => {
    const passage = passages[document];
    if (!passage) throw new Error(`there is no passage ${document}`);
    const { middle, each } = ofLines(linesOf(passage));
    memory.set(passage.id, each);
    return { middle, each };
  };
  return {
    meaningAt: (document, meaning) => {
      const from = document * size;
      if (!isKnown[document]) {
        isKnown[document] = 1;
        middles.set(read(document).middle, from);
      }
      return Math.max(0, dot(meaning, middles, from));
    },
    waysOf: (document) => memory.get(passages[document]?.id ?? "") ?? read(document).each,
  };
}

/** Works out what all passages mean, one by one. */
export function* meaningSteps(passages: readonly Passage[], { size, ofLines }: Meanings): Steps<PassageMeanings> {
  const middles = new Float32Array(passages.length * size);
  const starts = new Uint32Array(passages.length + 1);
  const ways: Int8Array[] = [];
  for (const [i, passage] of passages.entries()) {
    const { middle, each } = ofLines(linesOf(passage));
    middles.set(middle, i * size);
    ways.push(each);
    starts[i + 1] = (starts[i] ?? 0) + each.length;
    yield;
  }
  const all = new Int8Array(starts.at(-1) ?? 0);
  for (const [i, each] of ways.entries()) all.set(each, starts[i]);
  return { middles, ways: all, starts };
}
