import type { Entry, Passage } from "#content/entry.ts";
import { type Niche, niches } from "#content/niches.ts";
import { fold } from "#core/nearest.ts";
import type { Row } from "../passages/learned.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight, type Unit } from "../question/units.ts";
import { ordering, superlative } from "./across-order.ts";

/** Words for what a casebook has studies of. */
export const studies = /^(?:compan|stud|firm|start|busines|labs?$|case|they|them|these|those|ones?$)/;

/** Sections that say the same of every study, those first that say it shortest. */
const telling = ["glance", "metrics", "faq"] as const;

/** Those of them that give figures. */
export const ofFigures: readonly string[] = ["glance", "metrics"];

/** Of each study the row that answers a facet, from the section where most studies have one, else from another. */
export function rowsOf(
  { facetsOf, reader }: SearchIndex,
  facet: number,
  entries: readonly Entry[],
  sections: readonly string[] = telling,
): Row[] {
  const asked = reader.lexicon.facets[facet]?.rows ?? [];
  // Labels stand in the order in which they answer best.
  const own = new Set(asked.map(({ section }) => section));
  const placeOf = ({ section, title }: Passage) => {
    if (!own.has(section)) return -1;
    const written = ` ${fold(title)} `;
    return asked.findIndex(
      (row) =>
        row.section === section && (section === "faq" ? written.includes(row.label) : written.startsWith(row.label)),
    );
  };
  const rows = entries.map((entry) => ({
    entry,
    passages: entry.sections
      .flatMap((section) => section.passages)
      .filter((passage) => placeOf(passage) >= 0 && facetsOf(passage, entry).get(facet) === 1)
      .sort((one, other) => placeOf(one) - placeOf(other)),
  }));
  const having = (section: string) =>
    rows.filter(({ passages }) => passages.some((passage) => passage.section === section)).length;
  const bySection = sections.toSorted((a, b) => having(b) - having(a));
  return rows.flatMap(({ entry, passages }) => {
    const passage = bySection.flatMap((section) => passages.find((one) => one.section === section) ?? [])[0];
    return passage ? [{ passage, entry }] : [];
  });
}

/** What rows are headed with: their own title where they share one, else the name of the facet. */
export function headingOf(rows: readonly Row[], facet: string): string {
  const titles = new Set(rows.map(({ passage }) => passage.title));
  const [only = ""] = titles;
  const named = facet.replaceAll("-", " ");
  return titles.size === 1 ? only : `${named.charAt(0).toUpperCase()}${named.slice(1)}`;
}

/** Among which studies was looked, as a heading says it; nothing where they are named. */
export function amongSaid({ companies }: Question, niche: InNiche | undefined): string[] {
  if (niche) return [niche.name];
  return companies.length > 0 ? [] : ["all studies"];
}

/** Those that are named, those of a niche, or all. */
export function studiesAsked(
  { library }: SearchIndex,
  { companies }: Question,
  niche: InNiche | undefined,
): readonly Entry[] {
  if (companies.length > 0) return companies;
  return library.ofKind("case-study").filter((entry) => !niche || entry.niche === niche.name);
}

/** Facets that ask who does something with a company, and not how a company is. */
export const asksWhoWith = ({ reader }: SearchIndex, facet: number): boolean =>
  reader.lexicon.facets[facet]?.asked?.includes("person") ?? false;

/** Words beside the facet that say something, and not only that studies are asked about. */
export function residue(units: readonly Unit[], facet: number): Unit[] {
  return units.filter(
    (unit) =>
      !unit.facets.includes(facet) &&
      unit.weight > tellingWeight &&
      !unit.names &&
      !studies.test(unit.text) &&
      !superlative.test(unit.text) &&
      !ordering.test(unit.text) &&
      unit.text !== "money",
  );
}

export type InNiche = { readonly name: Niche["name"]; readonly words: ReadonlySet<string> };

/** The one niche that a question keeps to, and the words that name it. */
export function nicheIn(line: string): InNiche | undefined {
  const [only, other] = niches.filter(({ aliases }) => aliases.some((alias) => ` ${line} `.includes(` ${alias} `)));
  return only && !other ? { name: only.name, words: new Set(only.aliases) } : undefined;
}
