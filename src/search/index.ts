import { atOnce, type Steps } from "#core/steps.ts";
import { createDictionary, type Dictionary } from "./engine/dictionary.ts";
import { bestFirst, type Engine, type EngineBuilder, type EngineName, type Hit } from "./engine/engine.ts";
import { miniSearchEngine } from "./engine/minisearch-engine.ts";
import { postingsEngine } from "./engine/postings-engine.ts";
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

const engines: Readonly<Record<Exclude<EngineName, "auto">, () => EngineBuilder>> = {
  minisearch: miniSearchEngine,
  postings: postingsEngine,
};

/** Documents kept split for the second stage; more are split again when needed. */
const remembered = 4000;

type IndexOptions = { readonly engine?: EngineName | undefined };

/** Builds an index of documents with unique ids. Knows nothing of what they are. */
export function createIndex(documents: readonly Document[], options: IndexOptions = {}): Index {
  return atOnce(indexSteps(documents, options));
}

/** The same as {@link createIndex}, document by document. */
export function* indexSteps(documents: readonly Document[], { engine = "auto" }: IndexOptions = {}): Steps<Index> {
  const suited = documents.length < largeLibrary ? "minisearch" : "postings";
  const builder = engines[engine === "auto" ? suited : engine]();
  const counts = new Map<string, number>();
  const words = new Set<string>();
  for (const { id, title, text } of documents) {
    const written = wordsOf(text);
    const document = { id, title: termsOf(title, true), text: termsIn(written) };
    for (const word of written) words.add(word);
    for (const terms of [document.title, document.text])
      for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
    builder.add(document);
    yield;
  }
  const byId = new Map(documents.map((document) => [document.id, document]));
  return {
    engine: yield* builder.finish(),
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
