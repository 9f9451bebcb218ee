import type { Passage } from "#content/entry.ts";
import type { Candidate } from "./candidates.ts";
import type { SearchIndex } from "./passages.ts";
import type { Question } from "./question.ts";
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
  candidates: readonly Candidate[],
  wanted: ReadonlySet<Passage>,
): Glanced[] {
  const facetOf = facetsOf(search, question);
  const unread = candidates.map((candidate) => {
    const { document, passage, entry, engine } = candidate;
    const glance: Glance = {
      engine,
      meaning: search.meaningAt(document, question.meaning),
      facet: facetOf(candidate),
      kind: 0,
      sort: question.companies.length === 0 && question.sorts.has(entry.kind) ? 1 : 0,
      own: ownership(question, entry, () => search.read(passage, entry)),
    };
    return { passage, entry, glance, promise: promiseOf(glance) };
  });
  const near = best(unread, weights.kind, wanted);
  const read = near.map(({ passage, entry, glance: before }) => {
    const here = search.read(passage, entry);
    const glance = { ...before, kind: question.kinds.some((kind) => fits(kind, here)) ? 1 : 0 };
    return { passage, read: here, glance, promise: promiseOf(glance) };
  });
  return best(read, 0, wanted);
}

type Promising = { readonly passage: Passage; readonly promise: number };

/** Those that are among the best by what they promise, or may be when something more is known of them. */
function best<One extends Promising>(all: readonly One[], mayGain: number, wanted: ReadonlySet<Passage>): One[] {
  const promises = Float64Array.from(all, ({ promise }) => promise).sort();
  const enough = (promises.at(-compared) ?? Number.NEGATIVE_INFINITY) - mayGain;
  return all.filter(({ passage, promise }) => promise >= enough || wanted.has(passage));
}

/** What the words say is not known yet, so that BM25 and meaning stand for it and count more than in {@link weights}. */
export function promiseOf({ engine, meaning, facet, kind, sort, own }: Glance): number {
  return 2 * engine + 5.5 * meaning + facet + weights.kind * kind + weights.sort * sort + weights.own * own;
}

/** How far a candidate is a row of the kind that is asked for; a study's facts answer only a question about that study. */
function facetsOf(search: SearchIndex, { facets, companies }: Question): (candidate: Candidate) => number {
  if (facets.size === 0) return () => 0;
  const shares = new Map<Passage, number>();
  const seen = new Set<Candidate["entry"]>();
  return ({ passage, entry }) => {
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
