import { clip } from "#core/clip.ts";
import { type Part, type Statement, strong } from "#core/reply.ts";

/** Columns beside the first: what a phone shows. */
const columns = 2;

/** What is said of each subject to one aspect, in the order of the subjects; nothing where it is not known. */
export type ComparedRow = { readonly label: string; readonly cells: readonly (Statement | undefined)[] };

/** Subjects side by side: one table for every two of them, so that each fits a phone. */
export function sideTables(titles: readonly string[], rows: readonly ComparedRow[]): Part[] {
  const starts = titles.map((_, i) => i).filter((i) => i % columns === 0);
  return starts.map((start) => ({
    kind: "table",
    columns: ["", ...titles.slice(start, start + columns).map((title) => clip(title, 60))],
    rows: rows.map(({ label, cells }) => [
      { text: [strong(label)] },
      ...cells.slice(start, start + columns).map((cell) => cell ?? { text: ["not known"] }),
    ]),
  }));
}
