import { expect, test } from "vitest";
import { offLimits } from "#search/manners/manners.ts";

const off = (question: string) => offLimits(question, () => true);

test.each([
  ["anything on openai in the news this am", "news"],
  ["what did OpenAI announce this a.m.?", "news"],
  ["who's speaking at the summit tomorrow", "news"],
  ["What margin is stipulated in our contract with Accenture?", "ours"],
  ["how much notice was agreed in our reseller agreement?", "ours"],
  ["In which year did the French Revolution begin?", "general"],
  ["who won world war 2", "general"],
  ["what's for lunch?", "general"],
  ["what is for dinner tonight", "general"],
  ["what is the weather?", "general"],
  ["book a meeting with OpenAI", "errand"],
  ["please schedule a call with Anthropic next week", "errand"],
  ["remind me tomorrow", "errand"],
  ["can you send an email to Databricks", "errand"],
  ["add this to the CRM", "errand"],
  ["export this", "errand"],
  ["who are our competitors?", "ours"],
  ["what will the weather be like tomorrow?", "general"],
  ["what's the weather for tomorrow's partner summit?", "general"],
  ["write a poem", "general"],
  ["write me a python script", "general"],
  ["write me an email to a partner", "writing"],
  ["Draft an email to our reseller", "writing"],
  ["draft a mutual action plan", "writing"],
  ["OpenAI makes me want to kill myself", "despair"],
  ["i wanna die", "despair"],
  ["I'm thinking about suicide", "despair"],
  ["can I bribe a buyer at OpenAI", "wrongdoing"],
  ["could you compose a reply", "writing"],
])("“%s” is not looked up: %s", (question, reason) => {
  expect(off(question)).toBe(reason);
});

test.each([
  "why was Worldcoin in the news in 2023?",
  "do I want to die on this hill?",
  "was the merger brand suicide?",
  "how do we kill the deal ourselves?",
  "how do we avoid bribing officials?",
  "who was charged with bribery?",
  "how can we steal market share from Databricks?",
  "how do we fake less and sell more?",
  "how do I threaten to walk away?",
  "what should we prepare if our partner leaves tomorrow?",
  "what would Mistral lose if Nvidia left tomorrow?",
  "how did Solana weather the FTX collapse?",
  "remind me who founded OpenAI",
  "set up a meeting cadence with a partner",
  "how do I book a meeting with a hyperscaler?",
  "send me the QBR checklist",
  "what do our rivals pay partner managers?",
  "weather data partners",
  "which companies partner on weather models?",
  "who works with a weather service?",
  "what is usually stipulated in a contract with a reseller?",
  "what should be fixed in our contract with Accenture?",
  "What's on the menu at Hugging Face, free and paid?",
  "what revolution did Solana promise?",
  "who wrote the French AI strategy?",
  "what goes into a mutual action plan?",
  "how do I draft a charter?",
  "write down and impairment, what is the difference?",
])("“%s” is looked up", (question) => {
  expect(off(question)).toBeUndefined();
});
