import { expect, test } from "vitest";
import { headOf, subjectOf } from "#search/question/ask-form.ts";

const words = (text: string) => text.toLowerCase().split(" ");

test.each([
  ["what discount did they give", "discount"],
  ["how many support tickets are open", "tickets"],
  ["which payroll software does it use", "software"],
  ["databricks net retention rate", "rate"],
  ["selling safety as a feature", undefined],
  ["why did they leave", undefined],
])("%s asks for %s", (question, head) => {
  expect(headOf(words(question))).toBe(head);
});

test.each([
  ["who founded acme", ["acme"]],
  ["how many partners does acme have", ["acme"]],
  ["acme ai founders", ["acme", "ai"]],
  ["valuation of acme", ["acme"]],
  ["what should a partner tier look like", []],
])("%s asks about %s", (question, subject) => {
  expect(subjectOf(words(question)).words).toEqual(subject);
});

test.each([
  ["where is acme headquartered", true],
  ["who founded acme", true],
  ["who created acme", false],
])("whether %s is asked of a firm alone: %s", (question, firm) => {
  expect(subjectOf(words(question))).toMatchObject({ words: ["acme"], own: true, firm });
});
