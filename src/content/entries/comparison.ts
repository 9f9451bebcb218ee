import type { Entry } from "../entry.ts";
import type { ParsedFile } from "../parse-file.ts";
import type { ProseSection } from "../prose.ts";
import type { ComparisonFile } from "../schema/comparison.ts";
import { sectionBuilder } from "../section-builder.ts";
import { entryOf, prose, slugOf } from "./common.ts";

/** A comparison as an entry: a passage for each cell of its table, then the verdicts and the body. */
export function comparisonEntry(id: string, parsed: ParsedFile<ComparisonFile>, body: readonly ProseSection[]): Entry {
  const build = sectionBuilder("comparison", id, parsed);
  const file = parsed.data;
  const titleOf = (subject: string) => file.subjects.find((candidate) => candidate.id === subject)?.title ?? subject;
  return entryOf("comparison", id, parsed, [
    build(
      { id: "rows", title: "Side by side", aliases: ["table", "comparison"], form: "table" },
      file.rows.flatMap((row, i) =>
        row.cells.map((cell, j) => ({
          id: `${slugOf(row.aspect)}-${cell.subject}`,
          title: `${row.aspect}: ${titleOf(cell.subject)}`,
          text: cell.text,
          fact: cell,
          path: ["rows", i, "cells", j],
        })),
      ),
    ),
    build(
      { id: "verdicts", title: "Verdict by situation", aliases: ["verdict", "which one", "when"], form: "list" },
      file.verdicts.map((verdict, i) => ({
        title: verdict.situation,
        text: verdict.text,
        fact: verdict,
        path: ["verdicts", i],
      })),
    ),
    ...prose(build, body, file.asked),
  ]);
}
