import { describe, expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { readQuestion } from "#search/question/question.ts";
import { twoQuestionsIn } from "#search/question/two-questions.ts";
import { rank } from "#search/rank/rank.ts";
import { weights } from "#search/rank/score.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const ask = (question: string) => answerQuestion(search, question);
const entries = (question: string) => ask(question).answers.map(({ entry }) => entry.id);

describe("two questions at once", () => {
  const told = (text: string) => twoQuestionsIn(text, search.reader.lexicon);

  test.each([
    ["who founded acme and how much has it raised?", ["who founded acme", "how much has it raised?"]],
    ["acme founders? and openai valuation?", ["acme founders?", "openai valuation?"]],
    ["who founded acme and in what year?", ["who founded acme", "in what year founded acme"]],
    ["how much did acme raise, and from whom?", ["how much did acme raise", "from whom did acme raise"]],
    ["founders and investors of acme", ["founders of acme", "investors of acme"]],
    ["acme revenue and valuation", ["acme revenue", "acme valuation"]],
  ])("%s", (text, questions) => {
    expect(told(text)).toEqual(questions);
  });

  test.each([
    "who founded acme and its rival?",
    "who founded acme? I forgot.",
    "pros and cons of resellers",
    "how do risks and rewards compare with and without partners",
    `who founded acme and how much has it raised${" very".repeat(100)}`,
  ])("%s is one", (text) => {
    expect(told(text)).toBeUndefined();
  });

  test("are both answered, by turns, and both are what it is about", () => {
    const { answers, subjects } = ask("who founded anthropic and how much has it raised");
    expect(answers[0]?.passage.title).toMatch(/found/i);
    expect(answers[1]?.passage.title).toMatch(/funding|raised/i);
    expect(subjects.map(({ id }) => id)).toEqual(["anthropic"]);
    expect(ask("who founded solana and who founded openai?").subjects.map(({ id }) => id)).toEqual([
      "solana",
      "openai",
    ]);
  });

  test("need not be about the same", () => {
    expect(entries("what is co-selling and who founded hugging face?").slice(0, 2)).toEqual([
      "glossary",
      "hugging-face",
    ]);
  });

  test("are not torn apart where one of them is a table", () => {
    const { question, sides } = ask("compare hugging face and openai valuation and who founded solana?");
    expect(question.text).toContain("who founded solana");
    expect(sides.map(({ entry }) => entry.id)).toEqual(["hugging-face", "openai", "solana"]);
    expect(ask("hugging face valuation vs openai valuation").sides).toHaveLength(2);
  });
});

test("a fact of several companies is set side by side, though nobody says compare", () => {
  for (const question of [
    "compare founders of mistral, openai and anthropic",
    "founders of hf, mistral, openai",
    "how many employees do openai, anthropic and mistral have?",
  ])
    expect(ask(question).sides, question).toHaveLength(3);
  expect(ask("which is older, openai or anthropic?").sides.map(({ passages }) => passages[0]?.title)).toEqual([
    "Founded",
    "Founded",
  ]);
});

test("profit and loss of several are told by the same kind of figure, and in words where one has none", () => {
  const titlesOf = (question: string) => ask(question).sides.map(({ passages: [first] }) => first?.title);
  expect(titlesOf("openai vs anthropic losses")).toEqual(["Net loss in 2025", "Loss in 2025"]);
  expect(titlesOf("is openai or mistral more profitable?")).toEqual([
    "Is OpenAI profitable?",
    // What Mistral earns or loses is listed as not known.
    undefined,
  ]);
  expect(ask("how much did OpenAI pay to buy Anthropic?").sides).toEqual([]);
});

test("what a conversation is about is the other side of what is compared with it", () => {
  const mistral = search.library.entry("mistral");
  for (const question of ["vs openai?", "compare them with openai", "how do they compare to openai"])
    expect(
      answerQuestion(search, question, mistral).subjects.map(({ id }) => id),
      question,
    ).toEqual(["mistral", "openai"]);
  expect(answerQuestion(search, "and openai?", mistral).subjects.map(({ id }) => id)).toEqual(["openai"]);
  expect(answerQuestion(search, "who founded openai?", mistral).subjects.map(({ id }) => id)).toEqual(["openai"]);
});

test("what is held against each other by name gets the verdicts of its comparison", () => {
  for (const question of ["referral vs reseller vs marketplace?", "CRO vs VP sales", "open platform or closed api?"])
    expect(ask(question).list?.passages[0]?.section, question).toBe("verdicts");
  expect(ask("difference between a CRO and a VP of sales").list).toBeUndefined();
});

test("three terms of the glossary are set side by side", () => {
  expect(ask("whats the diference between an ISV, an SI and an MSP").answers.map(({ passage }) => passage.id)).toEqual([
    "glossary#terms/isv",
    "glossary#terms/systems-integrator",
    "glossary#terms/msp",
  ]);
});

test("an idea is preferred where ideas are asked for, and a name of the library is read as it stands", () => {
  expect(readQuestion("any idea for a GPU cloud", search.reader).sorts).toContain("idea");
  expect(ask("what is deal reg").answers[0]?.passage.id).toBe("glossary#terms/deal-registration");
});

test("a longer name says what of the company is meant", () => {
  const { units } = readQuestion("what do the openai foundations do", search.reader);
  expect(units.some(({ text }) => text.startsWith("foundation"))).toBe(true);
});

test("a passage's score is the sum of all its signs by their weights", () => {
  const names = Object.keys(weights) as (keyof typeof weights)[];
  for (const { score, signs } of rank(
    search,
    readQuestion("why did openai lose microsoft's exclusivity?", search.reader),
  ))
    expect(score).toBeCloseTo(names.reduce((sum, name) => sum + weights[name] * signs[name], 0));
});
