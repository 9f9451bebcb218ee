import MiniSearch from "minisearch";
import { bm25, type EngineBuilder, type TermedDocument } from "./engine.ts";
import { lending } from "./matches.ts";

/** The documents that hold a term, by number, and what each scores for it. */
type Scored = { readonly documents: Uint32Array; readonly scores: Float64Array };

/** Terms whose documents are remembered. */
const remembered = 20_000;

const split = (terms: string): string[] => terms.split(" ").filter(Boolean);

/** MiniSearch, given terms instead of words. What a term scores is the same in every query: it is asked once for each. */
export function miniSearchEngine(): EngineBuilder {
  const index = new MiniSearch<TermedDocument>({
    fields: ["title", "text"],
    stringifyField: (value) => (Array.isArray(value) ? value.join(" ") : String(value)),
    tokenize: split,
    processTerm: (term) => term,
    searchOptions: { bm25, tokenize: split, processTerm: (term) => term },
  });
  const ids: string[] = [];
  const places = new Map<string, number>();
  const known = new Map<string, Scored>();
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
  return {
    add: (document) => {
      places.set(document.id, ids.push(document.id) - 1);
      index.add(document);
    },
    *finish() {
      const lend = lending(ids);
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
    },
  };
}
