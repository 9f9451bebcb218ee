import type { Entry } from "#content/entry.ts";
import type { Context } from "#core/command.ts";
import type { Answer } from "#core/reply.ts";
import { itemOf, sourcesOf } from "../cite.ts";
import { sectionParts, sectionSelect } from "../section.ts";
import { showOverview } from "./overview.ts";
import { noSection } from "./refuse.ts";
import { showRelated } from "./related.ts";
import { extraSections, studySection } from "./sections.ts";
import { showSources } from "./sources.ts";

/** One section of a study, by the name typed. Refuses a name that fits none. */
export function showSection(entry: Entry, typed: string, context: Context): Answer {
  const found = studySection(entry, typed);
  if (found.match === undefined) throw noSection(entry, typed, []);
  if (found.match === "sources") return showSources(entry);
  if (found.match === "related") return showRelated(entry, context.library);
  const section = entry.sections.find((candidate) => candidate.id === found.match);
  if (!section) return showOverview(entry, context);
  return {
    title: `${entry.title} · ${section.title}`,
    parts: [...sectionParts(section, context.now), sectionSelect("case", entry, extraSections)],
    sources: sourcesOf(context.library, section.passages),
    data: { study: entry.id, section: section.id, items: section.passages.map(itemOf) },
  };
}
