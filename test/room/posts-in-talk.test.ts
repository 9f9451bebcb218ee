import { expect, test } from "vitest";
import type { Origin } from "#core/invocation.ts";
import { askedOf } from "#room/asked.ts";
import { openReal } from "../real.ts";
import { newTalk } from "./new-talk.ts";

test.each([
  ["is there a partner manager at Mistral?", "how many employees do they have?", "mistral"],
  ["who is head of partnerships at OpenAI?", "what about their risks?", "openai"],
  ["what does a VP sales at Databricks do?", "who invested?", "databricks"],
])("after “%s” the company is the subject: “%s”", async (asked, then, company) => {
  const reply = await newTalk().after(asked, then);
  expect(reply.ok).toBe(true);
  expect(askedOf(reply)?.answers[0]?.study).toBe(company);
});

test.each(["do they have a partner manager?", "is there a VP partnerships?", "who is their head of partnerships?"])(
  "“%s” in a talk on a company asks of its posts, and the talk stays with it",
  async (question) => {
    const { after } = newTalk();
    const reply = await after("who founded mistral?", question);
    expect(reply.ok).toBe(false);
    expect(reply.line).toContain("about:mistral");
    expect((await after("how many employees do they have?")).line).toContain("about:mistral");
  },
);

test("a role's pay within a company goes on to another place and level", async () => {
  const { after } = newTalk();
  expect((await after("what does a VP sales at Databricks earn?", "in Paris?")).title).toBe(
    "what does a VP Sales earn in Paris?",
  );
});

test("what a role does not tell asks back which company is meant, by lines that ask of it", async () => {
  const reply = await newTalk().after("ask who invested? about:vp-sales");
  expect(reply).toMatchObject({ ok: false, title: "Which one?" });
  expect(JSON.stringify(reply.parts)).toContain('"line":"ask who invested? about:anthropic"');
});

test("in a meeting “compare them” compares its companies, whatever posts were asked about", async () => {
  const { dispatch } = await openReal();
  const origin: Origin = {
    platform: "slack",
    via: "mention",
    workspace: "T1",
    channel: "C9",
    thread: "1",
    asker: "U1",
  };
  const say = (line: string) => dispatch.run(dispatch.read(line, origin));
  await say("meeting start hugging-face openai");
  await say("who is head of partnerships at OpenAI?");
  expect((await say("compare them")).line).toBe("compare hugging-face openai");
});
