import { expect, test } from "vitest";
import { askedOfDeed, circumstanceIn } from "#room/circumstance.ts";

test.each([
  ["why so", "why"],
  ["How come", "why"],
  ["what year", "when"],
  ["by who", "by whom"],
  ["at what price", "how much"],
  ["how often", "how often"],
  ["to whom", "to whom"],
])("“%s” asks “%s” of a deed", (said, circumstance) => {
  expect(circumstanceIn(said)).toBe(circumstance);
});

test.each(["why did it fail", "who", "how much is it", "when is it due", "what", ""])(
  "“%s” is a question of its own, or none",
  (said) => {
    expect(circumstanceIn(said)).toBeUndefined();
  },
);

test.each([
  ["why", "did Acme go down", "why did Acme go down?"],
  ["when", "was Acme founded in Paris", "when was Acme founded in Paris?"],
  ["when", "who founded Acme", "when was Acme founded?"],
  ["by whom", "when was Acme sold", "who sold Acme?"],
  ["by whom", "why were they sued", "who sued them?"],
  ["how much", "did Acme raise money", "how much did Acme raise money?"],
  ["how much", "was Acme bought", "for how much was Acme bought?"],
  ["since when", "is Acme still profitable", "since when is Acme profitable?"],
])("“%s” behind “%s” asks “%s”", (circumstance, asked, question) => {
  expect(askedOfDeed(circumstance, asked)).toBe(question);
});

test.each([
  ["why", "what are the risks of Acme"],
  ["why", "who founded Acme"],
  ["when", "what does Acme charge"],
  ["by whom", "what is a reseller"],
  ["how much", "is Acme in Paris"],
  ["when", "where is Acme"],
])("“%s” behind “%s” makes no good question", (circumstance, asked) => {
  expect(askedOfDeed(circumstance, asked)).toBeUndefined();
});
