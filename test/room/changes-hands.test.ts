import { expect, test } from "vitest";
import { boughtByName, dealAsDeed } from "#room/changes-hands.ts";

test.each([
  ["when were they bought?", "when was Acme bought?"],
  ["have they been acquired?", "has Acme been bought?"],
  ["why were they finally sold?", "why was Acme finally sold?"],
  ["who bought them?", "who bought Acme?"],
  ["who is buying them?", "who is buying Acme?"],
])("“%s” asks it of the firm by its name: “%s”", (question, named) => {
  expect(boughtByName(question, "Acme")).toBe(named);
});

test.each([
  "what did they buy?",
  "who have they acquired?",
  "when were they founded?",
  "why did they sell?",
  "why did they buy it?",
])("“%s” says nothing of who bought the firm", (question) => {
  expect(boughtByName(question, "Acme")).toBeUndefined();
});

test("a deal's name stands for the deed", () => {
  expect(dealAsDeed("hugging face acquisition")).toBe("was hugging face bought");
  expect(dealAsDeed("the takeover of Acme")).toBe("was Acme bought");
  expect(dealAsDeed("tell me about the Gradio acquisition")).toBe("was Gradio bought");
  expect(dealAsDeed("what was the biggest acquisition")).toBeUndefined();
});

test.each([
  "is Hugging Face planning an acquisition",
  "did Hugging Face finish the Gradio acquisition",
  "did OpenAI announce an acquisition",
  "has Hugging Face announced the sale",
  "is OpenAI up for sale",
  "OpenAI announced the purchase",
  "news of the Gradio sale",
  "their last acquisition",
])("“%s” is a sentence and no deal's name", (said) => {
  expect(dealAsDeed(said)).toBeUndefined();
});
