import type { Steps } from "#core/steps.ts";

/** A document as an engine sees it: the terms of its two fields, in order. */
export type TermedDocument = {
  readonly id: string;
  readonly title: readonly string[];
  readonly text: readonly string[];
};

export type Hit = { readonly id: string; readonly score: number };

export const engineNames = ["auto", "minisearch", "postings"] as const;
/** What finds documents; `auto` takes the one that suits their number. Both give the same results. */
export type EngineName = (typeof engineNames)[number];

/** Narrows a look-up to some documents, by their ids and numbers. */
export type Where = (id: string, document: number) => boolean;

/** What one look-up matched; it holds no longer than it is looked at. */
export type Matches = {
  /** The best documents that hold a term, best first; equal scores in the order of ids. */
  best(limit: number, where?: Where): Hit[];
  /** What one document scored, by its number (the first one added is 0); 0 when it holds none of the terms. */
  scoreAt(document: number): number;
  /** 1 for each document, by its number, that holds a term. */
  held(): Uint8Array;
};

/** Finds documents by terms. All engines score alike, by {@link bm25}, so that one may stand for another. */
export type Engine = {
  /** Gives what is made of the documents that hold any of these terms; each term counts as often as its boost says. */
  match<Result>(boosts: ReadonlyMap<string, number>, use: (matches: Matches) => Result): Result;
};

/** Takes documents one by one, so that nothing but the engine need hold them; gives what an engine is opened on. */
export type EngineBuilder<Data> = { add(document: TermedDocument): void; finish(): Steps<Data> };

/** BM25+ of Lv and Zhai (2011), each field by itself; what a document scores is the sum of its fields. */
export const bm25 = { k: 1.5, b: 0.75, d: 0.5 } as const;

/** Orders hits by score; of equal ones the id that comes first in the alphabet. */
export const bestFirst = (a: Hit, b: Hit): number => b.score - a.score || (a.id < b.id ? -1 : 1);
