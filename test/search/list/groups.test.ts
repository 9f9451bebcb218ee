import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const listOf = (question: string) => {
  const { list } = answerQuestion(search, question);
  return list?.passages[0] ? `${list.entry?.id}#${list.passages[0].section}` : undefined;
};

test.each([
  ["what goes in a QBR", "enterprise-tech-partnerships#qbr-agenda-template"],
  ["term sheet template", "enterprise-tech-partnerships#term-sheet-template"],
  ["what to do after the first meeting", "first-partner-meeting#after"],
  ["partner exit checklist", "partner-exit#decide"],
  ["is there a template for an NDA?", "enterprise-tech-partnerships#mutual-nda-template"],
  ["what does a partner scorecard look like?", "strategic-partnership-program#partner-scorecard-template"],
  ["do you have a template for a joint business plan?", "strategic-partnership-program#joint-business-plan-template"],
  ["first call", "first-partner-meeting#in-the-meeting"],
  ["what to put into a QBR deck", "enterprise-tech-partnerships#qbr-agenda-template"],
  ["qbr agenda w/ a partner, whats on it", "quarterly-business-review#agenda"],
])("a group of lines asked for as a whole is a list: %s", (question, section) => {
  expect(listOf(question)).toBe(section);
});

test.each([
  "what is a term sheet",
  "QBR",
  "what does a partner manager's day look like?",
  "is there a QBR at Databricks?",
  "what happens after a partner leaves",
  "checklist for hiring a lawyer",
  "how long before the launch do we brief sales",
])("what asks for one thing, a term or something else is none: %s", (question) => {
  expect(listOf(question)).toBeUndefined();
});
