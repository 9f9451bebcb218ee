import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const sidesOf = (question: string) => {
  const { answered, sides } = answerQuestion(search, question);
  return answered
    ? sides.map(({ entry, passages: [row] }) => `${entry.id}: ${row ? row.title : "not known"}`)
    : undefined;
};

test.each([
  [
    "Compare the downtime record: Solana against Arbitrum",
    ["solana: How often has Solana gone down?", "arbitrum: Has Arbitrum had outages?"],
  ],
  ["gross margin, openai against anthropic", ["openai: Gross margin", "anthropic: Gross margin"]],
  ["what did OpenAI lose in 2025 compared with Anthropic?", ["openai: Net loss in 2025", "anthropic: Loss in 2025"]],
  ["what do Anthropic and Mistral each get from Accenture?", ["anthropic: Accenture", "mistral: Accenture"]],
  [
    "how does Mistral compare to OpenAI on price?",
    ["mistral: What does Mistral cost? What is its pricing?", "openai: What does the OpenAI API cost?"],
  ],
  ["headcount at databricks versus mistral", ["databricks: Employees", "mistral: Employees"]],
])("the same is asked of each side: %s", (question, sides) => {
  expect(sidesOf(question)).toEqual(sides);
});

test.each(["OpenAI, Anthropic and Databricks", "OpenAI, Anthropic, Mistral and Databricks"])(
  "a side without a question of that name tells it in the row that answers when it is asked alone: %s",
  (names) => {
    const sides = sidesOf(`what are the biggest risks of ${names}?`);
    expect(sides).toContain("openai: What is OpenAI's biggest risk?");
    expect(sides?.at(-1)).toBe("databricks: The price leaves no slack");
  },
);

test("takings of a quarter are told by the row of each that has it", () => {
  const { sides } = answerQuestion(
    search,
    "put OpenAI's and Anthropic's takings for the first quarter of 2026 side by side",
  );
  expect(sides.map(({ passages: [row] }) => /first quarter/i.test(`${row?.title} ${row?.text}`))).toEqual([true, true]);
});

test("a side that does not tell it has no row, and the other is given", () => {
  expect(sidesOf("gross margin at openai vs mistral")).toEqual(["openai: Gross margin", "mistral: not known"]);
});

test("a row stands in a table once, whatever asks for it", () => {
  const { sides } = answerQuestion(search, "is Solana or Worldcoin better funded?");
  expect(sides.map(({ passages }) => passages.length)).toEqual([1, 1]);
});

test.each([
  ["which is bigger, hugging face or openai", undefined],
  ["who is larger: Hugging Face or OpenAI?", undefined],
  ["is Hugging Face bigger than OpenAI?", undefined],
  ["are they bigger than OpenAI?", "hugging-face"],
  ["how big are Hugging Face and OpenAI", undefined],
])("how big companies are is told by their value, revenue and people: %s", (question, about) => {
  const { answered, sides } = answerQuestion(search, question, about ? search.library.entry(about) : undefined);
  expect(answered).toBe(true);
  expect(sides.map(({ entry }) => entry.id)).toEqual(["hugging-face", "openai"]);
  for (const { passages } of sides)
    expect(passages.map((row) => row?.title)).toEqual(["Valuation", expect.stringMatching(/evenue/), "Employees"]);
});

test("a size that is not asked for by itself is no measure of the whole", () => {
  expect(sidesOf("is Solana bigger than Arbitrum?")).toEqual([]);
  expect(sidesOf("which has more employees, openai or mistral?")).toEqual(["openai: Employees", "mistral: Employees"]);
});

test.each([
  ["what does the CRO and VP Sales own", "What it owns"],
  ["what number do the Chief Revenue Officer and the VP Sales carry?", "The number"],
])("what a comparison says of both roles is told of both: %s", (question, label) => {
  expect(sidesOf(question)).toEqual([
    `chief-revenue-officer: ${label}: Chief Revenue Officer`,
    `vp-sales: ${label}: VP Sales`,
  ]);
});

test.each([
  "churn at OpenAI versus Anthropic",
  "which opera house do OpenAI and Mistral each sponsor?",
  "what's the parental leave policy at OpenAI compared with Anthropic?",
])("what neither side tells is refused: %s", (question) => {
  expect(answerQuestion(search, question).answered).toBe(false);
});
