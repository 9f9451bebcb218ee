import { z } from "zod";
import { answered, common, fact, figure, slug, titled, words } from "./fields.ts";

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
  metrics: z.array(figure).default([]),
  pitfalls: z.array(titled).default([]),
  templates: z.array(z.strictObject({ id: slug, title: words, items: z.array(words).min(1), ...fact })).default([]),
  faq: z.array(answered).default([]),
});
export type PlaybookFile = z.infer<typeof playbookSchema>;
