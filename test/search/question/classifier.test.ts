import fc from "fast-check";
import { expect, test } from "vitest";
import { atOnce } from "#core/steps.ts";
import { answerQuestion } from "#search/answer/answer.ts";
import { classifierSteps, classify } from "#search/question/classifier.ts";
import { realSearch } from "../real-search.ts";

const words = (text: string) => text.split(" ");
const masked = (asked: readonly string[], inPlace: string) => asked.map((word) => (word === "acme" ? inPlace : word));

const ours = [
  "did acme sign our plan",
  "did legal sign it",
  "what did kenji say",
  "is our deal dead",
  "what did she say",
];
const told = ["what did acme buy", "who founded acme", "what is a plan", "how do we sign a plan", "is acme profitable"];
const learn = (sort = ours, others = told) => atOnce(classifierSteps(sort.map(words), others.map(words), masked));
const likely = classify(learn(), masked);

test("questions of the sort are likelier than others, those not learnt from too", () => {
  for (const asked of ours) expect(likely(words(asked))).toBeGreaterThan(0.5);
  for (const asked of told) expect(likely(words(asked))).toBeLessThan(0.5);
  expect(likely(words("did she sign our deal"))).toBeGreaterThan(likely(words("who founded the plan")));
});

test("one company counts as the other, and so does one word that hardly anybody says", () => {
  const asked = (name: string) => classify(learn(), (all, inPlace) => all.map((w) => (w === name ? inPlace : w)));
  expect(asked("zenith")(words("did zenith sign our plan"))).toBe(likely(words("did acme sign our plan")));
  expect(likely(words("what did priya say"))).toBe(likely(words("what did kenji say")));
});

test("the same questions give the same weights", () => {
  expect(learn()).toEqual(learn());
});

test("where one of the sorts has no question nothing is likely", () => {
  expect(learn([])).toBeUndefined();
  expect(learn(ours, [])).toBeUndefined();
  expect(classify(undefined, masked)(["anything"])).toBe(0);
});

test("whatever is asked, it is from 0 to 1", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom("acme", "did", "our", "plan", "@", "?"), fc.string())), (asked) => {
      const found = likely(asked);
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
    }),
  );
});

const search = await realSearch();

test.each([
  "how much did our team burn on the Berlin offsite",
  "what was the number Dana mentioned on Tuesday",
  "who on our side wrote the OpenAI proposal",
  "did our intern ever send the deck to Snowflake",
])("what only the asker's own people can tell is not answered, and that is said: “%s”", (question) => {
  const { answered, doubt, off } = answerQuestion(search, question);
  expect(answered).toBe(false);
  expect(off ?? doubt).toMatch(/^(?:ours|beyond)$/);
});

test.each(["did Oskar get the signature from Databricks yet", "any word from legal on the Mistral paper"])(
  "where a company is named, and nobody says “we”, no more is said than that nothing answers: “%s”",
  (question) => {
    expect(answerQuestion(search, question)).toMatchObject({ answered: false, doubt: undefined });
  },
);

test.each([
  "what should our first partner agreement say?",
  "how do we pay our channel managers?",
  "is a 20% margin for our resellers normal?",
  "who owns Mistral?",
  "what did Databricks pay for Tabular?",
  "when did Sam Altman come back?",
  "has the Nvidia deal closed?",
  "what did the board say about Altman?",
  "has Anthropic settled?",
  "what is our ICP?",
  "how do I tell my boss that our partner program is failing?",
])("what looks like it and a row tells is answered: “%s”", (question) => {
  expect(answerQuestion(search, question).answered).toBe(true);
});
