import type { Kind, Passage, Section } from "./entry.ts";
import type { ParsedFile } from "./parse-file.ts";

/** What the fields of a row have in common, as the schemas parse them. */
type Fact = {
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly secondHand?: boolean | undefined;
  readonly reviewBy?: string | undefined;
  readonly asked?: readonly string[];
  readonly also?: readonly { text: string; asOf: string; sources: readonly string[]; secondHand: boolean }[];
};

export type Row = {
  readonly title?: string;
  readonly text: string;
  readonly fact: Fact;
  readonly id?: string;
  readonly aliases?: readonly string[];
  /** Where the row stands in the front matter; a row of the body says its line itself. */
  readonly path: readonly PropertyKey[];
  readonly line?: number;
};

export type SectionShape = Pick<Section, "id" | "title" | "form"> & {
  readonly aliases?: readonly string[];
  readonly ages?: boolean;
};

const monthsUntilReview = 18;

/** Makes the sections of one entry: numbers its passages, fills in review dates and second-hand marks. */
export function sectionBuilder(
  kind: Kind,
  entry: string,
  parsed: ParsedFile<{ sources: readonly { id: string; secondHand: boolean }[] }>,
) {
  const relays = new Set(parsed.data.sources.filter((source) => source.secondHand).map((source) => source.id));
  return (shape: SectionShape, rows: readonly Row[]): Section => ({
    id: shape.id,
    title: shape.title,
    form: shape.form,
    aliases: shape.aliases ?? [],
    passages: rows.map(
      (row, i): Passage => ({
        id: `${entry}#${shape.id}/${row.id ?? i + 1}`,
        entry,
        kind,
        section: shape.id,
        title: row.title ?? "",
        text: row.text,
        asOf: row.fact.asOf,
        sources: row.fact.sources,
        secondHand: row.fact.secondHand ?? row.fact.sources.every((id) => relays.has(id)),
        reviewBy: row.fact.reviewBy ?? (shape.ages ? addMonths(row.fact.asOf, monthsUntilReview) : "never"),
        also: row.fact.also ?? [],
        aliases: row.aliases ?? [],
        asked: row.fact.asked ?? [],
        file: parsed.file,
        line: row.line ?? parsed.lineOf(row.path),
      }),
    ),
  });
}

function addMonths(date: string, months: number): string {
  const [year = 0, month = 12] = date.split("-").map(Number);
  const sum = year * 12 + (month - 1) + months;
  return `${Math.floor(sum / 12)}-${String((sum % 12) + 1).padStart(2, "0")}`;
}

/** True when a passage is past its review date. `today` is `YYYY-MM-DD`; a month or year counts as past once it is over. */
export function isStale(passage: Pick<Passage, "reviewBy">, today: string): boolean {
  return passage.reviewBy !== "never" && today.slice(0, passage.reviewBy.length) > passage.reviewBy;
}
