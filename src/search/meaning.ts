import { nearness, type Topic } from "./latent.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Reads what words mean, as a direction: of length 1, or 0 where no word is known. */
export type Meanings = {
  /** Of one text, by its words. */
  of(words: readonly string[]): Topic;
  /** Of several, and their middle. */
  ofAll(lines: readonly (readonly string[])[]): Meaning;
};

export type Meaning = { readonly middle: Topic; readonly lines: readonly Topic[] };

/** Of a passage's title and text, what they begin with; in words. */
const beginning = 45;

/** What a passage is learnt by and read by, as words: every way people ask for it, its title, and its text under that title. */
export function linesOf(
  title: readonly string[],
  text: readonly string[],
  asked: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  return [...asked, ...(title.length > 0 ? [title] : []), [...title, ...text].slice(0, beginning)];
}

/** `without`: drops the names of companies, which say who is asked about, not what. */
export function createMeanings(
  { size, places, values }: WordVectors,
  without: (words: readonly string[]) => readonly string[],
): Meanings {
  const add = (sum: Float32Array, words: readonly string[]): Float32Array => {
    for (const word of without(words)) {
      const place = places.get(word);
      if (place !== undefined) for (let k = 0; k < size; k++) sum[k] = (sum[k] ?? 0) + (values[place + k] ?? 0);
    }
    return toUnit(sum);
  };
  return {
    of: (words) => add(new Float32Array(size), words),
    ofAll: (lines) => {
      const each = lines.map((line) => add(new Float32Array(size), line));
      const middle = new Float32Array(size);
      for (const line of each) for (let k = 0; k < size; k++) middle[k] = (middle[k] ?? 0) + (line[k] ?? 0);
      return { middle: toUnit(middle), lines: each };
    },
  };
}

/** How near the nearest of some lines is. */
export function nearest(lines: readonly Topic[], topic: Topic): number {
  let most = 0;
  for (const line of lines) most = Math.max(most, nearness(topic, line));
  return most;
}

function toUnit(values: Float32Array): Float32Array {
  let sum = 0;
  for (const value of values) sum += value * value;
  const length = Math.sqrt(sum);
  if (length > 0) for (let k = 0; k < values.length; k++) values[k] = (values[k] ?? 0) / length;
  return values;
}
