import type { Passage } from "#content/entry.ts";
import { wordsOf } from "../words/tokens.ts";
import type { Topic } from "./latent.ts";
import type { WordVectors } from "./word-vectors.ts";

/** Reads what words mean, as a direction: of length 1, or 0 where no word is known. */
export type Meanings = {
  /** How many numbers a direction has. */
  readonly size: number;
  /** Of one text, by its words. */
  of(words: readonly string[]): Topic;
  /** Of several texts: the middle, and each of them. */
  ofLines(lines: Lines): { readonly middle: Topic; readonly each: Int8Array };
};

type Lines = readonly (readonly string[])[];

/** Of a passage's title and text, what they begin with; in words. */
const beginning = 45;

/** What a passage is learnt by and read by, as words: every way people ask for it, its title, and its text under that title. */
export function linesOf({ title, text, asked }: Pick<Passage, "title" | "text" | "asked">): Lines {
  const titled = wordsOf(title);
  const ways = [...new Set(asked)].map(wordsOf);
  return [...ways, ...(titled.length > 0 ? [titled] : []), [...titled, ...wordsOf(text)].slice(0, beginning)];
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
    size,
    of: (words) => add(new Float32Array(size), words),
    ofLines: (lines) => {
      const middle = new Float32Array(size);
      const each = new Int8Array(lines.length * size);
      const one = new Float32Array(size);
      for (const [i, line] of lines.entries()) {
        add(one.fill(0), line);
        for (let k = 0; k < size; k++) {
          const value = one[k] ?? 0;
          middle[k] = (middle[k] ?? 0) + value;
          each[i * size + k] = Math.round(value * finest);
        }
      }
      return { middle: toUnit(middle), each };
    },
  };
}

/** Parts of 1 in which lines are kept, one behind the other: there are tens of thousands, and all of some are gone through at every question. */
const finest = 127;

/** How near the nearest of some lines is, 0 where none is. */
export function nearest(lines: Int8Array, topic: Topic): number {
  let most = 0;
  for (let from = 0; from < lines.length; from += topic.length) {
    let sum = 0;
    for (let k = 0; k < topic.length; k++) sum += (lines[from + k] ?? 0) * (topic[k] ?? 0);
    if (sum > most) most = sum;
  }
  return most / finest;
}

function toUnit(values: Float32Array): Float32Array {
  let sum = 0;
  for (const value of values) sum += value * value;
  const length = Math.sqrt(sum);
  if (length > 0) for (let k = 0; k < values.length; k++) values[k] = (values[k] ?? 0) / length;
  return values;
}
