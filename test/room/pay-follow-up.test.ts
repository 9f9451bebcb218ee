import { expect, test } from "vitest";
import type { Talk } from "#core/room.ts";
import { payFollowUp } from "#room/pay-follow-up.ts";
import { realSearch } from "../search/real-search.ts";

const { library } = await realSearch();
const shown: Talk = { subjects: ["vp-sales"], question: "" };
const asked: Talk = { subjects: ["vp-sales"], question: "how much does a VP Sales earn?" };

test.each([
  ["in Paris?", "what does a VP Sales earn in Paris?"],
  ["and in the us?", "what does a VP Sales earn in the US?"],
  ["nyc?", "what does a VP Sales earn in New York?"],
  ["what about london", "what does a VP Sales earn in London?"],
  ["and senior?", "what does a senior VP Sales earn?"],
])("“%s” behind a role's pay asks the same pay there", (question, meant) => {
  expect(payFollowUp(question, shown, library)).toBe(meant);
  expect(payFollowUp(question, asked, library)).toBe(meant);
});

test("a place that nobody knows is one where pay was asked and somebody says “in”", () => {
  expect(payFollowUp("and in Lisbon?", asked, library)).toBe("what does a VP Sales earn in Lisbon?");
  expect(payFollowUp("and in Lisbon?", shown, library)).toBeUndefined();
  expect(payFollowUp("and bonuses?", asked, library)).toBeUndefined();
});

test.each([
  ["in Paris?", { subjects: ["vp-sales"], question: "what does a VP Sales own?" }],
  ["in Paris?", { subjects: ["openai"], question: "how much does OpenAI earn?" }],
  ["in general?", asked],
  ["why?", asked],
])("“%s” does not ask pay elsewhere", (question, talk) => {
  expect(payFollowUp(question, talk, library)).toBeUndefined();
});
