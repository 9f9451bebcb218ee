import type { Entry, Passage } from "#content/entry.ts";
import { type Part, strong } from "#core/reply.ts";
import { statementOf } from "../cite.ts";
import { sideTables } from "../columns.ts";

/** What answers each side, row by row. */
export function sideBySide(
  sides: readonly { entry: Entry; passages: readonly (Passage | undefined)[] }[],
  now: Date,
): Part[] {
  const rows = Array.from({ length: Math.max(...sides.map(({ passages }) => passages.length)) }, (_, i) => {
    const shown = sides.map(({ passages }) => passages[i]);
    const titles = new Set(shown.flatMap((passage) => passage?.title || []));
    const [only] = titles;
    // Rows of other names are no figures of one kind: each says its own.
    const named = titles.size > 1;
    return {
      label: named ? " " : (only ?? " "),
      cells: shown.map(
        (passage) =>
          passage &&
          statementOf(
            passage,
            now,
            named ? [strong(passage.title), passage.title.endsWith("?") ? " " : ": ", passage.text] : [passage.text],
          ),
      ),
    };
  });
  return sideTables(
    sides.map(({ entry }) => entry.title),
    rows,
  );
}
