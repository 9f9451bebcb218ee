import type { Entry } from "#content/entry.ts";
import { type Answer, link, text } from "#core/reply.ts";
import { sourceKey } from "../cite.ts";
import { formatDate } from "../dates.ts";
import { sectionSelect } from "../section.ts";
import { extraSections } from "./sections.ts";

/** All sources of a study, numbered as listed in its file. */
export function showSources(entry: Entry): Answer {
  const items = entry.sources.map((source) => ({
    text: text`${link(source.title, source.url)}, ${source.publisher ?? "publisher not stated"}${source.asOf ? `, ${formatDate(source.asOf)}` : ", undated"}`,
    ...(source.asOf ? { asOf: source.asOf } : {}),
    ...(source.secondHand ? { notes: ["second-hand"] } : {}),
  }));
  return {
    title: `${entry.title} · Sources`,
    parts: [{ kind: "list", ordered: true, items }, sectionSelect("case", entry, extraSections)],
    data: {
      study: entry.id,
      section: "sources",
      items: entry.sources.map((source) => ({
        id: sourceKey(entry.id, source.id),
        text: source.title,
        url: source.url,
        asOf: source.asOf,
        sources: [sourceKey(entry.id, source.id)],
      })),
    },
  };
}
