import { describe, expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { pointsBack, pointsOutside } from "#search/question/pointing.ts";
import { wordsOf } from "#search/words/tokens.ts";
import { realSearch } from "../real-search.ts";

test.each([
  ["do they pay MDF", true],
  ["their referral fee", true],
  ["how many partner managers do they have", true],
  ["what do partners get when they sell", false],
  ["what are MDFs and how do they work", false],
])("who is meant was said before: %s", (question, outside) => {
  const words = wordsOf(question);
  expect(pointsOutside(words) || pointsBack(words, question)).toBe(outside);
});

describe("of a company that is spoken of as they", async () => {
  const search = await realSearch();
  const ask = (question: string, about: string) => answerQuestion(search, question, search.library.entry(about));

  test.each([
    ["do they pay MDF", "anthropic"],
    ["do they sell in singapore", "mistral"],
    ["how many partner managers do they have", "hugging-face"],
  ])("nothing general is told: %s", (question, about) => {
    const { answered, answers } = ask(question, about);
    expect(answered && answers[0]?.entry.id !== about).toBe(false);
  });

  test("a term is still explained", () => {
    expect(ask("what are MDFs and how do they work", "anthropic").answers[0]?.passage.id).toBe("glossary#terms/mdf");
  });
});
