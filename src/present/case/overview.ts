import type { Entry } from "#content/entry.ts";
import { findSection } from "#content/library.ts";
import type { Context } from "#core/command.ts";
import { type Answer, paragraph } from "#core/reply.ts";
import { itemOf, sourcesOf, statementOf } from "../cite.ts";
import { sectionParts, sectionSelect } from "../section.ts";
import { extraSections } from "./sections.ts";

/** A study at a glance: its summary, the facts asked first, and ways into its sections. */
export function showOverview(entry: Entry, context: Context): Answer {
  const summary = findSection(entry, "summary").match;
  const glance =
    entry.sections
      .find((section) => section.id === "glance")
      ?.passages.filter((passage) => /^(founded|valuation|status)/i.test(passage.title)) ?? [];
  const has = (id: string) => entry.sections.some((section) => section.id === id);
  const quick = ["lessons", "risks", "partnerships"].filter(has);
  return {
    title: entry.title,
    parts: [
      ...(summary ? sectionParts(summary, context.now) : [paragraph(entry.summary)]),
      ...(glance.length > 0
        ? [
            {
              kind: "fields" as const,
              fields: glance.map((passage) => ({ label: passage.title, value: statementOf(passage, context.now) })),
            },
          ]
        : []),
      ...(entry.short ? [paragraph("A short entry so far: summary and sources only.")] : []),
      sectionSelect("case", entry, extraSections),
      ...(quick.length > 0
        ? [
            {
              kind: "buttons" as const,
              buttons: quick.map((id) => ({
                label: `${id[0]?.toUpperCase()}${id.slice(1)}`,
                line: `case ${entry.id} ${id}`,
              })),
            },
          ]
        : []),
    ],
    sources: sourcesOf(context.library, [...(summary?.passages ?? []), ...glance]),
    data: {
      study: entry.id,
      section: "summary",
      items: (summary?.passages ?? []).map(itemOf),
      sections: [...entry.sections, ...extraSections].map(({ id, title }) => ({ id, title })),
    },
  };
}
