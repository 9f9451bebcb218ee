import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const listOf = (question: string, about?: string) => {
  const { answered, list } = answerQuestion(search, question, about ? search.library.entry(about) : undefined);
  return answered && list?.entry ? list.passages.map(({ entry, section }) => `${entry}/${section}`) : [];
};

test.each([
  ["what's step 2", "strategic-partnership-program/first-hire"],
  ["what happens in stage 4?", "strategic-partnership-program/plumbing"],
  ["how long is the third stage?", "strategic-partnership-program/design"],
  ["step two?", "vc-portfolio-bd/account-map"],
])("a stage is asked for by its number: %s", (question, place) => {
  const rows = listOf(question, place.split("/")[0]);
  expect(rows.length).toBeGreaterThan(2);
  expect(new Set(rows)).toEqual(new Set([place]));
});

test.each([
  ["How do I prepare for a first partner meeting?", "first-partner-meeting/before"],
  ["what to do during the first partner meeting", "first-partner-meeting/in-the-meeting"],
  ["after the first partner meeting?", "first-partner-meeting/after"],
  ["how do I prepare for a quarterly business review", "quarterly-business-review/two-weeks-before"],
])("the part of a checklist is told in whole: %s", (question, place) => {
  const rows = listOf(question);
  expect(rows.length).toBeGreaterThan(2);
  expect(new Set(rows)).toEqual(new Set([place]));
});

test.each([
  "what is step 2 of arbitrum?",
  "what should I bring to a first partner meeting?",
  "step 12 of the VC portfolio BD playbook",
])("something else is asked than a part: %s", (question) => {
  expect(listOf(question)).toEqual([]);
});
