import { describe, expect, test } from "vitest";
import { listFollowUp } from "#room/list-follow-up.ts";

const most = "which companies are worth most?";

describe("behind a list of all studies", () => {
  test.each([
    ["and the second?", "which companies are worth most, number 2"],
    ["who is third?", "which companies are worth most, number 3"],
    ["who's number 4", "which companies are worth most, number 4"],
    ["the first", "which companies are worth most, top 1"],
    ["top 3", "which companies are worth most, top 3"],
    ["just the top three", "which companies are worth most, top 3"],
    ["bottom 2?", "which companies are worth most, lowest first, top 2"],
    ["and the smallest?", "which companies are worth most, lowest first"],
    ["smallest first", "which companies are worth most, lowest first"],
    ["who is the youngest of them?", "rank the companies by founding year, youngest first"],
    ["reverse it", "which companies are worth most, lowest first"],
    ["only the AI ones", "which companies are worth most, AI companies"],
    ["what about web3?", "which companies are worth most, web3 companies"],
    ["and by revenue?", "rank the companies by revenue"],
    ["above $100B?", "which companies are worth most above $100b"],
    ["which of them are public?", "which companies are public?"],
    ["and which of those is the oldest?", "which company is the oldest"],
  ])("“%s” asks “%s”", (question, meant) => {
    expect(listFollowUp(question, most)).toBe(meant);
  });
});

test("what was changed before is kept, and the last word holds", () => {
  const said = [
    "only the AI ones",
    "top 3",
    "and by revenue?",
    "and the smallest?",
    "who is second?",
    "the next?",
    "show all",
  ];
  let asked = most;
  const meant = said.map((question) => {
    asked = listFollowUp(question, asked) ?? "";
    return asked;
  });
  expect(meant).toEqual([
    "which companies are worth most, AI companies",
    "which companies are worth most, AI companies, top 3",
    "rank the companies by revenue, AI companies, top 3",
    "rank the companies by revenue, AI companies, lowest first",
    "rank the companies by revenue, AI companies, lowest first, number 2",
    "rank the companies by revenue, AI companies, lowest first, number 3",
    "rank the companies by revenue, AI companies, lowest first",
  ]);
});

test("a niche or a part in a person's own words gives way to the new one", () => {
  expect(listFollowUp("what about crypto?", "rank the AI companies by employees")).toBe(
    "rank the companies by employees, web3 companies",
  );
  expect(listFollowUp("and the third?", "who has the second most employees?")).toBe(
    "who has the most employees, number 3",
  );
  expect(listFollowUp("and by valuation?", "which AI companies have the fewest employees?")).toBe(
    "rank the companies by valuation, AI companies, lowest first",
  );
});

test("a place takes the place of the one before", () => {
  expect(listFollowUp("and in Europe?", "which companies are in the US?")).toBe("which companies are in europe");
});

test("of companies that were named only those are asked on", () => {
  const asked = "who is worth most: OpenAI, Anthropic and Mistral AI?";
  const named = ["OpenAI", "Anthropic", "Mistral AI"];
  expect(listFollowUp("and by revenue?", asked, named)).toBe("rank OpenAI and Anthropic and Mistral AI by revenue");
  expect(listFollowUp("which of them are public?", asked, named)).toBeUndefined();
});

test.each([
  ["and the second?", "who founded it?"],
  ["top 3", "who is the ceo of it"],
  ["and the second?", ""],
  ["the biggest one?", "which companies are in the US?"],
  ["why?", most],
  ["who invested in OpenAI?", most],
  ["what is the biggest risk?", most],
])("“%s” behind “%s” asks nothing of a list", (question, asked) => {
  expect(listFollowUp(question, asked)).toBeUndefined();
});
