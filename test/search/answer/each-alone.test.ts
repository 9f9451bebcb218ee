import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const toldBy = (question: string) =>
  answerQuestion(search, question).each.map(({ entry, answer }) => `${entry.id}: ${answer?.passage.title ?? "silent"}`);

test.each([
  [
    "how do OpenAI and Anthropic make money?",
    [
      "openai: How does OpenAI make money? What is its business model?",
      "anthropic: How does Anthropic make money? What is its business model?",
    ],
  ],
  [
    "who are Hugging Face's and OpenAI's biggest partners?",
    [
      "hugging-face: Who are Hugging Face's biggest partners, and on what terms?",
      "openai: Who are OpenAI's biggest partners, and on what terms?",
    ],
  ],
  ["how do OpenAI and Anthropic work with Microsoft?", ["openai: Microsoft", "anthropic: Microsoft"]],
])("companies named beside each other are asked one by one: %s", (question, told) => {
  expect(toldBy(question)).toEqual(told);
});

test("of more companies than there are places each has its answer, and the best stands first", () => {
  const { answers, each } = answerQuestion(
    search,
    "how do OpenAI, Anthropic, Mistral, Solana and Databricks make money?",
  );
  expect(new Set(answers.map(({ entry }) => entry))).toEqual(new Set(each.map(({ entry }) => entry)));
  expect(answers).toHaveLength(5);
});

test("one that does not tell it is given no row of something else", () => {
  const question = "why did Hugging Face and Mistral leave the chatbot business?";
  expect(toldBy(question)).toEqual(["hugging-face: Why did it leave the chatbot business?", "mistral: silent"]);
  expect(answerQuestion(search, question).answers.map(({ entry }) => entry.id)).not.toContain("mistral");
});

test.each([
  "how do OpenAI and Anthropic compare?",
  "when did OpenAI and Anthropic split?",
  "do OpenAI and Databricks work together?",
  "how does Anthropic differ from OpenAI?",
  "does OpenAI compete with Anthropic?",
  "how does OpenAI make money?",
])("what is asked of both together is asked of none alone: %s", (question) => {
  expect(toldBy(question)).toEqual([]);
});
