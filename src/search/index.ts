import MiniSearch from "minisearch";
import { editDistance, forgiven } from "#core/nearest.ts";
import { type Prepared, prepare, type Query, type Reading, rescore } from "./rerank.ts";
import { isStopWord, stem, wordsOf } from "./tokens.ts";

/** Anything that can be found. */
export type Document = { readonly id: string; readonly title: string; readonly text: string };

export type Hit = { readonly id: string; readonly score: number };

export type SearchOptions = {
  readonly limit?: number;
  /** Only documents for which this holds. */
  readonly where?: (id: string) => boolean;
  /** The last word may be unfinished: someone is still typing. */
  readonly typing?: boolean;
};

export type Index = {
  readonly engine: MiniSearch<Document>;
  readonly documents: ReadonlyMap<string, Document>;
  /** Every term that stands in some document, and in how many titles and texts. */
  readonly known: ReadonlyMap<string, number>;
  /** A document split for the second stage, remembered. */
  readonly read: (id: string) => Prepared | undefined;
};

/** Documents kept split for the second stage; more are split again when needed. */
const remembered = 4000;

/** Builds an index of documents with unique ids. Knows nothing of what they are. */
export function createIndex(documents: readonly Document[]): Index {
  const known = new Map<string, number>();
  const engine = new MiniSearch<Document>({
    fields: ["title", "text"],
    tokenize: (text, field) => {
      const terms = termsOf(text, field === "title");
      for (const term of new Set(terms)) known.set(term, (known.get(term) ?? 0) + 1);
      return terms;
    },
    processTerm: (term) => term,
    searchOptions: {
      bm25: { k: 1.5, b: 0.75, d: 0.5 },
      tokenize: (text) => [...new Set(termsOf(text, true))],
      processTerm: (term) => term,
    },
  });
  engine.addAll(documents);
  const byId = new Map(documents.map((document) => [document.id, document]));
  return { engine, documents: byId, known, read: remember(byId) };
}

function remember(documents: ReadonlyMap<string, Document>): Index["read"] {
  const split = new Map<string, Prepared>();
  return (id) => {
    const before = split.get(id);
    if (before) return before;
    const document = documents.get(id);
    if (!document) return undefined;
    const prepared = prepare(document.title, document.text);
    if (split.size >= remembered) split.clear();
    split.set(id, prepared);
    return prepared;
  };
}

/** The terms of a text in order: stems of its words but stop words; question words stay if asked to. */
export function termsOf(text: string, keepQuestions = false): string[] {
  return wordsOf(text)
    .filter((word) => !isStopWord(word, keepQuestions))
    .map(stem);
}

const longestQuery = 400;

/** Results the second stage looks at: 50 or 100 find nothing more, on six public collections. */
const depth = 20;

/**
 * The best documents for a query, best first; equal scores in the order of ids. Words the index does not know are
 * matched with typos forgiven, words it knows only exactly. BM25 finds, the second stage orders the first twenty.
 */
export function search(index: Index, query: string, { limit = 10, where, typing = false }: SearchOptions = {}): Hit[] {
  const asked = query.slice(0, longestQuery);
  const results = index.engine.search(asked, {
    fuzzy: (term) => (index.known.has(term) ? false : forgiven(term.length)),
    prefix: (_, i, terms) => typing && i === terms.length - 1,
    ...(where ? { filter: (result: { id: string }) => where(result.id) } : {}),
  });
  // MiniSearch multiplies by the number of matched words; without that, long questions rank three points better.
  const found = results
    .map(({ id, score, queryTerms }) => ({ id: String(id), score: score / Math.max(1, queryTerms.length) }))
    .sort(bestFirst);
  const head: Reading[] = found
    .slice(0, depth)
    .flatMap((hit) => [{ ...hit, document: index.read(hit.id) }].flatMap(withDocument));
  const corrected = corrections(index, asked, results.slice(0, depth));
  const reordered = rescore(head, queryOf(index, asked, corrected)).sort(bestFirst);
  return [...reordered, ...found.slice(depth)].slice(0, limit);
}

const bestFirst = (a: Hit, b: Hit): number => b.score - a.score || (a.id < b.id ? -1 : 1);

function withDocument<T extends { readonly document: Prepared | undefined }>({ document, ...rest }: T) {
  return document ? [{ ...rest, document }] : [];
}

/** For each term of the query that no document has, the nearest one that was matched for it. */
function corrections(
  index: Index,
  query: string,
  results: readonly { readonly terms: readonly string[] }[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const term of new Set(termsOf(query, true))) {
    if (index.known.has(term)) continue;
    let nearest = forgiven(term.length) + 1;
    for (const candidate of new Set(results.flatMap((result) => result.terms))) {
      const distance = editDistance(term, candidate, nearest);
      if (distance >= nearest) continue;
      nearest = distance;
      found.set(term, candidate);
    }
  }
  return found;
}

function queryOf(index: Index, query: string, corrected: ReadonlyMap<string, string>): Query {
  const mended = (term: string) => corrected.get(term) ?? term;
  const words = wordsOf(query);
  const terms = [...new Set(termsOf(query).map(mended))];
  const count = index.documents.size;
  return {
    words,
    terms: new Map(terms.map((term) => [term, rarity(count, index.known.get(term) ?? 0)])),
  };
}

/** Inverse document frequency as in BM25, never below zero. */
export function rarity(count: number, having: number): number {
  return Math.log(1 + Math.max(0, count - having + 0.5) / (having + 0.5));
}
