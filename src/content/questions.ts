import type { Entry } from "./entry.ts";
import type { Problem } from "./problem.ts";

/** Questions that people asked, and the row that answers them. */
export type AskedRow = {
  readonly id: string;
  readonly asked: readonly string[];
  readonly file: string;
  readonly line: number;
};

/**
 * The entries with the questions among the ways people ask for each row. A row that is not there is a problem, unless
 * its entry is one of `unread`, whose files did not parse.
 */
export function withQuestions(
  entries: readonly Entry[],
  rows: readonly AskedRow[],
  unread: ReadonlySet<string>,
): { readonly entries: readonly Entry[]; readonly problems: readonly Problem[] } {
  const left = Map.groupBy(rows, ({ id }) => id);
  const asked = (id: string): readonly string[] => {
    const found = left.get(id)?.flatMap((row) => row.asked) ?? [];
    left.delete(id);
    return found;
  };
  const wanted = new Set(rows.map(({ id }) => entryOf(id)));
  const grown = entries.map((entry): Entry => {
    if (!wanted.has(entry.id)) return entry;
    const sections = entry.sections.map((section) => ({
      ...section,
      passages: section.passages.map((passage) => ({ ...passage, asked: [...passage.asked, ...asked(passage.id)] })),
    }));
    return { ...entry, sections };
  });
  const problems = [...left.values()]
    .flat()
    .filter(({ id }) => !unread.has(entryOf(id)))
    .map(({ id, file, line }) => ({
      file,
      line,
      field: id,
      text: "no such row, expected the id of one, as answers cite it",
    }));
  return { entries: grown, problems };
}

const entryOf = (id: string): string => id.split("#")[0] ?? id;
