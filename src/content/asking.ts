import { z } from "zod";
import { slug, words } from "./schema/fields.ts";

/** What a question may ask for. */
export const askedKinds = [
  "fact",
  "number",
  "date",
  "person",
  "place",
  "list",
  "why",
  "how",
  "comparison",
  "risk",
  "lesson",
  "advice",
  "definition",
  "cost",
  "yes-no",
] as const;

/** `content/resources/vocabulary.yaml`: what askers say for what the casebook writes. No entry; only search reads it. */
export const vocabularySchema = z.strictObject({
  /** Things a question may be after, and the rows that answer: a section's id, or section/label; `*` is any section. */
  facets: z.array(
    z.strictObject({
      id: slug,
      rows: z.array(words).min(1),
      /** Only for questions of these kinds; all when left out. */
      asked: z.array(z.enum(askedKinds)).optional(),
      words: z.array(words).min(1),
    }),
  ),
  /** Groups of words and phrases that mean the same here. */
  synonyms: z.array(z.array(words).min(2, "expected at least two words")),
  /** What people say when they lack the name of an entry, a section or a row, by its id. */
  hints: z.record(z.string(), words).default({}),
  /** Words that no other word stands for: without the very word a passage does not answer. */
  strict: z.array(words).default([]),
  /** Ordinary words: where the casebook never uses one, nothing is missed by its absence. */
  everyday: z.array(words).default([]),
  /** Words that narrow nothing down. */
  light: z.array(words),
  /** Short forms that people type, and the words they stand for. */
  short: z.record(words, words).default({}),
  /** Places that people ask for: other names of each, what its people and firms are called, how it is said behind "pay"
   * ("in New York" by default), and the larger places that it lies in. */
  places: z
    .array(
      z.strictObject({
        name: words,
        also: z.array(words).default([]),
        people: z.array(words).default([]),
        said: words.optional(),
        within: z.array(words).default([]),
      }),
    )
    .optional(),
  /** What jobs are called, by their last word or in whole: "engineer", "cfo". */
  jobs: z.array(words).default([]),
  /** What may befall somebody: the words that say so, and words that may mean it where a passage has them. */
  events: z.array(z.strictObject({ says: z.array(words).min(1), also: z.array(words).default([]) })).default([]),
  /** Posts that somebody may hold, each with the ways to say it. */
  posts: z.array(z.array(words).min(1)).default([]),
  /** Phrases that say how to tell it, and nothing of what is asked. */
  asides: z.array(words).default([]),
});

/** `content/resources/questions/*.yaml`: questions that people asked, by the id of the row that answers. No entry. */
export const questionsSchema = z.record(z.string(), z.array(words).min(1));

/**
 * `content/resources/unanswered/*.yaml`: questions that no row answers, and those that none ever can, since only the
 * asker's firm, the hour or somebody's private life has the answer. No entry.
 */
export const unansweredSchema = z.strictObject({
  questions: z.array(words).default([]),
  beyond: z.array(words).default([]),
});

export type VocabularyFile = z.infer<typeof vocabularySchema>;
