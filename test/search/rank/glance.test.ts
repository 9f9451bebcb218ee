import { expect, test } from "vitest";
import { readQuestion } from "#search/question/question.ts";
import { findCandidates } from "#search/rank/candidates.ts";
import { mostPromising, promiseOf } from "#search/rank/glance.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const nobody = new Set<never>();

test.each([
  "who founded hugging face",
  "why did Mistral take on debt, and what does it buy?",
  "compare the pricing of OpenAI and Anthropic",
  "when did Solana stop",
  "how do I size market development funds",
  "what does a partner manager earn",
])("the most promising candidates are those that reading every one of them gives: “%s”", (asked) => {
  const question = readQuestion(asked, search.reader);
  const candidates = findCandidates(search, question);
  // One by itself is always among the best, so that it is read.
  const all = candidates.documents.flatMap((document, i) =>
    mostPromising(search, question, { documents: [document], engine: candidates.engine.slice(i, i + 1) }, nobody),
  );
  const promises = all.map(({ glance }) => promiseOf(glance)).sort((a, b) => b - a);
  const ids = (list: readonly (typeof all)[number][]) => list.map(({ read }) => read.passage.id).sort();
  const expected = all.filter(({ glance }) => promiseOf(glance) >= (promises[15] ?? 0));
  expect(candidates.documents.length).toBeGreaterThan(expected.length);
  expect(ids(mostPromising(search, question, candidates, nobody))).toEqual(ids(expected));
});

test("a passage that is wanted is looked at, however little it promises", () => {
  const question = readQuestion("who founded hugging face", search.reader);
  const last = search.library.passages.at(-1);
  if (!last) throw new Error("the library is empty");
  const candidates = findCandidates(search, question, [last]);
  expect(mostPromising(search, question, candidates, nobody).map(({ read }) => read.passage)).not.toContain(last);
  expect(mostPromising(search, question, candidates, new Set([last])).map(({ read }) => read.passage)).toContain(last);
});

test("every passage that speaks of a company may name it, and most others may not", () => {
  for (const company of search.library.ofKind("case-study")) {
    const mayName = search.mayName(company);
    const isOf = (document: number): boolean => {
      const passage = search.library.passages[document];
      const entry = passage && search.library.entry(passage.entry);
      return (
        (passage && entry && entry !== company && search.read(passage, entry).companies().has(company.id)) ?? false
      );
    };
    const looked = search.library.passages.map((_, document) => document).filter((document) => document % 9 === 0);
    expect(looked.filter((document) => isOf(document) && !mayName(document))).toEqual([]);
    expect(looked.filter(mayName).length).toBeLessThan(looked.length / 2);
  }
});
