import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const listed = (question: string) => {
  const { list } = answerQuestion(search, question);
  return list?.passages.every(({ section }) => section === "pitfalls") ? list.entry?.id : undefined;
};

test.each([
  ["which pitfalls should a VC platform team avoid?", "vc-portfolio-bd"],
  ["what are the pitfalls of the vc portfolio playbook?", "vc-portfolio-bd"],
  ["what should a vc platform team avoid?", "vc-portfolio-bd"],
  ["what mistakes should a new partner program avoid?", "strategic-partnership-program"],
  ["common mistakes in enterprise tech partnerships", "enterprise-tech-partnerships"],
])("“%s” lists what the playbook warns of", (question, playbook) => {
  expect(listed(question)).toBe(playbook);
});

test.each([
  "biggest mistake in partner programs",
  "what mistakes did OpenAI make?",
  "which mistakes does a new partner manager make?",
  "common pitfalls",
])("“%s” asks for no playbook's list", (question) => {
  expect(listed(question)).toBeUndefined();
});
