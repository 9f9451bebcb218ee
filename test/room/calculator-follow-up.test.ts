import { expect, test } from "vitest";
import { askedOf } from "#room/asked.ts";
import { newTalk } from "./new-talk.ts";

const training = "how much would it cost to train a 7B model on 1T tokens?";

test.each([
  ["on A100s?", "cost 7B 1T A100-80GB"],
  ["and 13B?", "cost 13B 1T"],
  ["what about a 13B one?", "cost 13B 1T"],
  ["what about 2T tokens", "cost 7B 2T"],
  ["and 3T?", "cost 7B 3T"],
  ["how long would that take with 512 gpus", "cost 7B 1T gpus:512"],
  ["double the tokens", "cost 7B 2T"],
  ["half as many GPUs", "cost 7B 1T gpus:24"],
  ["10x the tokens?", "cost 7B 10T"],
  ["is it cheaper on spot?", "cost 7B 1T spot"],
  ["what if we used LoRA instead", "cost 7B 1T lora"],
  ["in 10 days?", 'cost 7B 1T deadline:"10 days"'],
  ["how much energy?", "cost 7B 1T energy"],
  ["and Llama 3 8B?", "cost llama-3-8b 1T"],
  ["mistral 7B instead", "cost mistral-7b 1T"],
  ["on AWS", "cost 7B 1T provider:aws"],
  ["use azure", "cost 7B 1T provider:azure"],
  ["neoclouds?", "cost 7B 1T provider:neocloud"],
  ["H200?", "cost 7B 1T H200"],
  ["in 3 months", 'cost 7B 1T deadline:"3 months"'],
])("“%s” behind a training's cost changes that one thing", async (said, line) => {
  expect(await newTalk().after(training, said)).toMatchObject({ ok: true, line });
});

test("one change follows upon another, and a button's line is as good as a question", async () => {
  const { after } = newTalk();
  expect((await after("cost 7B 1T H100 $/h=2.5", "with 64 gpus", "on A100s?", "and 13B?")).line).toBe(
    "cost 13B 1T A100-80GB gpus:64",
  );
  expect((await after("cost 7B 1T deadline=30d", "with 512 gpus", "in 20 days")).line).toBe(
    'cost 7B 1T deadline:"20 days"',
  );
  expect((await after("cost llama-3.1-8b 10M lora", "and 50M?")).line).toContain("tokens:50M");
  expect((await after("cost 7B 1T", "shorter", "on H200?")).line).toBe("cost 7B 1T H200");
});

test("a card that nobody knows is refused by the calculator, and the calculation goes on", async () => {
  const { say } = newTalk();
  await say(training);
  expect(await say("on RTX 9090s?")).toMatchObject({ ok: false, command: "cost" });
  expect((await say("on H200s?")).line).toBe("cost 7B 1T H200");
});

test.each([
  ["and 200 people?", "roi people:200 hours:1"],
  ["with 3 hours a week", "roi people:120 hours:3"],
  ["over 5 years?", "roi people:120 hours:1 years:5"],
  ["what about $90/h", "roi people:120 hours:1 hourly:$90"],
  ["half the people", "roi people:60 hours:1"],
  ["12 months", "roi people:120 hours:1 years:1"],
])("“%s” behind a business case changes that one thing", async (said, line) => {
  const { after } = newTalk();
  expect(await after("is copilot worth it for 120 people saving 1 hour a week?", said)).toMatchObject({ line });
});

test.each(["3 months", "over 18 months", "in 2024?", "and a16z?", "AWS"])(
  "“%s” behind a business case asks something else",
  async (said) => {
    expect((await newTalk().after("roi people=120 hours=1", said)).command).toBe("ask");
  },
);

test.each(["why so expensive?", "how did you get that?", "why?"])(
  "“%s” shows what the figure is made of",
  async (said) => {
    const reply = await newTalk().after(training, said);
    const labels = reply.parts.flatMap((part) => (part.kind === "fields" ? part.fields.map(({ label }) => label) : []));
    expect(labels).toEqual(expect.arrayContaining(["Compute", "GPU-hours", "Price"]));
    expect(reply.parts.some(({ kind }) => kind === "chart")).toBe(false);
  },
);

test.each([
  ...["what is LoRA?", "how much is an H100?", "and OpenAI?", "who founded Mistral?"],
  ...["in 2024?", "by 2026?", "on H100 in 2024", "and 512?", "and a16z?", "on a16z?", "k12"],
  ...["AWS", "Google?", "and AWS?", "mistral 7B"],
])("“%s” behind a training's cost asks something else", async (said) => {
  const reply = await newTalk().after(training, said);
  expect(reply.command).toBe("ask");
  expect(askedOf(reply)?.runs).toBeUndefined();
});

test.each(["on A100s?", "and 13B?", "double the tokens"])(
  "“%s” behind any other answer reckons nothing",
  async (said) => {
    expect((await newTalk().after("who founded openai?", said)).command).toBe("ask");
  },
);
