import { z } from "zod";
import { common, fact, slug, statement, value, words } from "./fields.ts";

/** `content/resources/checklists/*.md` and `ideas/*.md`. */
export const checklistSchema = z.strictObject({
  ...common,
  items: z.array(z.strictObject({ group: words, text: words, ...fact })).min(1),
});
export type ChecklistFile = z.infer<typeof checklistSchema>;

export const ideaSchema = z.strictObject({
  ...common,
  play: z.array(statement).min(1),
  example: z.array(statement).min(1),
  steps: z.array(statement).default([]),
  watchFor: z.array(statement).default([]),
});
export type IdeaFile = z.infer<typeof ideaSchema>;

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
export type GlossaryFile = z.infer<typeof glossarySchema>;

/** `content/resources/statistics.yaml`. */
export const statisticsSchema = z.strictObject({
  ...common,
  statistics: z.array(z.strictObject({ id: slug, topic: words, title: words, value, text: words, ...fact })).min(1),
});
export type StatisticsFile = z.infer<typeof statisticsSchema>;

/** `content/resources/tools.yaml`: the calculators, by the command that runs each. */
export const toolsSchema = z.strictObject({
  ...common,
  tools: z.array(z.strictObject({ id: slug, title: words, command: words, text: words, ...fact })).min(1),
});
export type ToolsFile = z.infer<typeof toolsSchema>;
