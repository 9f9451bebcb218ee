import type { Entry, Passage } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import { type Part, type Statement, strong } from "#core/reply.ts";
import { statementOf } from "../cite.ts";

/** Columns beside the aspect: what a phone shows. */
const columns = 2;

/** One table for every two sides; a missing row is "not known". */
export function sideBySide(
  sides: readonly { entry: Entry; passages: readonly (Passage | undefined)[] }[],
  now: Date,
): Part[] {
  const starts = sides.map((_, i) => i).filter((i) => i % columns === 0);
  const rows = Math.max(...sides.map(({ passages }) => passages.length));
  return starts.map((start) => {
    const shown = sides.slice(start, start + columns);
    return {
      kind: "table",
      columns: ["", ...shown.map(({ entry }) => clip(entry.title, 60))],
      rows: Array.from({ length: rows }, (_, i) => [
        { text: [strong(labelOf(sides, i))] },
        ...shown.map(({ passages }) => cellOf(passages[i], now)),
      ]),
    };
  });
}

function labelOf(sides: readonly { passages: readonly (Passage | undefined)[] }[], i: number): string {
  return sides.map(({ passages }) => passages[i]?.title).find(Boolean) ?? " ";
}

function cellOf(passage: Passage | undefined, now: Date): Statement {
  return passage ? statementOf(passage, now) : { text: ["not known"] };
}
