import { describe, expect, test } from "vitest";
import { talkWordOf } from "#room/talk-word.ts";
import { newTalk, texts } from "./new-talk.ts";

test.each([
  ["start over", "over"],
  ["please reset", "over"],
  ["forget that", "over"],
  ["let's start from scratch", "over"],
  ["in euros?", "currency"],
  ["and in €?", "currency"],
  ["what is that in pounds?", "currency"],
  ["convert it to euros", "currency"],
  ["remind me tomorrow", "remind"],
  ["can you remind me about this next week", "remind"],
  ["post this in #partners", "post"],
  ["share that with the team", "post"],
  ["summarize this thread", "summary"],
  ["give me a summary of this conversation", "summary"],
  ["as a table", "layout"],
  ["can you put that in bullet points?", "layout"],
  ["export this to excel", "layout"],
  ["in German please", "language"],
  ["can you say that in French?", "language"],
  ["what does that mean for us?", "opinion"],
  ["how bad is that?", "opinion"],
  ["is that a lot?", "opinion"],
  ["what should we do then", "opinion"],
  ["what do you think?", "opinion"],
])("“%s” is about the talk: %s", (said, word) => {
  expect(talkWordOf(said)).toBe(word);
});

test.each([
  "how did they start over?",
  "remind me what OpenAI is worth",
  "what is their revenue in euros?",
  "summarize that",
  "what did they post?",
  "share of revenue",
  "in Europe?",
  "forget me",
  "put it in one sentence",
  "how do I reset a partnership?",
  "in Germany?",
  "is there a table of fees?",
  "what does exclusivity mean for us?",
  "how bad is their churn?",
  "is that normal for a referral partner?",
  "are they big?",
  "what should we do first?",
  "what should we do?",
  "what are action items",
  "what do you think of exclusivity?",
])("“%s” is not", (said) => {
  expect(talkWordOf(said)).toBeUndefined();
});

test("a word on the answer is one only where there is an answer", () => {
  for (const said of ["in French", "is this a good deal?", "what do you recommend?"]) {
    expect(talkWordOf(said, { isAnswered: false })).toBeUndefined();
    expect(talkWordOf(said, { isAnswered: true })).toBeDefined();
  }
  expect(talkWordOf("do you speak German?", { isAnswered: false })).toBe("language");
});

test("“what should we do?” asks for the lessons of the company talked about", async () => {
  const reply = await newTalk().after("who founded mistral?", "what should we do?");
  expect(texts(reply)).toContain("What can a partnership team learn from Mistral?");
});

describe("words about the talk", () => {
  test("are answered with what can be done, and leave its subject as it is", async () => {
    const { say } = newTalk();
    await say("what is OpenAI's valuation?");
    for (const [said, title] of [
      ["in euros?", "Figures stay as they were published"],
      ["remind me tomorrow", "I set no reminders"],
      ["post this in #partners", "I post nothing elsewhere"],
      ["summarize this thread", "I do not read along"],
    ] as const)
      expect(await say(said)).toMatchObject({ ok: true, title, sources: [] });
    expect((await say("are you sure?")).title).toBe("Where that comes from: what is OpenAI's valuation?");
    expect((await say("who is the CEO?")).line).toContain("about:openai");
  });

  test("that start over forget the subject and the last answer", async () => {
    const { say } = newTalk();
    await say("what is OpenAI's valuation?");
    expect(texts(await say("start over"))).toContain("is forgotten");
    expect((await say("who is the CEO?")).title).toBe("Which one?");
    expect((await say("source?")).title).not.toContain("valuation");
    expect(texts(await say("what did we talk about?"))).not.toContain("OpenAI");
  });

  test("in a meeting leave its companies and its recap", async () => {
    const { say } = newTalk();
    await say("meeting start solana");
    await say("who founded openai?");
    expect((await say("start over")).title).toBe("The meeting goes on");
    expect((await say("who founded it?")).line).toContain("about:solana");
    expect((await say("recap of this meeting")).title).toBe("The recap has it");
  });
});

test.each(["no, I meant Anthropic", "sorry, Anthropic", "Anthropic I mean"])(
  "“%s” asks the same of the other company",
  async (said) => {
    expect((await newTalk().after("who founded OpenAI?", said)).title).toBe("who founded Anthropic?");
  },
);
