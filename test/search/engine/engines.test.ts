import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createIndex, type Index, search } from "#search/index.ts";
import { realSearch } from "../real-search.ts";

const { library } = await realSearch();
const documents = library.passages.map(({ id, title, text }) => ({ id, title, text }));
const small = createIndex(documents, { engine: "minisearch" });
const large = createIndex(documents, { engine: "postings" });

const questions = [
  "why did hugging face leave the chatbot business?",
  "who founded mistral",
  "valuation",
  "revenue share of cloud marketplaces",
  "what does a partner manager do in the first 90 days",
  "netwrok efects and hyperscalr partnershps",
  "grants programme ecosystem fund developers",
  "how much does it cost to train a model of 7B parameters on H100",
];

/** Sums of the same numbers in another order differ in their last digits. */
const rounded = (index: Index, ...query: Parameters<typeof search> extends [unknown, ...infer Rest] ? Rest : never) =>
  search(index, ...query).map(({ id, score }) => ({ id, score: score.toFixed(9) }));

describe("both engines", () => {
  test.each([
    ["minisearch", small],
    ["postings", large],
  ])("look something up while another look-up is looked at, and neither learns of the other: %s", (_, { engine }) => {
    const look = (term: string) => engine.match(new Map([[term, 1]]), ({ best, held }) => [best(20), held()]);
    const [one, other] = [look("revenu"), look("valuat")];
    const both = engine.match(new Map([["revenu", 1]]), ({ best, held }) => {
      const inside = look("valuat");
      return { outside: [best(20), held()], inside };
    });
    expect(both).toEqual({ outside: one, inside: other });
    expect(one).not.toEqual(other);
    expect(() =>
      engine.match(new Map([["revenu", 1]]), () => {
        throw new Error("looked at badly");
      }),
    ).toThrow("looked at badly");
    expect(look("revenu")).toEqual(one);
  });

  test.each(questions)("find the same, with the same scores, in the same order: %s", (question) => {
    expect(rounded(large, question, { limit: 100 })).toEqual(rounded(small, question, { limit: 100 }));
    expect(search(large, question)).not.toEqual([]);
  });

  test("agree on any words, known or not, finished or not, narrowed or not", () => {
    const words = [...small.dictionary.counts.keys()];
    const query = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: "grapheme", maxLength: 12 })), {
      maxLength: 9,
    });
    fc.assert(
      fc.property(query, fc.boolean(), fc.nat(40), fc.boolean(), (typed, typing, limit, narrow) => {
        const options = { typing, limit, ...(narrow ? { where: (id: string) => id.includes("faq") } : {}) };
        expect(rounded(large, typed.join(" "), options)).toEqual(rounded(small, typed.join(" "), options));
      }),
      { numRuns: 60 },
    );
  });
});
