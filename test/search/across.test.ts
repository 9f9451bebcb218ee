import { describe, expect, test } from "vitest";
import { answerQuestion } from "#search/answer.ts";
import { firstFigure, firstYear } from "#search/figures.ts";
import { realSearch } from "./real-search.ts";

const search = await realSearch();
const listed = (question: string) => {
  const { list, answered, which } = answerQuestion(search, question);
  return answered && which.length === 0 && list && !list.entry
    ? {
        title: list.title,
        entries: list.passages.map(({ entry }) => entry),
        texts: list.passages.map(({ text }) => text),
      }
    : undefined;
};

describe("a question that looks for one among all studies gets the row of each, in the order of its figures", () => {
  test.each([
    ["which company has the highest valuation?", "Valuation, all studies, highest first"],
    ["which company raised the most money?", "Funding raised, all studies, highest first"],
    ["who has the fewest employees?", "Employees, all studies, lowest first"],
    ["what is the biggest company by headcount?", "Employees, all studies, highest first"],
    ["rank the AI companies by valuation", "Valuation, AI & Machine Learning, highest first"],
    ["which blockchain company has raised the most?", "Funding raised, Blockchain & Web3, highest first"],
  ])("%s", (question, title) => {
    const found = listed(question);
    expect(found?.title).toBe(title);
    const figures = (found?.texts ?? []).flatMap((text) => firstFigure(text)?.value ?? []);
    expect(figures.length).toBeGreaterThan(1);
    expect(figures).toEqual(figures.toSorted((a, b) => (title.endsWith("lowest first") ? a - b : b - a)));
  });

  test.each([
    ["which company was founded first?", "Founded, all studies, oldest first"],
    ["which company is the youngest?", "Founded, all studies, youngest first"],
  ])("%s", (question, title) => {
    const found = listed(question);
    expect(found?.title).toBe(title);
    const years = (found?.texts ?? []).flatMap((text) => firstYear(text) ?? []);
    expect(years.length).toBe(search.library.ofKind("case-study").length);
    expect(years).toEqual(years.toSorted((a, b) => (title.endsWith("oldest first") ? a - b : b - a)));
  });
});

test("a bound leaves only the studies within it", () => {
  const above = listed("list all the companies valued above $100B");
  expect(above?.title).toBe("Valuation above $100B");
  for (const text of above?.texts ?? []) expect(firstFigure(text)?.value).toBeGreaterThan(100e9);
  const below = listed("which startups raised less than 1 billion?");
  for (const text of below?.texts ?? []) expect(firstFigure(text)?.value).toBeLessThan(1e9);
  expect(above?.entries).toContain("anthropic");
  expect(below?.entries).toContain("arbitrum");
});

test("“they all” asks every study, and no order is claimed", () => {
  const found = listed("how many employees do they all have?");
  expect(found?.title).toBe("Employees, all studies");
  expect(found?.entries).toHaveLength(search.library.ofKind("case-study").length);
});

test("whoever works with somebody without an entry is found by the rows of that name", () => {
  const found = listed("who partners with AWS?");
  expect(found?.title).toBe("AWS, all studies");
  expect(found?.entries).toEqual(expect.arrayContaining(["anthropic", "hugging-face", "openai"]));
  expect(listed("which companies work with nvidia?")?.title).toBe("Nvidia, all studies");
  expect(listed("which companies does microsoft invest in?")?.entries).not.toContain("databricks");
});

test.each([
  "what is openai's highest valuation?",
  "who are openai's biggest partners?",
  "which of the partnership ideas in here has already been pitched to Stripe?",
  "what is a good partner margin?",
])("“%s” asks no study by study", (question) => {
  expect(listed(question)).toBeUndefined();
});

test.each([
  ["$965B post-money", 965e9, "$"],
  ["more than €21B", 21e9, "€"],
  ["about $2.5 billion in all", 2.5e9, "$"],
  ["More than 20,000 organisations", 20_000, ""],
  ["€600M", 600e6, "€"],
  ["80 people", 80, ""],
  ["3 tickets", 3, ""],
])("the figure of “%s” is %d", (text, value, currency) => {
  expect(firstFigure(text)).toMatchObject({ value, currency });
});

test("a text without a number has no figure, and one without a year no year", () => {
  expect(firstFigure("Not published")).toBeUndefined();
  expect(firstYear("about 300")).toBeUndefined();
  expect(firstYear("April 2023")).toBe(2023);
});
