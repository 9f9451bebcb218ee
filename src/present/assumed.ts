import type { Used } from "#calc/assumption.ts";
import type { Library } from "#content/library.ts";
import { statementsOf } from "#core/parts.ts";
import type { Part, Source, Statement, Text } from "#core/reply.ts";
import { notesOf, sourceKey } from "./cite.ts";

/** Sources shown for one row; the rest stand with the row itself. */
const sourcesPerRow = 2;

/** A calculator's result line: its words, with the date, first sources and caveats of the rows it was made of. */
export function derived(
  text: Text,
  used: readonly Used[],
  library: Library,
  now: Date,
  sources = sourcesPerRow,
): Statement {
  const passages = used.flatMap(({ entry, row }) => library.passage(`${entry}#${row.group}/${row.id}`) ?? []);
  const notes = [...new Set(passages.flatMap((passage) => notesOf(passage, now)))];
  const [oldest] = used.map(({ row }) => row.asOf).sort();
  const cites = used.flatMap(({ entry, row }) =>
    row.sources.slice(0, sources).map((source) => sourceKey(entry, source)),
  );
  return {
    text,
    ...(oldest ? { asOf: oldest } : {}),
    ...(cites.length > 0 ? { cites: [...new Set(cites)] } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** The sources that parts cite, in the order first cited. */
export function sourcesCited(parts: readonly Part[], library: Library): Source[] {
  const cites = [...new Set(parts.flatMap(statementsOf).flatMap((statement) => statement.cites ?? []))];
  return cites.flatMap((key) => {
    const [entry = "", id = ""] = key.split("/");
    const source = library.source(entry, id);
    if (!source) return [];
    const { secondHand: _, ...shown } = source;
    return [{ ...shown, id: key }];
  });
}

/** Rows for `--as json`: what was assumed, from where and when. */
export function assumptionsOf(used: readonly Used[], library: Library) {
  return used.map(({ entry, row }) => ({
    name: row.name,
    value: row.value,
    unit: row.unit,
    source: library.source(entry, row.sources[0] ?? "")?.title ?? "",
    asOf: row.asOf,
  }));
}
