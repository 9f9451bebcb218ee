import { z } from "zod";
import { common, fact, slug, words } from "./fields.ts";

/** `content/assumptions/salaries.yaml`: money in whole units of `currency`, a year. */
export const salariesSchema = z.strictObject({
  ...common,
  rows: z
    .array(
      z.strictObject({
        id: slug,
        role: slug,
        /** City, or a country ("US"), or `unknown` when the source says none. */
        city: words,
        level: words.optional(),
        base: range().optional(),
        variable: range().optional(),
        ote: range().optional(),
        equity: words.optional(),
        currency: z.string().regex(/^[A-Z]{3}$/, "expected an ISO currency such as USD"),
        confidence: z.enum(["survey", "official", "recruiter", "vendor", "anecdotal"]),
        sample: words.optional(),
        /** How the figure was derived, when no source states it. */
        derived: words.optional(),
        note: words.optional(),
        ...fact,
      }),
    )
    .min(1),
  /** Places people ask for and no source in hand covers. */
  gaps: z.array(z.strictObject({ role: slug, city: words, text: words })).default([]),
});
export type SalariesFile = z.infer<typeof salariesSchema>;

function range() {
  return z.union([
    z
      .number()
      .positive()
      .transform((amount) => ({ low: amount, high: amount })),
    z
      .strictObject({ low: z.number().positive(), high: z.number().positive() })
      .refine(({ low, high }) => rising(low, high), { path: ["low"], error: "expected no more than the high" }),
  ]);
}

/**
 * `content/assumptions/*.yaml` but salaries: numbers that calculators use, each a row with unit, date and source.
 * `attributes` holds further figures of the same row (a GPU's memory and power beside its peak).
 */
export const assumptionsSchema = z.strictObject({
  ...common,
  rows: z
    .array(
      z
        .strictObject({
          id: slug,
          group: slug,
          name: words,
          aliases: z.array(words).default([]),
          value: z.union([z.number(), words]),
          unit: words,
          low: z.number().optional(),
          high: z.number().optional(),
          attributes: z
            .record(
              z.string(),
              z.union([z.number(), z.string(), z.boolean(), z.array(z.number()), z.array(z.string())]),
            )
            .default({}),
          text: words,
          ...fact,
        })
        .refine(({ low, value }) => rising(low, value), { path: ["low"], error: "expected no more than the value" })
        .refine(({ low, value, high }) => rising(value, high) && rising(low, high), {
          path: ["high"],
          error: "expected no less than the value and the low",
        }),
    )
    .min(1),
});
export type AssumptionsFile = z.infer<typeof assumptionsSchema>;

/** Whether the second is no less than the first; what is no number is not compared. */
function rising(first: unknown, second: unknown): boolean {
  return typeof first !== "number" || typeof second !== "number" || first <= second;
}
