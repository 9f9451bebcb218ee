import { z } from "zod";
import { niches } from "../niches.ts";
import { answered, common, date, fact, figure, labelled, sourceIds, statement, titled, words } from "./fields.ts";

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
  metrics: z.array(figure).default([]),
  partnerships: z
    .array(z.strictObject({ partner: words, since: date, kind: words, terms: words, ...fact }))
    .default([]),
  lessons: z.array(titled).default([]),
  risks: z.array(titled).default([]),
  faq: z.array(answered).default([]),
  /** What the other side may say in the meeting, and the answer to it. */
  objections: z.array(titled).default([]),
  /** Questions worth asking them. */
  questions: z.array(statement).default([]),
  /** What a reader would ask and no source in hand answers. */
  unknown: z.array(words).default([]),
});
export type CaseStudyFile = z.infer<typeof caseStudySchema>;
