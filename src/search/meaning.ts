import type { Passage } from "#content/entry.ts";
import type { Topic } from "./latent.ts";
import { wordsOf } from "./tokens.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Reads what words mean, as a direction: of length 1, or 0 where no word is known. */
export type Meanings = {
  /** Of one text, by its words. */
  of(words: readonly string[]): Topic;
  /** Of a passage: the middle of its title, its text and every way people ask for it. */
  ofPassage(passage: Passage): Topic;
};

/** Of a passage's text, what its beginning says; in characters. */
const beginning = 240;

/** What a passage is learnt by and read by: every way people ask for it, its title, and its text under that title. */
export function puttingsOf({ title, text, asked }: Passage): readonly string[] {
  const said = text.slice(0, beginning);
  return [...new Set(asked), ...(title ? [title, `${title}: ${said}`] : [said])];
}

/** `without`: drops the names of companies, which say who is asked about, not what. */
export function createMeanings(
  { size, places, values }: WordVectors,
  without: (words: readonly string[]) => readonly string[],
): Meanings {
  const of = (words: readonly string[]): Topic => {
    const sum = new Float32Array(size);
    for (const word of without(words)) {
      const place = places.get(word);
      if (place !== undefined) for (let k = 0; k < size; k++) sum[k] = (sum[k] ?? 0) + (values[place + k] ?? 0);
    }
    return toUnit(sum);
  };
  return {
    of,
    ofPassage: (passage) => {
      const middle = new Float32Array(size);
      for (const putting of puttingsOf(passage)) {
        const one = of(wordsOf(putting));
        for (let k = 0; k < size; k++) middle[k] = (middle[k] ?? 0) + (one[k] ?? 0);
      }
      return toUnit(middle);
    },
  };
}

function toUnit(values: Float32Array): Float32Array {
  let sum = 0;
  for (const value of values) sum += value * value;
  const length = Math.sqrt(sum);
  if (length > 0) for (let k = 0; k < values.length; k++) values[k] = (values[k] ?? 0) / length;
  return values;
}
