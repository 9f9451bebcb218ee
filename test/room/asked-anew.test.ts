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
  ["by whom?", "when was it founded?", "who founded it?"],
  ["and where?", "when was it founded?", "where was it founded?"],
  ["from whom?", "how much have they raised?", "from whom have they raised?"],
  ["when?", "who founded anthropic?", "when was anthropic founded?"],
  ["and when exactly?", "who founded them?", "when were they founded?"],
  ["by whom?", "when was Gradio bought?", "who bought Gradio?"],
  ["by whom?", "when was it written?", "by whom was it written?"],
  ["for how much?", "who bought Gradio?", "for how much was Gradio bought?"],
  ["at what price?", "when did they buy Tabular?", "for how much did they buy Tabular?"],
  ["how much?", "does Google invest in Anthropic?", "how much does Google invest in Anthropic?"],
  ["how much", "who invested in Mistral?", "how much did they invest in Mistral?"],
  ["since when?", "so are they still partners?", "since when are they partners?"],
  ["since when?", "why did they split?", "when did they split?"],
  ["for how much?", "the Gradio acquisition", "for how much was Gradio bought?"],
  ["why?", "how much was Tabular?", "why was Tabular bought?"],
  ["where exactly?", "was it banned anywhere?", "where was it banned?"],
  ["when?", "acquisition of Gradio", "when was Gradio bought?"],
  ["by whom?", "tell me about the Gradio acquisition", "who bought Gradio?"],
  ["why?", "is Acme planning an acquisition?", "why is Acme planning an acquisition?"],
  ["when?", "did Acme finish the Gradio acquisition?", "when did Acme finish the Gradio acquisition?"],
  ["since when?", "is Acme up for sale?", "since when is Acme up for sale?"],
])("“%s” behind “%s” asks “%s”", (question, asked, meant) => {
  expect(askedAnew(question, asked, 2026)).toBe(meant);
});

test.each([
  ["and in 2023?", "what is Anthropic worth?", "what was Anthropic worth in 2023?"],
  ["and in 2024?", "who invested?", "who invested in 2024?"],
  ["2022?", "hf valuation", "hf valuation in 2022?"],
  ["and in June 2024?", "how many people do they employ today?", "how many people did they employ in June 2024?"],
  ["and in 2024?", "ok and revenue?", "revenue in 2024?"],
  ["and in 2024?", "who sells in Europe: OpenAI and Mistral?", "who sells in Europe in 2024: OpenAI and Mistral?"],
  ["and by 2027?", "what does Mistral plan?", "what does Mistral plan by 2027?"],
  ["and last year?", "what is Anthropic worth?", "what was Anthropic worth in 2025?"],
  ["and the year before?", "what was Anthropic worth in 2024?", "what was Anthropic worth in 2023?"],
  ["and the year before?", "what is their revenue?", "what was their revenue in 2025?"],
  ["the year after?", "revenue in May 2024?", "revenue in 2025?"],
  ["and in 2024?", "who founded OpenAI?", "what happened in 2024?"],
  ["and in 2024?", "which of them has 2000 partners?", "which of them has 2000 partners in 2024?"],
])("“%s” behind “%s” keeps what was asked: “%s”", (question, asked, meant) => {
  expect(askedAnew(question, asked, 2026)).toBe(meant);
});

test.each([
  ["why?", "how much was the Tabular deal?"],
  ["why", "when was Spain"],
  ["why?", "who owns mistral?"],
  ["by whom?", "how much did they raise?"],
  ["how much?", "when was it founded?"],
  ["how much?", "do they have a free plan?"],
  ["and in 2024?", "revenue in 2022 and in 2023?"],
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
  expect(askedAnew(question, asked, 2026)).toBeUndefined();
});
