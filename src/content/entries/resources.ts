import type { Entry } from "../entry.ts";
import type { ParsedFile } from "../parse-file.ts";
import type { ProseSection } from "../prose.ts";
import type { ChecklistFile, GlossaryFile, IdeaFile, StatisticsFile, ToolsFile } from "../schema/resources.ts";
import { sectionBuilder } from "../section-builder.ts";
import { entryOf, prose, rows, slugOf } from "./common.ts";

/** A checklist as an entry: a section for each group of items, then the body. */
export function checklistEntry(id: string, parsed: ParsedFile<ChecklistFile>, body: readonly ProseSection[]): Entry {
  const build = sectionBuilder("checklist", id, parsed);
  const groups = Map.groupBy(parsed.data.items.entries(), ([, item]) => item.group);
  return entryOf("checklist", id, parsed, [
    ...[...groups].map(([group, items]) =>
      build(
        { id: slugOf(group), title: group, form: "list" },
        items.map(([i, item]) => ({ title: group, text: item.text, fact: item, path: ["items", i] })),
      ),
    ),
    ...prose(build, body, parsed.data.asked),
  ]);
}

/** A partnership idea as an entry: the play, an example, the steps, what to watch for, then the body. */
export function ideaEntry(id: string, parsed: ParsedFile<IdeaFile>, body: readonly ProseSection[]): Entry {
  const build = sectionBuilder("idea", id, parsed);
  const file = parsed.data;
  return entryOf("idea", id, parsed, [
    build({ id: "play", title: "The play", form: "prose" }, rows("play", file.play)),
    build({ id: "example", title: "An example", aliases: ["examples"], form: "prose" }, rows("example", file.example)),
    build({ id: "steps", title: "Steps", form: "list" }, rows("steps", file.steps)),
    build(
      { id: "watch-for", title: "What to watch for", aliases: ["risks", "counter-example"], form: "list" },
      rows("watchFor", file.watchFor),
    ),
    ...prose(build, body, parsed.data.asked),
  ]);
}

/** The glossary as an entry: one section, a passage for each term. */
export function glossaryEntry(id: string, parsed: ParsedFile<GlossaryFile>): Entry {
  const build = sectionBuilder("glossary", id, parsed);
  return entryOf("glossary", id, parsed, [
    build(
      { id: "terms", title: "Terms", form: "list" },
      parsed.data.terms.map((term, i) => ({
        id: term.id,
        title: term.term,
        text: term.text,
        aliases: term.aliases,
        fact: term,
        path: ["terms", i],
      })),
    ),
  ]);
}

/** Statistics as an entry: a section for each topic, a passage for each figure. */
export function statisticsEntry(id: string, parsed: ParsedFile<StatisticsFile>): Entry {
  const build = sectionBuilder("statistics", id, parsed);
  const topics = Map.groupBy(parsed.data.statistics.entries(), ([, row]) => row.topic);
  return entryOf(
    "statistics",
    id,
    parsed,
    [...topics].map(([topic, items]) =>
      build(
        { id: slugOf(topic), title: topic, form: "fields", ages: true },
        items.map(([i, row]) => ({
          id: row.id,
          title: row.title,
          text: `${row.value}. ${row.text}`,
          fact: row,
          path: ["statistics", i],
        })),
      ),
    ),
  );
}

/** The tools as an entry: one section, a passage for each, found by its command's name too. */
export function toolsEntry(id: string, parsed: ParsedFile<ToolsFile>): Entry {
  const build = sectionBuilder("tools", id, parsed);
  return entryOf("tools", id, parsed, [
    build(
      { id: "tools", title: "Tools", form: "list" },
      parsed.data.tools.map((tool, i) => ({
        id: tool.id,
        title: tool.title,
        text: tool.text,
        aliases: [tool.command],
        fact: tool,
        path: ["tools", i],
      })),
    ),
  ]);
}
