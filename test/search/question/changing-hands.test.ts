import { expect, test } from "vitest";
import { answerQuestion } from "#search/answer/answer.ts";
import { turnedToSale } from "#search/question/changing-hands.ts";
import { realSearch } from "../real-search.ts";

const search = await realSearch();
const ask = (question: string, about?: string) =>
  answerQuestion(search, question, about ? search.library.entry(about) : undefined);
const turned = (line: string) => turnedToSale(line.split(" "), search.reader.names).join(" ");

test.each([
  ["why did they sell", "why was they being sold"],
  ["when did hugging face decide to sell itself", "when was hugging face being sold"],
  ["why are they selling", "why are they being sold"],
  ["by whom were they acquired", "by whom were they being sold"],
])("who sells without a thing is sold: “%s”", (line, expected) => {
  expect(turned(line)).toBe(expected);
});

test.each([
  "what do they sell",
  "why did they sell tokens",
  "what did they sell",
  "who do they sell to",
  "why was argilla bought",
])("“%s” asks for no sale of the company", (line) => {
  expect(turned(line)).toBe(line);
});

test.each([
  "why did they sell?",
  "when were they bought?",
  "by whom were they bought?",
  "for how much were they acquired?",
  "why was it sold?",
])("a sale is asked for, and told: “%s”", (question) => {
  const { answered, answers } = ask(question, "hugging-face");
  expect(answered && answers[0]?.passage.title).toBe("Is Nvidia buying Hugging Face?");
});

test.each(["why did they sell?", "when were they bought?", "why was it sold?"])(
  "of a company that was never sold no products and no purchases are told: “%s”",
  (question) => {
    expect(ask(question, "openai")).toMatchObject({ answered: false, subjects: [{ id: "openai" }] });
  },
);

test("whose sale it is, is asked where nobody is named", () => {
  expect(ask("why did they sell?").which.length).toBeGreaterThan(1);
});
