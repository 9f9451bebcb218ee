import { expect, test } from "vitest";
import { askedAnew } from "#room/asked-anew.ts";

test.each([
  ["and with Nvidia?", "who works with Microsoft?", "who works with Nvidia?"],
  ["what about in Spain?", "is it legal in Germany?", "is it legal in Spain?"],
  ["in Kenya too?", "is it legal in Germany?", "is it legal in Kenya?"],
  ["and in 2026?", "what did they raise in 2024?", "what did they raise in 2026?"],
  ["and with Amazon?", "what did they agree with Microsoft in 2019?", "what did they agree with Amazon?"],
  ["and in Asia?", "who sells in Europe: OpenAI and Mistral?", "who sells in Asia: OpenAI and Mistral?"],
  ["and in Asia?", "who works in Europe with Microsoft?", "who works in Asia with Microsoft?"],
  ["why?", "how often did it go down?", "why did it go down?"],
  ["but why?", "are they profitable?", "why are they profitable?"],
  ["how come?", "did it work?", "why did it work?"],
  ["by whom?", "when was it founded?", "by whom was it founded?"],
  ["and where?", "when was it founded?", "where was it founded?"],
  ["from whom?", "how much have they raised?", "from whom have they raised?"],
])("“%s” behind “%s” asks “%s”", (question, asked, meant) => {
  expect(askedAnew(question, asked)).toBe(meant);
});

test.each([
  ["and with them?", "who works with Microsoft?"],
  ["on what terms?", "who works on chips?"],
  ["for how much?", "is it good for partners?"],
  ["in general?", "is it legal in Germany?"],
  ["and with Nvidia?", "who founded it?"],
  ["why?", "who founded it?"],
  ["when?", "are they profitable?"],
  ["why?", "how many users do they have?"],
  ["why did it fail?", "how often did it go down?"],
  ["and in Spain?", "how many customers in France did they win in 2024?"],
  ["and in Spain?", ""],
  [`and in ${"x".repeat(12_000)}`, "is it legal in Germany?"],
])("“%s” behind “%s” asks nothing anew", (question, asked) => {
  expect(askedAnew(question, asked)).toBeUndefined();
});
