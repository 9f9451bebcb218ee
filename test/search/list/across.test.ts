import { describe, expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { firstFigure, firstYear, ownFigure, totalFigure } from "#search/words/figures.ts";
import { realSearch } from "../real-search.ts";

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

test.each([
  ["top 5 lessons across all case studies", /^Lessons/],
  ["what are the risks of all companies", /^Risks/],
  ["competitors of all companies", /^Competitors/],
])("what every study tells in words is told of each: %s", (question, title) => {
  const found = listed(question);
  expect(found?.title).toMatch(title);
  expect(new Set(found?.entries).size).toBeGreaterThan(4);
});

describe("a question that looks for one among all studies gets the row of each, in the order of its figures", () => {
  test.each([
    ["which company has the highest valuation?", "Valuation, all studies, highest first"],
    ["which company raised the most money?", "Funding raised, all studies, highest first"],
    ["which company is the biggest?", "Valuation, all studies, highest first"],
    ["what is the largest company", "Valuation, all studies, highest first"],
    ["who has the fewest employees?", "Employees, all studies, lowest first"],
    ["what is the biggest company by headcount?", "Employees, all studies, highest first"],
    ["rank the AI companies by valuation", "Valuation, AI & Machine Learning, highest first"],
    ["top 3 companies by valuation", "Valuation, all studies, highest first, the first 3 of 7"],
    ["lowest valuation?", "Valuation, all studies, lowest first"],
    ["which blockchain company has raised the most?", "Funding raised, Blockchain & Web3, highest first"],
  ])("%s", (question, title) => {
    const found = listed(question);
    expect(found?.title.replace(" (currencies not converted)", "")).toBe(title);
    const figures = (found?.texts ?? []).flatMap((text) => ownFigure(text)?.value ?? []);
    expect(figures.length).toBeGreaterThan(1);
    expect(figures).toEqual(figures.toSorted((a, b) => (title.includes("lowest first") ? a - b : b - a)));
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

test.each([
  ["which companies raised no more than $500M?", "Funding raised at most $500M", (value: number) => value <= 500e6],
  ["which companies are not valued above $100B?", "Valuation at most $100B", (value: number) => value <= 100e9],
  ["which companies employ at least 500 people?", "Employees at least 500", (value: number) => value >= 500],
])("“%s” keeps to its bound, also turned round", (question, title, holds) => {
  const found = listed(question);
  expect(found?.title).toBe(title);
  expect(found?.texts.length).toBeGreaterThan(1);
  for (const text of found?.texts ?? []) expect(holds(totalFigure(text)?.value ?? Number.NaN)).toBe(true);
});

test.each([
  ["which companies were founded after 2015?", (year: number) => year > 2015],
  ["companies founded before 2018", (year: number) => year < 2018],
  ["which companies were founded between 2015 and 2020?", (year: number) => year >= 2015 && year <= 2020],
])("“%s” keeps to its years", (question, holds) => {
  const found = listed(question);
  expect(found?.title).toMatch(/^Founded (?:after|before|from)/);
  expect(found?.texts.length).toBeGreaterThan(1);
  for (const text of found?.texts ?? []) expect(holds(firstYear(text) ?? 0)).toBe(true);
});

test("what a row says it has no figure for has none, so that another thing's figure is not ranked among them", () => {
  expect(ownFigure("No valuation of the company found; its token is worth $48.7B")).toBeUndefined();
  const found = listed("which company has the highest valuation?");
  expect(found?.entries.at(-1)).toBe("solana");
  expect(listed("list all the companies valued above $10B")?.entries).not.toContain("solana");
});

test.each([
  ["which is the second most valuable company?", "Valuation, all studies, highest first, number 2 of 7", ["openai"]],
  ["who has the third most employees?", "Employees, all studies, highest first, number 3 of 8", ["anthropic"]],
  ["the 2 oldest companies", "Founded, all studies, oldest first, the first 2 of 8", ["databricks", "openai"]],
  ["bottom 2 by headcount", "Employees, all studies, lowest first, the first 2 of 8", ["arbitrum", "worldcoin"]],
  [
    "which companies are worth most, lowest first, number 2?",
    /^Valuation, all studies, lowest first/,
    ["hugging-face"],
  ],
])("“%s” gets its part of the order", (question, title, entries) => {
  const found = listed(question);
  expect(found?.title).toMatch(title);
  expect(found?.entries).toEqual(entries);
});

test.each([
  ["which companies plan an IPO?", "Status, all studies"],
  ["who is still private?", "Status, all studies"],
  ["are any of the companies public?", "Status, all studies"],
  ["which companies lost money?", "Profit, 5 of 8 studies"],
  ["which company is the most profitable?", "Profit, 5 of 8 studies"],
  ["which companies have a token?", "Token, 3 of 8 studies"],
  ["which companies have been sued?", "Legal trouble, 6 of 8 studies"],
  ["any crypto companies?", "Category, Blockchain & Web3"],
])("“%s” is told by the row of every study that has one, and no order is claimed", (question, title) => {
  expect(listed(question)?.title).toBe(title);
});

test("who is of a place is told by the seat, also where only the city is written", () => {
  expect(listed("who is based in Paris?")?.entries).toEqual(["hugging-face", "mistral"]);
  const american = listed("which companies are american?");
  expect(american?.title).toBe("Headquarters: US, all studies");
  expect(american?.entries).toEqual(expect.arrayContaining(["databricks", "hugging-face", "openai"]));
  expect(american?.entries).not.toContain("mistral");
  expect(listed("any european companies?")?.entries).toContain("mistral");
});

test("“fewer than 500 people” counts those who work there", () => {
  const found = listed("who has fewer than 500 people?");
  expect(found?.title).toBe("Employees below 500");
  expect(found?.entries).toEqual(["arbitrum"]);
});

test("where companies are looked for, a row about one goes before a row about the trade", () => {
  const { answers } = answerQuestion(search, "which companies sell through the clouds?");
  expect(answers[0]?.entry.kind).toBe("case-study");
});

test("sums that follow one another add up, and what stands in brackets does not", () => {
  expect(totalFigure("about $58B in eleven rounds, then $122B (of which $30B later)")?.value).toBe(180e9);
  expect(totalFigure("$111.5B in four rounds (E $3.5B, F $13B)")?.value).toBe(111.5e9);
});

test("who is no partner is not told by those who are", () => {
  expect(answerQuestion(search, "which company doesn't partner with AWS?").answered).toBe(false);
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
  expect(listed("which companies has Microsoft invested in?")?.entries).not.toContain("hugging-face");
  expect(listed("who partners with Apple?")?.entries).toEqual(["openai"]);
  expect(listed("which blockchain companies partner with Stripe?")?.title).toBe("Stripe, Blockchain & Web3");
});

test.each([
  "what is openai's highest valuation?",
  "who are openai's biggest partners?",
  "which of the partnership ideas in here has already been pitched to Stripe?",
  "what is a good partner margin?",
  "which role is the oldest?",
  "what is the most funding a partner can get?",
  "who is the youngest founder?",
  "which company has the highest headcount in San Francisco?",
  "which companies pay best?",
  "who hears the customer first?",
  "who knows which firms are buying?",
  "who has the best AI at the moment?",
  "where do we list first?",
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

test("of several companies that are named only those are ranked", () => {
  const found = listed("which of OpenAI, Anthropic and Mistral has the highest valuation?");
  expect(found?.title).toBe("Valuation, highest first (currencies not converted)");
  expect(found?.entries).toEqual(["anthropic", "openai", "mistral"]);
  expect(listed("which of OpenAI, Anthropic and Mistral work with Accenture?")?.entries).toEqual([
    "anthropic",
    "mistral",
  ]);
});

test.each(["which companies have never been sued?", "who has not been sued?", "which company is not profitable?"])(
  "those that a row tells something of are no answer to whom it is not so of: %s",
  (question) => {
    expect(listed(question)).toBeUndefined();
  },
);

test("a span of time is no part of an order", () => {
  expect(listed("which companies raised the most in the last 12 months?")?.title ?? "").not.toContain("the first");
});

test("the last of two short names behind a preposition may be the place", () => {
  expect(listed("which of the companies in AI are in the US?")?.entries ?? []).not.toContain("mistral");
});

describe("whom the studies name and do not count, they are not ordered by", () => {
  test.each([
    ["which company has the most partners?", "partners"],
    ["who has the fewest partnerships?", "partnerships"],
    ["how many partners does each company have?", "partners"],
    ["rank the companies by partners", "partners"],
    ["which AI lab has the most investors?", "investors"],
  ])("%s", (question, whom) => {
    expect(answerQuestion(search, question)).toMatchObject({ answered: false, uncounted: whom });
  });

  test.each([
    "what do most partners want?",
    "how many partners should a partner manager have?",
    "which company has the most customers?",
    "how many partners does OpenAI have?",
    "compare all companies by funding",
  ])("%s asks for no such order", (question) => {
    expect(answerQuestion(search, question)).toMatchObject({ answered: true, uncounted: undefined });
  });
});
