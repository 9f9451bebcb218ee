import { atOnce, type Steps } from "#core/steps.ts";
import { createDictionary, type Dictionary } from "./engine/dictionary.ts";
import { bestFirst, type Engine, type EngineBuilder, type EngineName, type Hit } from "./engine/engine.ts";
import {
  type MiniSearchData,
  miniSearchBuilder,
  miniSearchOver,
  restoreMiniSearch,
  type SavedMiniSearch,
  saveMiniSearch,
} from "./engine/minisearch-engine.ts";
import { type PostingsData, postingsBuilder, postingsOver } from "./engine/postings-engine.ts";
import { type Prepared, prepare, type Query, type Reading, rescore } from "./engine/rerank.ts";
import { termsIn, wordsOf } from "./words/tokens.ts";

/** Anything that can be found. */
type Document = { readonly id: string; readonly title: string; readonly text: string };

type SearchOptions = {
  readonly limit?: number;
  /** Only documents for which this holds. */
  readonly where?: ((id: string) => boolean) | undefined;
  /** The last word may be unfinished: someone is still typing. */
  readonly typing?: boolean;
};

export type Index = {
  readonly engine: Engine;
  readonly documents: ReadonlyMap<string, Document>;
  /** Every term that stands in some document. */
  readonly dictionary: Dictionary;
  /** Every word of the texts, as it is written there. */
  readonly words: ReadonlySet<string>;
  /** A document split for the second stage, remembered. */
  readonly read: (id: string) => Prepared | undefined;
};

/** From this many documents on `auto` takes the postings engine. */
const largeLibrary = 10_000;

/** Documents kept split for the second stage; more are split again when needed. */
const remembered = 4000;

type IndexOptions = { readonly engine?: EngineName | undefined };

/** What is worked out of documents, and an index is opened on. */
export type Terms = {
  /** In how many titles and texts each term stands. */
  readonly counts: ReadonlyMap<string, number>;
  readonly words: ReadonlySet<string>;
  /** What finds them, and what that is opened on. */
  readonly found:
    | { readonly by: "minisearch"; readonly data: MiniSearchData }
    | { readonly by: "postings"; readonly data: PostingsData };
};

/** The same as plain data. */
export type SavedTerms = Omit<Terms, "found"> & {
  readonly found:
    | Extract<Terms["found"], { by: "postings" }>
    | { readonly by: "minisearch"; readonly data: SavedMiniSearch };
};

export const saveTerms = ({ found, ...rest }: Terms): SavedTerms =>
  found.by === "postings" ? { ...rest, found } : { ...rest, found: { by: found.by, data: saveMiniSearch(found.data) } };

/** Throws for what another version of MiniSearch saved in another form. */
export const restoreTerms = ({ found, ...rest }: SavedTerms): Terms =>
  found.by === "postings"
    ? { ...rest, found }
    : { ...rest, found: { by: found.by, data: restoreMiniSearch(found.data) } };

/** Builds an index of documents with unique ids. Knows nothing of what they are. */
export function createIndex(documents: readonly Document[], options: IndexOptions = {}): Index {
  return openIndex(documents, atOnce(termSteps(documents, options)));
}

/** Works out the terms of documents, document by document. */
export function* termSteps(documents: readonly Document[], { engine = "auto" }: IndexOptions = {}): Steps<Terms> {
  const suited = documents.length < largeLibrary ? "minisearch" : "postings";
  const counts = new Map<string, number>();
  const words = new Set<string>();
  function* built<Data>({ add, finish }: EngineBuilder<Data>): Steps<Data> {
    for (const { id, title, text } of documents) {
      const written = wordsOf(text);
      const document = { id, title: termsOf(title, true), text: termsIn(written) };
      for (const word of written) words.add(word);
      for (const terms of [document.title, document.text])
        for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
      add(document);
      yield;
    }
    return yield* finish();
  }
  const by = engine === "auto" ? suited : engine;
  const found: Terms["found"] =
    by === "minisearch"
      ? { by, data: yield* built(miniSearchBuilder()) }
      : { by, data: yield* built(postingsBuilder()) };
  return { counts, words, found };
}

/** The index of these documents, whose terms were worked out before. */
export function openIndex(documents: readonly Document[], { counts, words, found }: Terms): Index {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    engine: found.by === "minisearch" ? miniSearchOver(found.data) : postingsOver(found.data),
    documents: byId,
    dictionary: createDictionary(counts),
    words,
    read: remember(byId),
  };
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
  return termsIn(wordsOf(text), keepQuestions);
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
  const found = index.engine.match(wantedTerms(index, asked, typing), ({ best }) =>
    best(Math.max(limit, depth), where),
  );
  const head: Reading[] = found
    .slice(0, depth)
    .flatMap((hit) => [{ ...hit, document: index.read(hit.id) }].flatMap(withDocument));
  const reordered = rescore(head, queryOf(index, asked, head)).sort(bestFirst);
  return [...reordered, ...found.slice(depth)].slice(0, limit);
}

/** Unknown words of a query that are guessed; a longer list of them is no question. */
const mostGuessed = 12;

/** The known terms that a query asks for, with what each counts. */
function wantedTerms({ dictionary }: Index, query: string, typing: boolean): ReadonlyMap<string, number> {
  const terms = [...new Set(termsOf(query, true))];
  const unknown = terms.filter((term) => !dictionary.counts.has(term)).slice(0, mostGuessed);
  const wanted = new Map(terms.filter((term) => dictionary.counts.has(term)).map((term) => [term, 1]));
  const guesses = [
    ...unknown.flatMap(dictionary.near),
    ...(typing ? terms.slice(-1).flatMap(dictionary.beginningWith) : []),
  ];
  for (const { term, share } of guesses) wanted.set(term, (wanted.get(term) ?? 0) + share);
  return wanted;
}

function withDocument<T extends { readonly document: Prepared | undefined }>({ document, ...rest }: T) {
  return document ? [{ ...rest, document }] : [];
}

/** The query as the second stage reads it: an unknown term stands for the nearest one that some document has. */
function queryOf({ documents, dictionary }: Index, query: string, head: readonly Reading[]): Query {
  const mended = (term: string) =>
    dictionary.counts.has(term)
      ? term
      : (dictionary.near(term).find((guess) => head.some(({ document }) => document.terms.has(guess.term)))?.term ??
        term);
  const terms = [...new Set(termsOf(query).map(mended))];
  return {
    words: wordsOf(query),
    terms: new Map(terms.map((term) => [term, rarity(documents.size, dictionary.counts.get(term) ?? 0)])),
  };
}

/** Inverse document frequency as in BM25, never below zero. */
function rarity(count: number, having: number): number {
  return Math.log(1 + Math.max(0, count - having + 0.5) / (having + 0.5));
}
