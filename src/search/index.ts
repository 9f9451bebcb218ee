import MiniSearch from "minisearch";
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
  /** Every term that stands in some document. */
  readonly known: ReadonlySet<string>;
};

/** Builds an index of documents with unique ids. Knows nothing of what they are. */
export function createIndex(documents: readonly Document[]): Index {
  const known = new Set<string>();
  const engine = new MiniSearch<Document>({
    fields: ["title", "text"],
    tokenize: wordsOf,
    processTerm: (word, field) => {
      const term = termOf(word, field === "title");
      if (term) known.add(term);
      return term;
    },
    searchOptions: { bm25: { k: 1.5, b: 0.75, d: 0.5 }, processTerm: (word) => termOf(word, true) },
  });
  engine.addAll(documents);
  return { engine, known };
}

function termOf(word: string, keepQuestions: boolean): string | null {
  return isStopWord(word, keepQuestions) ? null : stem(word);
}

const longestQuery = 400;

/**
 * The best documents for a query, best first; equal scores in the order of ids. Words the index does not know are
 * matched with typos forgiven; words it knows only exactly.
 */
export function search(index: Index, query: string, { limit = 10, where, typing = false }: SearchOptions = {}): Hit[] {
  const results = index.engine.search(query.slice(0, longestQuery), {
    fuzzy: (term) => (index.known.has(term) || term.length < 4 ? false : term.length < 8 ? 1 : 2),
    prefix: (_, i, terms) => typing && i === terms.length - 1,
    ...(where ? { filter: (result: { id: string }) => where(result.id) } : {}),
  });
  return results
    .map((result) => ({ id: String(result.id), score: result.score / Math.max(1, result.queryTerms.length) }))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}
