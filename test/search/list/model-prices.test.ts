import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const priced = (question: string) => {
  const { list } = answerQuestion(search, question);
  return list?.passages.map(({ id }) => id.split("/").at(-1));
};

test.each([
  ["is an H200 cheaper than an H100?", ["h200-rate", "h100-rate"]],
  ["H100 vs H200 price", ["h100-rate", "h200-rate"]],
  ["A100 or H100, which costs less?", ["a100-rate", "h100-rate"]],
  ["how much is an H200?", ["h200-rate"]],
])("“%s” gets the price of each chip", (question, rows) => {
  expect(priced(question)).toEqual(rows);
});

test.each([
  "is an H200 faster than an H100?",
  "is an H200 cheaper than an H100 on AWS?",
  "is an H200 cheaper than a T4?",
])("“%s” asks for more than the rows of prices tell", (question) => {
  expect(priced(question)).toBeUndefined();
});
