import MiniSearch from "minisearch";
import { bestFirst, bm25, type EngineBuilder, type TermedDocument } from "./engine.ts";

const split = (terms: string): string[] => terms.split(" ").filter(Boolean);

/** MiniSearch, given terms instead of words. */
export function miniSearchEngine(): EngineBuilder {
  const index = new MiniSearch<TermedDocument>({
    fields: ["title", "text"],
    stringifyField: (value) => (Array.isArray(value) ? value.join(" ") : String(value)),
    tokenize: split,
    processTerm: (term) => term,
    searchOptions: { bm25, tokenize: split, processTerm: (term) => term },
  });
  return {
    add: (document) => index.add(document),
    *finish() {
      return {
        match: (boosts) => {
          const results = index.search([...boosts.keys()].join(" "), { boostTerm: (term) => boosts.get(term) ?? 1 });
          // MiniSearch multiplies by the number of matched terms; without that, long questions rank three points better.
          const scores = new Map(
            results.map(({ id, score, queryTerms }) => [String(id), score / Math.max(1, queryTerms.length)]),
          );
          return {
            best: (limit, where) =>
              [...scores]
                .map(([id, score]) => ({ id, score }))
                .filter(({ id }) => where?.(id) ?? true)
                .sort(bestFirst)
                .slice(0, limit),
            scoreOf: (id) => scores.get(id) ?? 0,
          };
        },
      };
    },
  };
}
