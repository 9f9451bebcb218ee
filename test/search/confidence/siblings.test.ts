import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { labelsIn } from "#search/question/labels.ts";
import { wordsOf } from "#search/words/tokens.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();

test("chips, numbered things and the year of a figure are read as labels", () => {
  expect(labelsIn(wordsOf("H200 or MI325X in bf16?"))).toMatchObject({ models: ["h200", "mi325x"] });
  expect(labelsIn(wordsOf("who led the Series D and season 2?")).numbered).toEqual([
    ["series", "d"],
    ["season", "2"],
  ]);
  expect(labelsIn(wordsOf("revenue in 2019"))).toMatchObject({ years: ["2019"] });
  expect(labelsIn(wordsOf("down in August 2025, or in May"))).toMatchObject({ periods: ["august 2025"] });
  expect(labelsIn(wordsOf("Q3 2026, not the first quarter of 2026"))).toMatchObject({
    periods: ["q3 2026", "q1 2026"],
  });
  expect(labelsIn(wordsOf("grown since May 2025"))).toMatchObject({ periods: [], years: [] });
  expect(labelsIn(wordsOf("raised since 2019, by 2030"))).toMatchObject({ years: [] });
});

test.each([
  "Modal's serverless price for an H200?",
  "Who led Anthropic's Series D?",
  "Best measured matmul on an MI325X?",
  "EU electricity price for business in 2026?",
  "how long was Solana down in August 2025?",
  "OpenAI Q3 2026 net loss, need it for a slide",
  "Who led Databricks' Series C?",
  "Anthropic run rate in May 2025?",
])("the row of a sibling is no answer: “%s”", (question) => {
  expect(answerQuestion(search, question).answered).toBe(false);
});

test.each([
  ["Modal's serverless price for an H100?", /3\.95/],
  ["who led Anthropic's Series H?", /Altimeter/],
  ["what's new in world id 4", /4\.0/],
  ["OpenAI weekly users in October 2025", /800 million/],
  ["How has Anthropic's run rate grown since May 2025?", /./],
  ["H100s on Lambda, price?", /3\.99/],
  ["how much memory does an MI300X have?", /^MI300X /],
  ["when did the hub pass three million models?", /^Three million/],
])("the row of the very thing is: “%s”", (question, told) => {
  const { answered, answers } = answerQuestion(search, question);
  expect(answered && `${answers[0]?.passage.title} ${answers[0]?.passage.text}`).toMatch(told);
});
