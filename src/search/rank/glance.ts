import type { Entry, Passage } from "#content/entry.ts";
import type { Row } from "../passages/learned.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import type { Candidates } from "./candidates.ts";
import { type Glance, type Glanced, weights } from "./score.ts";
import { fits, ownership } from "./signs.ts";

/**
 * Candidates that are compared by all signs: the most promising ones. The sets of eval/ are answered as well by 16 as by
 * 24; by 12 a little worse.
 */
const compared = 16;

/**
 * The candidates worth comparing by all signs, and those `wanted`. Most are told by their numbers alone; only those are read
 * that may still be among the best once it is known whether they fit the kind of question.
 */
export function mostPromising(
  search: SearchIndex,
  question: Question,
  { documents, engine }: Candidates,
  wanted: ReadonlySet<Passage>,
): Glanced[] {
  const facetOf = facetsOf(search, question);
  const glanceAt = (i: number, { passage, entry }: Row, kind: number): Glance => ({
    engine: engine[i] ?? 0,
    meaning: search.meaningAt(documents[i] ?? 0, question.meaning),
    facet: facetOf(passage, entry),
    kind,
    sort: question.companies.length === 0 && question.sorts.has(entry.kind) ? 1 : 0,
    own: ownership(question, entry, () => search.read(passage, entry)),
  });
  // No object for each: there are a thousand, at every question.
  const promises = new Float64Array(documents.length);
  for (let i = 0; i < documents.length; i++) {
    const row = search.rows[documents[i] ?? 0];
    if (row) promises[i] = promiseOf(glanceAt(i, row, 0));
  }
  const enough = nthLargest(promises, compared) - weights.kind;
  const read: Glanced[] = [];
  for (let i = 0; i < documents.length; i++) {
    const row = search.rows[documents[i] ?? 0];
    if (!row || ((promises[i] ?? 0) < enough && !wanted.has(row.passage))) continue;
    const here = search.read(row.passage, row.entry);
    const kind = question.kinds.some((one) => fits(one, here)) ? 1 : 0;
    read.push({ read: here, glance: glanceAt(i, row, kind) });
  }
  const kept = Float64Array.from(read, ({ glance }) => promiseOf(glance));
  const least = nthLargest(kept, compared);
  return read.filter((one, i) => (kept[i] ?? 0) >= least || wanted.has(one.read.passage));
}

/** The number that so many of these reach; less than any where there are fewer. */
function nthLargest(values: Float64Array, count: number): number {
  // The largest so far, the least of them first.
  const largest = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  for (const value of values) {
    let place = 0;
    for (; (largest[place] ?? Number.POSITIVE_INFINITY) < value; place++)
      if (place > 0) largest[place - 1] = largest[place] ?? value;
    if (place > 0) largest[place - 1] = value;
  }
  return largest[0] ?? Number.NEGATIVE_INFINITY;
}

/** What the words say is not known yet, so that BM25 and meaning stand for it and count more than in {@link weights}. */
export function promiseOf({ engine, meaning, facet, kind, sort, own }: Glance): number {
  return 2 * engine + 5.5 * meaning + facet + weights.kind * kind + weights.sort * sort + weights.own * own;
}

/** How far a candidate is a row of the kind that is asked for; a study's facts answer only a question about that study. */
function facetsOf(search: SearchIndex, { facets, companies }: Question): (passage: Passage, entry: Entry) => number {
  if (facets.size === 0) return () => 0;
  const shares = new Map<Passage, number>();
  const seen = new Set<Entry>();
  return (passage, entry) => {
    if (entry.kind === "case-study" && !companies.includes(entry)) return 0;
    if (!seen.has(entry)) {
      seen.add(entry);
      const rows = search.facetRows(entry);
      for (const facet of facets)
        for (const row of rows.get(facet) ?? [])
          shares.set(row.passage, Math.max(row.share, shares.get(row.passage) ?? 0));
    }
    return shares.get(passage) ?? 0;
  };
}
