import { expect, test } from "vitest";
import { general } from "#search/manners/general.ts";
import { offLimits } from "#search/manners/manners.ts";
import { faster, growth } from "../../growth.ts";

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
  ["how many partners do we have?", "ours"],
  ["which resellers did we lose this year?", "ours"],
  ["do we have customers in Japan?", "ours"],
  ["how many people work for us", "ours"],
  ["how big is our sales team?", "ours"],
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
  ["I want to end it all", "despair"],
  ["end it all", "despair"],
  ["my partner left and I want to end it all", "despair"],
  ["Want to end it all, my partner left", "despair"],
  ["gonna end it all. partner left", "despair"],
  ["going to end it all since my partner died", "despair"],
  ["end it all, the board fired me", "despair"],
  ["lost every client, going to end it all", "despair"],
  ["my partner wants to end it all", "despair"],
  ["our partner says he wants to end it all", "despair"],
  ["our partner wants to end it all and so do I", "despair"],
  ["lost our partner want to end it all", "despair"],
  ["our vendor left, time to end it all", "despair"],
  ["should we end it all, the contract is lost", "despair"],
  ["our partner wants to end it all. want to end it all too", "despair"],
  ["she wants to end it all", "despair"],
  ["they would all be better off without me", "despair"],
  ["I keep hurting myself", "despair"],
  ["how to commit suicide", "despair"],
  ["I am going to take my own life", "despair"],
  ["can I bribe a buyer at OpenAI", "wrongdoing"],
  ["could you compose a reply", "writing"],
  ["how old is he?", "private"],
  ["what age was she then?", "private"],
  ["and when was he born?", "private"],
  ["how old is OpenAI's CEO?", "private"],
  ["how old are their founders", "private"],
  ["how old is mistral ceo", "private"],
  ["how old are the founders of Mistral?", "private"],
  ["how old is the current CEO now?", "private"],
  ["what is the age of the boss of Mistral?", "private"],
  ["what is 15% of $2M?", "general"],
  ["how much is 20 percent of 1.5 million", "general"],
  ["$5M x 3", "general"],
  ["$7B x 2", "general"],
  ["what is 1 000 000 + 2,5%", "general"],
])("“%s” is not looked up: %s", (question, reason) => {
  expect(off(question)).toBe(reason);
});

test("what somebody here said is no news of the day, and what a company that is named said is", () => {
  const asked = "what did Dana say about the price last week?";
  expect(offLimits(asked, () => false)).toBe("ours");
  expect(offLimits(asked.replace("Dana", "OpenAI"), () => true)).toBe("news");
});

test.each([
  "how old is it?",
  "how old is the company that the CEO founded?",
  "how old was OpenAI when its CEO was fired?",
  "how old are they?",
  "is 15% of $2M a fair commission?",
  "what is 20% of partner revenue to a vendor?",
  "why was Worldcoin in the news in 2023?",
  "do I want to die on this hill?",
  "our partner wants to end it all, what do we do?",
  "our biggest channel partner is about to end it all",
  "the vendor decided to end it all, what should I do?",
  "how old is the CEO role?",
  "how old are typical founders?",
  "how old are unicorn founders on average?",
  "how old is the deal the CEO signed?",
  "how old is a typical CEO?",
  "what is the age of the CEO role?",
  "how old is the lab of the founder?",
  "what is 7B x 2",
  "should we end it all and leave the reseller agreement?",
  "the board says end it all, how do we exit?",
  "In the end it all depends on the partner manager, right?",
  "At the end it all came down to distribution: why did OpenAI win?",
  "Would the QBR be better off without me?",
  "Is a failing partnership better off dead?",
  "Do I cut myself out of the margin with a reseller?",
  "Will I hurt myself by granting exclusivity?",
  "Did Stability commit suicide by going open source?",
  "Do I risk commercial suicide by going exclusive?",
  "Which OpenAI partners work on self-harm detection?",
  "Can I take my life sciences accounts to a reseller?",
  "why did Databricks lose the bid?",
  "did Mistral win the tender?",
  "what helps a partner manager win the deal?",
  "how many partners do we need?",
  "how many partners should we have?",
  "what rights do we have if they are acquired?",
  "do we have to pay the channel manager?",
  "Can we threaten to cancel the reseller agreement?",
  "How do we threaten to pull out?",
  "How do we forge a long-term contract with Nvidia?",
  "How can we steal Snowflake's data partners?",
  "How do we hack into the enterprise market?",
  "send me notes on Anthropic's partner program",
  "can you send over the notes on Mistral?",
  "invite the partner to our QBR or not?",
  "notify our partners how long before the exit",
  "which partners use Mistral for weather forecasting?",
  "which AI labs sell weather-forecasting models?",
  "how did OpenAI weather Altman's firing?",
  "what is the recipe for a good partner programme?",
  "what is OpenAI's recipe for success?",
  "which labs raise the bar around safety?",
  "what did Solana do during the crypto cold war?",
  "what is the registered capital of Mistral?",
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

test.each(["/meeting start", "/meeting end", "/remind me tomorrow", "/gaps"])(
  "“%s” is a command, and no question",
  (text) => {
    expect(offLimits(text, () => false)).toBe("instructions");
  },
);

test.each(["/ask what is co-sell", "/what is MDF?", "24/7 support, who pays?"])("“%s” asks", (text) => {
  expect(offLimits(text, () => false)).toBeUndefined();
});

test("a command that names something that stands here is looked up", () => {
  expect(offLimits("/case solana", () => true)).toBeUndefined();
});

test("the work of hearing a sum grows as a text does", async () => {
  for (const piece of [" ", "1", "1 ", "1.", " k", "2+"]) {
    const hear = (length: number) => general.any.test(`1+1${piece.repeat(length / piece.length)}x`);
    expect(await growth(hear, 10_000), piece).toBeLessThan(faster);
  }
});
