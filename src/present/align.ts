import { slugOf } from "#content/entries/common.ts";
import type { Entry, Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { ComparisonFile } from "#content/schema/comparison.ts";
import { fold } from "#core/nearest.ts";

export type Subject = {
  readonly id: string;
  readonly title: string;
  /** What the casebook has on it, where it has an entry of its own. */
  readonly entry: Entry | undefined;
};

/** One aspect over all subjects; a cell without a passage is not known. */
export type AlignedRow = {
  readonly aspect: string;
  readonly cells: readonly { readonly passages: readonly Passage[] }[];
};

export type Alignment = {
  readonly subjects: readonly Subject[];
  readonly rows: readonly AlignedRow[];
  readonly verdicts: readonly Passage[];
};

const labelNames: Record<string, string> = {
  hq: "headquarters",
  "founding team": "founders",
  "total raised": "funding raised",
  funding: "funding raised",
  headcount: "employees",
  staff: "employees",
};
const canonical = (label: string): string => {
  const folded = fold(label).replace(/\s*\(.*$/, "");
  return labelNames[folded] ?? folded;
};

/** What every study or role is compared on beside its labelled facts: section, words for it, how many rows. */
const sectionAspects: readonly (readonly [string, string, number])[] = [
  ["partnerships", "Partners", 3],
  ["lessons", "First lesson", 1],
  ["risks", "First risk", 1],
  ["owns", "Owns", 3],
  ["kpis", "Measured by", 3],
  ["reports-to", "Reports to", 1],
  ["team", "Team", 1],
  ["career", "Career path", 1],
  ["pitfalls", "Pitfalls", 3],
];

/** Sets entries of one kind side by side: labelled facts by their label, then the sections they share. */
export function alignEntries(entries: readonly Entry[]): Alignment {
  const passagesIn = (entry: Entry, section: string) => entry.sections.find(({ id }) => id === section)?.passages ?? [];
  const labels = new Map<string, string>();
  for (const entry of entries)
    for (const passage of passagesIn(entry, "glance"))
      if (!labels.has(canonical(passage.title))) labels.set(canonical(passage.title), passage.title);
  const facts = [...labels].map(([key, aspect]) => ({
    aspect,
    cells: entries.map((entry) => ({
      passages: passagesIn(entry, "glance")
        .filter((passage) => canonical(passage.title) === key)
        .slice(0, 1),
    })),
  }));
  const shared = sectionAspects
    .filter(([section]) => entries.some((entry) => passagesIn(entry, section).length > 0))
    .map(([section, aspect, count]) => ({
      aspect,
      cells: entries.map((entry) => ({ passages: passagesIn(entry, section).slice(0, count) })),
    }));
  return {
    subjects: entries.map((entry) => ({ id: entry.id, title: entry.title, entry })),
    rows: [...facts, ...shared],
    verdicts: [],
  };
}

/** A written comparison as an alignment. */
export function alignComparison(entry: Entry, file: ComparisonFile, library: Library): Alignment {
  const cell = (aspect: string, subject: string) => library.passage(`${entry.id}#rows/${slugOf(aspect)}-${subject}`);
  return {
    subjects: file.subjects.map(({ id, title, entry: named = id }) => ({ id, title, entry: library.entry(named) })),
    rows: file.rows.map(({ aspect }) => ({
      aspect,
      cells: file.subjects.map(({ id }) => ({ passages: [cell(aspect, id) ?? []].flat() })),
    })),
    verdicts: entry.sections.find(({ id }) => id === "verdicts")?.passages ?? [],
  };
}
