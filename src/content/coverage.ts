import { dayOf } from "#core/day.ts";
import type { Entry, Passage } from "./entry.ts";
import type { Library } from "./library.ts";
import { isStale } from "./section-builder.ts";

/** A line per entry: words, facts, sources, facts past review, second-hand facts; then the sums. */
export function coverageTable(library: Library, now: Date): string {
  const rows = library.entries.map((entry) => rowOf(entry, dayOf(now)));
  const sums = rows.reduce((sum, row) => sum.map((value, i) => value + (row.numbers[i] ?? 0)), [0, 0, 0, 0, 0]);
  const header = `${"entry".padEnd(46)}${["words", "facts", "sources", "stale", "2nd-hand"].map((name) => name.padStart(10)).join("")}`;
  const line = (name: string, numbers: readonly number[]) =>
    `${name.padEnd(46)}${numbers.map((value) => value.toLocaleString("en-US").padStart(10)).join("")}`;
  return [header, ...rows.map((row) => line(row.name, row.numbers)), line(`${rows.length} entries`, sums)].join("\n");
}

function rowOf(entry: Entry, day: string) {
  const passages = entry.sections.flatMap((section) => section.passages);
  const words = passages.reduce(
    (sum, passage) => sum + `${passage.title} ${passage.text}`.split(/\s+/).filter(Boolean).length,
    0,
  );
  return {
    name: `${entry.kind}/${entry.id}`,
    numbers: [
      words,
      passages.length,
      entry.sources.length,
      passages.filter((passage) => isStale(passage, day)).length,
      passages.filter((passage) => passage.secondHand).length,
    ],
  };
}

/** Facts past their review date, oldest first: `file:line: id: as of …, review was due …: text`. */
export function staleTable(library: Library, now: Date): string {
  const stale = library.passages
    .filter((passage) => isStale(passage, dayOf(now)))
    .sort((a, b) => (a.reviewBy < b.reviewBy ? -1 : a.reviewBy > b.reviewBy ? 1 : 0));
  if (stale.length === 0) return "No fact is past its review date.";
  return [
    ...stale.map(staleLine),
    `${stale.length} of ${library.passages.length} facts are past their review date.`,
  ].join("\n");
}

function staleLine(passage: Passage): string {
  const words = `${passage.title ? `${passage.title}: ` : ""}${passage.text}`;
  return `${passage.file}:${passage.line}: ${passage.id}: as of ${passage.asOf}, review due ${passage.reviewBy}: ${words.slice(0, 80)}`;
}
