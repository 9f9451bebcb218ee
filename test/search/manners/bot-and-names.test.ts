import { expect, test } from "vitest";
import { asksHowFresh, asksWhoItIs } from "#search/manners/bot-and-names.ts";

test.each([
  "are you ChatGPT?",
  "are you ChatGPT or Claude?",
  "Are you powered by OpenAI?",
  "which model are you?",
  "can I trust you?",
  "how reliable is this?",
  "how accurate are your answers?",
  "are your figures correct?",
  "can we rely on the bot?",
])("“%s” asks the bot what it is", (question) => {
  expect(asksWhoItIs(question)).toBe(true);
});

test.each([
  "are you on Claude's marketplace?",
  "which model are they?",
  "can I trust your partner?",
  "how reliable is Solana?",
  "how reliable is this chain?",
  "how accurate are their figures?",
])("“%s” does not", (question) => {
  expect(asksWhoItIs(question)).toBe(false);
});

test.each([
  "when was the openai case last updated?",
  "how fresh is your data on Mistral?",
  "how old is the information on solana?",
  "is the anthropic data up to date?",
  "when did you last update hugging face?",
  "how current is your openai data?",
  "openai last updated",
  "what is the newest fact you have?",
  "what's the latest figure you have on Solana?",
])("“%s” asks how fresh the casebook is on a company", (question) => {
  expect(asksHowFresh(question)).toBe(true);
});

test.each([
  "how old is solana?",
  "when was Claude last updated?",
  "how old is the case against OpenAI?",
  "what is the newest model they have?",
])("“%s” asks of the company itself", (question) => {
  expect(asksHowFresh(question)).toBe(false);
});
