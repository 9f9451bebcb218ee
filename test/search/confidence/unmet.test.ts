import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { unmetIn } from "#search/confidence/unmet.ts";
import { readQuestion } from "#search/question/question.ts";
import { rank } from "#search/rank/rank.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();

test("what a passage and the casebook have nowhere is told apart; fillers and companies are neither", () => {
  const question = readQuestion(
    "tell me really, what valuation and what wheelbarrow does Mistral have?",
    search.reader,
  );
  const best = rank(search, question).find(({ read }) => read.passage.title.startsWith("Valuation"));
  if (!best) throw new Error("no row of the valuation");
  expect(unmetIn(question, best)).toEqual({ lacked: 0.5, unheard: 0.5 });
});

test("who says nothing that tells has nothing unmet", () => {
  const question = readQuestion("Mistral", search.reader);
  const [best] = rank(search, question);
  if (!best) throw new Error("nothing of Mistral");
  expect(unmetIn(question, best)).toEqual({ lacked: 0, unheard: 0 });
});

test.each([
  "How do I sew a zip into a skirt without puckering?",
  "is it normal that my canary stops singing in August?",
  "which yeast for a rye loaf in a cold kitchen",
  "do whales sleep",
  "can a rollup be marinated overnight?",
])("what has nothing to do with the casebook is not answered by what has a word of it: “%s”", (question) => {
  expect(answerQuestion(search, question).answered).toBe(false);
});
