import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const ask = (question: string, about: string) => answerQuestion(search, question, search.library.entry(about));

test.each([
  ["what are their KPIs", "partner-manager", "kpis"],
  ["and what KPIs do they have?", "partner-manager", "kpis"],
  ["what about equity", "vp-sales", "faq"],
  ["equity?", "vp-sales", "faq"],
])("a role tells its own before others do: “%s” of %s", (question, about, section) => {
  const { answered, answers, subjects } = ask(question, about);
  expect(answered && answers[0]?.passage).toMatchObject({ entry: about, section });
  expect(subjects.map(({ id }) => id)).toEqual([about]);
});

test.each([
  ["what happened in 2024?", "arbitrum"],
  ["what happened in 2022?", "arbitrum"],
  ["what happened in 2023", "anthropic"],
  ["what was new in March 2025?", "openai"],
])("a year alone is asked of whom the talk is about: “%s” of %s", (question, about) => {
  const { answered, answers } = ask(question, about);
  expect(answered && answers.map(({ entry }) => entry.id)).toEqual([about, about, about]);
});

test.each([
  ["what is a CPPO?", "partner-manager", "glossary"],
  ["what is co-sell?", "strategic-partnership-program", "glossary"],
  ["who founded OpenAI?", "vp-sales", "openai"],
  ["what is Prysm?", "openai", "arbitrum"],
])("what is named is told, whatever the talk is about: “%s”", (question, about, told) => {
  expect(ask(question, about).answers[0]?.entry.id).toBe(told);
});
