import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer.ts";
import { deedOf } from "#search/deed.ts";
import { realSearch } from "./real-search.ts";

const names = new Set(["acme", "robotics", "google"]);
const deed = (line: string) => {
  const words = line.split(" ");
  return deedOf(words, (at) => names.has(words[at] ?? ""));
};

test.each([
  ["why did acme robotics go bankrupt", "bankrupt"],
  ["when did google buy acme", "buy"],
  ["how much did google pay to acquire acme", "pay"],
  ["why did acme get acquired by google", "acquired"],
])("“%s” takes for granted: %s", (line, expected) => {
  expect(deed(line)).toBe(expected);
});

test.each([
  "did acme go bankrupt",
  "who is the ceo",
  "what is acme",
  "when is the best time",
  "acme valuation",
  "how does a reseller earn",
])("“%s” takes no deed for granted", (line) => {
  expect(deed(line)).toBeUndefined();
});

const search = await realSearch();

test.each([
  "why did hugging face go bankrupt?",
  "when did mistral go bankrupt?",
  "why did OpenAI go bankrupt?",
  "when did google buy anthropic?",
  "why did elon musk sell anthropic?",
  "why did hugging face fire its CEO?",
  "why did databricks get acquired by snowflake?",
])("what never happened is not explained: “%s”", (question) => {
  expect(answerQuestion(search, question).answered).toBe(false);
});

test.each([
  ["why did hugging face leave the chatbot business?", /^hugging-face#/],
  ["why did openai's board fire sam altman?", /^openai#/],
  ["when did nvidia agree to buy hugging face?", /^hugging-face#/],
  ["why did databricks buy tabular?", /^databricks#/],
])("what did happen still is: “%s”", (question, id) => {
  const { answered, answers } = answerQuestion(search, question);
  expect(answered && answers[0]?.passage.id).toMatch(id);
});
