import type { Entry, Passage } from "#content/entry.ts";
import { fold } from "#core/nearest.ts";
import { onceEach } from "#core/once-each.ts";
import type { Lexicon } from "./lexicon.ts";

/** The facets that a row answers, by number: 1 for a row of that label, less for any row of a section. */
export type FacetsAnswered = ReadonlyMap<number, number>;

/** Rows of an entry that answer a facet, by its number. */
export type FacetRows = ReadonlyMap<number, readonly { readonly passage: Passage; readonly share: number }[]>;

/** A row of a whole section answers less exactly than the row of that label, which counts 1. */
export const wholeSection = 0.6;

/** Which rows answer what: by their section or the kind of their entry, and by what their title holds. */
export function createFacets({ facets }: Pick<Lexicon, "facets">) {
  const rules = Map.groupBy(
    facets.flatMap(({ rows }, facet) => rows.map((row) => ({ ...row, facet }))),
    ({ section }) => section,
  );
  const of = (passage: Passage, entry: Entry): FacetsAnswered => {
    const anySection = entry.kind === "playbook" || entry.kind === "role" ? ["*"] : [];
    const own = [passage.section, entry.kind, ...anySection].flatMap((section) => rules.get(section) ?? []);
    const found = new Map<number, number>();
    if (own.length === 0) return found;
    const title = ` ${fold(passage.title)} `;
    const isShare = /^ (?:share|part|portion) of /.test(title);
    for (const { facet, label } of own) {
      const named = label.trim() !== "";
      if (!title.includes(label) || (named && isShare)) continue;
      found.set(facet, Math.max(found.get(facet) ?? 0, named ? 1 : wholeSection));
    }
    return found;
  };
  const rowsOf = onceEach((entry: Entry): FacetRows => {
    const rows = entry.sections.flatMap(({ passages }) =>
      passages.flatMap((passage) => [...of(passage, entry)].map(([facet, share]) => ({ facet, passage, share }))),
    );
    return Map.groupBy(rows, ({ facet }) => facet);
  });
  return { of, rowsOf };
}
