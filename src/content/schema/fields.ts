import { z } from "zod";

/** `2023`, `2023-08` or `2023-08-24`; a bare year may be written without quotes. */
export const date = z
  .union([z.string(), z.int()])
  .transform(String)
  .pipe(
    z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, { error: "expected a date such as 2023, 2023-08 or 2023-08-24", abort: true })
      .refine(isCalendarDate, "expected a day that exists, such as 2023-08-24"),
  );

function isCalendarDate(value: string): boolean {
  const [year = 0, month = 1, day = 1] = value.split("-").map(Number);
  const moment = new Date(Date.UTC(year, month - 1, day));
  return year >= 1900 && year <= 2100 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day;
}

export const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "expected kebab-case, such as hugging-face");
const place = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\/[1-9]\d?)?$/, "expected a section's id, such as the-pivot or the-pivot/2");
export const words = z.string().trim().min(1, "expected some words").max(4000, "expected at most 4,000 characters");
export const value = z.union([words, z.number().transform(String)]);
export const sourceIds = z.array(slug).min(1, "expected at least one source id");

/** A rival figure from another source for the same thing. */
const rival = z.strictObject({ text: value, asOf: date, sources: sourceIds, secondHand: z.boolean().default(false) });

/** What every row carries. `secondHand` defaults to true when all its sources are second-hand. */
export const fact = {
  asOf: date,
  sources: sourceIds,
  secondHand: z.boolean().optional(),
  /** Date, or `never` for what cannot change; default: by section (see content/README.md). */
  reviewBy: z.union([z.literal("never"), date]).optional(),
  also: z.array(rival).default([]),
  /** Other ways people ask for it, in words the row itself does not use. */
  asked: z.array(words).max(12).default([]),
};

export const statement = z.strictObject({ text: words, ...fact });
export const labelled = z.strictObject({ label: words, value, ...fact });
export const titled = z.strictObject({ title: words, text: words, ...fact });
export const figure = z.strictObject({ name: words, value, text: words, ...fact });
export const answered = z.strictObject({ question: words, answer: words, ...fact });

export const sourceSchema = z.strictObject({
  id: slug,
  title: words,
  publisher: words,
  /** When it was published, or `undated`; then `accessed` says when it was read. */
  date: z.union([z.literal("undated"), date]),
  accessed: date.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
  secondHand: z.boolean().default(false),
});

/** What every Markdown entry has in its front matter. */
export const common = {
  title: words,
  summary: words,
  aliases: z.array(words).default([]),
  related: z.array(slug).default([]),
  themes: z.array(slug).default([]),
  updated: date,
  /** Other ways people ask for what a section of the body says, by its id, or a paragraph of it: `the-pivot/2`. */
  asked: z.record(place, z.array(words).max(12)).default({}),
  sources: z.array(sourceSchema).min(1, "expected at least one source"),
};
