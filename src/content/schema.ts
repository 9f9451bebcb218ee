import { z } from "zod";
import { niches } from "./niches.ts";

/** `2023`, `2023-08` or `2023-08-24`; a bare year may be written without quotes. */
const date = z
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
const value = z.union([words, z.number().transform(String)]);
const sourceIds = z.array(slug).min(1, "expected at least one source id");

/** A rival figure from another source for the same thing. */
const rival = z.strictObject({ text: value, asOf: date, sources: sourceIds, secondHand: z.boolean().default(false) });

/** What every row carries. `secondHand` defaults to true when all its sources are second-hand. */
const fact = {
  asOf: date,
  sources: sourceIds,
  secondHand: z.boolean().optional(),
  /** Date, or `never` for what cannot change; default: by section (see content/README.md). */
  reviewBy: z.union([z.literal("never"), date]).optional(),
  also: z.array(rival).default([]),
  /** Other ways people ask for it, in words the row itself does not use. */
  asked: z.array(words).max(12).default([]),
};

const statement = z.strictObject({ text: words, ...fact });
const labelled = z.strictObject({ label: words, value, ...fact });
const titled = z.strictObject({ title: words, text: words, ...fact });

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
const common = {
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

/** `content/case-studies/*.md`; a short entry stops after the sources. Body: `##` headings, cited paragraphs. */
export const caseStudySchema = z.strictObject({
  ...common,
  niche: z.enum(niches.map(({ name }) => name)),
  /** Where the summary itself comes from; needed while the study is short. */
  summarySources: sourceIds.optional(),
  short: z.boolean().default(false),
  quickAnswer: z.array(statement).default([]),
  takeaways: z.array(statement).default([]),
  glance: z.array(labelled).default([]),
  whyItMatters: z.array(statement).default([]),
  timeline: z
    .array(
      z.strictObject({
        date,
        title: words,
        text: words,
        sources: sourceIds,
        secondHand: z.boolean().optional(),
        reviewBy: fact.reviewBy,
        also: fact.also,
        asked: fact.asked,
      }),
    )
    .default([]),
  metrics: z.array(z.strictObject({ name: words, value, text: words, ...fact })).default([]),
  partnerships: z
    .array(z.strictObject({ partner: words, since: date, kind: words, terms: words, ...fact }))
    .default([]),
  lessons: z.array(titled).default([]),
  risks: z.array(titled).default([]),
  faq: z.array(z.strictObject({ question: words, answer: words, ...fact })).default([]),
  /** What the other side may say in the meeting, and the answer to it. */
  objections: z.array(titled).default([]),
  /** Questions worth asking them. */
  questions: z.array(statement).default([]),
  /** What a reader would ask and no source in hand answers. */
  unknown: z.array(words).default([]),
});

/** `content/playbooks/*.md`. Body: `##` headings (advice, cited paragraphs). */
export const playbookSchema = z.strictObject({
  ...common,
  stages: z
    .array(
      z.strictObject({
        id: slug,
        title: words,
        owner: words,
        /** Weeks from the programme's start: "1-4". */
        weeks: words,
        text: words,
        deliverables: z.array(words).min(1),
        exitTest: words,
        ...fact,
      }),
    )
    .min(1),
  metrics: z.array(z.strictObject({ name: words, value, text: words, ...fact })).default([]),
  pitfalls: z.array(titled).default([]),
  templates: z.array(z.strictObject({ id: slug, title: words, items: z.array(words).min(1), ...fact })).default([]),
  faq: z.array(z.strictObject({ question: words, answer: words, ...fact })).default([]),
});

/** `content/roles/*.md`. */
export const roleSchema = z.strictObject({
  ...common,
  owns: z.array(statement).min(1),
  kpis: z.array(z.strictObject({ name: words, value, text: words, ...fact })).default([]),
  reportsTo: z.array(statement).default([]),
  team: z.array(statement).default([]),
  firstNinetyDays: z.array(titled).default([]),
  interviewQuestions: z.array(z.strictObject({ question: words, answer: words, ...fact })).default([]),
  careerPath: z.array(statement).default([]),
  faq: z.array(z.strictObject({ question: words, answer: words, ...fact })).default([]),
});

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

/** `content/resources/checklists/*.md` and `ideas/*.md`. */
export const checklistSchema = z.strictObject({
  ...common,
  items: z.array(z.strictObject({ group: words, text: words, ...fact })).min(1),
});
export const ideaSchema = z.strictObject({
  ...common,
  play: z.array(statement).min(1),
  example: z.array(statement).min(1),
  steps: z.array(statement).default([]),
  watchFor: z.array(statement).default([]),
});

/** `content/resources/glossary.yaml`. */
export const glossarySchema = z.strictObject({
  ...common,
  terms: z
    .array(
      z.strictObject({
        id: slug,
        term: words,
        aliases: z.array(words).default([]),
        group: words,
        text: words,
        seeAlso: z.array(slug).default([]),
        ...fact,
      }),
    )
    .min(1),
});

/** `content/resources/statistics.yaml`. */
export const statisticsSchema = z.strictObject({
  ...common,
  statistics: z.array(z.strictObject({ id: slug, topic: words, title: words, value, text: words, ...fact })).min(1),
});

/** `content/resources/tools.yaml`: the calculators, by the command that runs each. */
export const toolsSchema = z.strictObject({
  ...common,
  tools: z.array(z.strictObject({ id: slug, title: words, command: words, text: words, ...fact })).min(1),
});

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

/** Whether the second is no less than the first; what is no number is not compared. */
function rising(first: unknown, second: unknown): boolean {
  return typeof first !== "number" || typeof second !== "number" || first <= second;
}

export type CaseStudyFile = z.infer<typeof caseStudySchema>;
export type PlaybookFile = z.infer<typeof playbookSchema>;
export type RoleFile = z.infer<typeof roleSchema>;
export type ComparisonFile = z.infer<typeof comparisonSchema>;
export type ChecklistFile = z.infer<typeof checklistSchema>;
export type IdeaFile = z.infer<typeof ideaSchema>;
export type GlossaryFile = z.infer<typeof glossarySchema>;
export type StatisticsFile = z.infer<typeof statisticsSchema>;
export type ToolsFile = z.infer<typeof toolsSchema>;
export type SalariesFile = z.infer<typeof salariesSchema>;
export type AssumptionsFile = z.infer<typeof assumptionsSchema>;
