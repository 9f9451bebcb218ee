import type { Entry, Passage } from "#content/entry.ts";
import type { Part } from "#core/reply.ts";
import { statementOf } from "../cite.ts";
import { sideTables } from "../columns.ts";

/** What answers each side, row by row. */
export function sideBySide(
  sides: readonly { entry: Entry; passages: readonly (Passage | undefined)[] }[],
  now: Date,
): Part[] {
  const rows = Array.from({ length: Math.max(...sides.map(({ passages }) => passages.length)) }, (_, i) => {
    const shown = sides.map(({ passages }) => passages[i]);
    return {
      label: shown.map((passage) => passage?.title).find(Boolean) ?? " ",
      cells: shown.map((passage) => passage && statementOf(passage, now)),
    };
  });
  return sideTables(
    sides.map(({ entry }) => entry.title),
    rows,
  );
}
