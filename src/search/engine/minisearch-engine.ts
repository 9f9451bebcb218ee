import MiniSearch, { type AsPlainObject, type Options } from "minisearch";
import { bm25, type Engine, type EngineBuilder, type TermedDocument } from "./engine.ts";
import { lending } from "./matches.ts";

const split = (terms: string): string[] => terms.split(" ").filter(Boolean);

/** MiniSearch, given terms instead of words. */
const options: Options<TermedDocument> = {
  fields: ["title", "text"],
  stringifyField: (value) => (Array.isArray(value) ? value.join(" ") : String(value)),
  tokenize: split,
  processTerm: (term) => term,
  searchOptions: { bm25, tokenize: split, processTerm: (term) => term },
};

/** The ids of the documents in their order, and what finds them. */
export type MiniSearchData = { readonly ids: readonly string[]; readonly index: MiniSearch<TermedDocument> };

/** The same as plain data. */
export type SavedMiniSearch = { readonly ids: readonly string[]; readonly index: AsPlainObject };

export const saveMiniSearch = ({ ids, index }: MiniSearchData): SavedMiniSearch => ({ ids, index: index.toJSON() });

/** Throws for what another version of MiniSearch saved in another form. */
export const restoreMiniSearch = ({ ids, index }: SavedMiniSearch): MiniSearchData => ({
  ids,
  index: MiniSearch.loadJS<TermedDocument>(index, options),
});

/** The documents that hold a term, by number, and what each scores for it. */
type Scored = { readonly documents: Uint32Array; readonly scores: Float64Array };

/** Terms whose documents are remembered. */
const remembered = 20_000;

/** Builds what {@link miniSearchOver} is opened on. */
export function miniSearchBuilder(): EngineBuilder<MiniSearchData> {
  const index = new MiniSearch<TermedDocument>(options);
  const ids: string[] = [];
  return {
    add: (document) => {
      ids.push(document.id);
      index.add(document);
    },
    *finish() {
      yield;
      return { ids, index };
    },
  };
}

/** Finds documents by MiniSearch. What a term scores is the same in every query: it is asked once for each. */
export function miniSearchOver({ ids, index }: MiniSearchData): Engine {
  const places = new Map(ids.map((id, place) => [id, place]));
  const known = new Map<string, Scored>();
  const lend = lending(ids);
  const scoredFor = (term: string): Scored => {
    const before = known.get(term);
    if (before) return before;
    const results = index.search(term);
    const scored = {
      documents: Uint32Array.from(results, ({ id }) => places.get(String(id)) ?? 0),
      scores: Float64Array.from(results, ({ score }) => score),
    };
    if (known.size >= remembered) known.clear();
    known.set(term, scored);
    return scored;
  };
  const addScores = (total: Float64Array, term: string, boost: number): void => {
    const { documents, scores } = scoredFor(term);
    for (let i = 0; i < documents.length; i++) {
      const document = documents[i] ?? 0;
      total[document] = (total[document] ?? 0) + boost * (scores[i] ?? 0);
    }
  };
  return {
    match: (boosts, use) =>
      lend((total) => {
        for (const [term, boost] of boosts) addScores(total, term, boost);
      }, use),
  };
}
