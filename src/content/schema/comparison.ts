import { z } from "zod";
import { common, fact, slug, words } from "./fields.ts";

/** `content/comparisons/*.md`: subjects side by side, a verdict by situation. */
export const comparisonSchema = z.strictObject({
  ...common,
  subjects: z
    .array(z.strictObject({ id: slug, title: words, aliases: z.array(words).default([]), entry: slug.optional() }))
    .min(2)
    .max(4),
  rows: z
    .array(
      z.strictObject({
        aspect: words,
        cells: z.array(z.strictObject({ subject: slug, text: words, ...fact })).min(2),
      }),
    )
    .min(3),
  verdicts: z.array(z.strictObject({ situation: words, text: words, ...fact })).min(1),
});
export type ComparisonFile = z.infer<typeof comparisonSchema>;
