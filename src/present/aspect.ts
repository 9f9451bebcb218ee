import type { Entry, Passage } from "#content/entry.ts";
import { fold, resolveName } from "#core/nearest.ts";
import type { AlignedRow, Alignment } from "./align.ts";

/** The rows of an alignment that the typed aspect names: the one called so, else all whose names hold its words. */
export function rowsNamed(aspect: string, { rows }: Alignment): readonly AlignedRow[] {
  const wanted = fold(aspect);
  const called = rows.filter((row) => fold(row.aspect) === wanted);
  if (called.length > 0) return called;
  const words = wanted.split(" ");
  const having = rows.filter((row) => {
    const name = new Set(fold(row.aspect).split(" "));
    return words.every((word) => name.has(word));
  });
  if (having.length > 0) return having;
  const near = resolveName(
    aspect,
    rows.map((row) => ({ value: row, names: [row.aspect, ...row.aspect.split(" ")] })),
  ).match;
  return near ? [near] : [];
}

/** What every entry says in the section that the typed aspect names: all their risks, lessons, partners … */
export function sectionRow(aspect: string, entries: readonly Entry[]): readonly AlignedRow[] {
  const found = resolveName(
    aspect,
    entries.flatMap(({ sections }) =>
      sections.map(({ id, title, aliases }) => ({ value: { id, title }, names: [id, title, ...aliases] })),
    ),
  );
  const section = found.match && found.how !== "typo" ? found.match : undefined;
  if (!section) return [];
  const cells = entries.map(({ sections }) => ({
    passages: sections.find(({ id }) => id === section.id)?.passages ?? [],
  }));
  const heard = cells.filter(({ passages }) => passages.length > 0).length;
  return heard > 1 ? [{ aspect: section.title, cells }] : [];
}

/** What each entry says to a thing that no row is named after, by a search of its own; nothing when no entry says anything. */
export function searchedRow(
  aspect: string,
  entries: readonly Entry[],
  search: (aspect: string, about: Entry) => Passage | undefined,
): readonly AlignedRow[] {
  const cells = entries.map((entry) => ({ passages: [search(aspect, entry) ?? []].flat() }));
  const found = cells.flatMap(({ passages }) => passages);
  return found.length > 0 ? [{ aspect: headingOf(aspect, found), cells }] : [];
}

/** What was typed as a heading; an acronym in the capitals that the passages give it: "tvl" is TVL. */
function headingOf(typed: string, passages: readonly Passage[]): string {
  const said = passages.flatMap(({ title, text }) => `${title} ${text}`.match(/\b\p{Lu}[\p{Lu}\p{N}]+\b/gu) ?? []);
  const acronyms = new Map(said.map((acronym) => [acronym.toLowerCase(), acronym]));
  const heading = typed.replace(/[\p{L}\p{N}]+/gu, (word) => acronyms.get(word.toLowerCase()) ?? word);
  return heading.charAt(0).toUpperCase() + heading.slice(1);
}
