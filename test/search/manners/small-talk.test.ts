import { expect, test } from "vitest";
import { asksHowFresh, asksWhoItIs, smallTalk } from "#search/manners/small-talk.ts";

test.each([
  ["thanks!", "thanks"],
  ["thank you so much, that was great", "thanks"],
  ["no thanks", "thanks"],
  ["bye", "goodbye"],
  ["Good morning everyone", "greeting"],
  ["yes", "murmur"],
  ["lol", "murmur"],
  ["please stop", "murmur"],
  ["that's wrong", "complaint"],
  ["you didn't answer my question", "complaint"],
  ["I don't understand", "complaint"],
  ["are you an AI?", "itself"],
  ["who made you", "itself"],
  ["what is casebook?", "itself"],
  ["what do you store about me?", "stored"],
  ["delete my data", "stored"],
  ["is this private?", "stored"],
  ["forget me", "stored"],
  ["how do I make you forget me?", "stored"],
  ["how current is your data?", "fresh"],
  ["when was this last updated?", "fresh"],
  ["fuck off", "insult"],
  ["Wer hat Mistral gegründet?", "language"],
  ["¿Quién fundó Hugging Face?", "language"],
  ["谁创立了它", "language"],
])("%s", (text, expected) => {
  expect(smallTalk(text)).toBe(expected);
});

test.each([
  "who founded it?",
  "what do you know about co-selling?",
  "is the network good?",
  "what is a good partner?",
  "no programme yet, what now?",
  "how do we thank a partner",
  "do they store data in Europe?",
  "what is the deal with Nvidia",
  "the risks",
  "who founded Dove?",
  "what is the fur trade",
])("%s is a question", (text) => {
  expect(smallTalk(text)).toBeUndefined();
});

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
