import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { plain, type Reply } from "#core/reply.ts";
import { reckoningOf } from "#present/ask/calculator.ts";
import { faster, growth } from "../growth.ts";
import { openReal } from "../real.ts";

let real: Awaited<ReturnType<typeof openReal>>;
beforeAll(async () => {
  real = await openReal();
});
afterAll(() => real.close());

const ranSchema = z.object({ runs: z.string().optional(), notes: z.array(z.string()).optional() });

async function ask(question: string) {
  const reply = await real.say(`ask ${question}`);
  return { reply, ...ranSchema.parse(reply.data) };
}

const words = (reply: Reply) =>
  reply.parts.flatMap((part) => (part.kind === "text" ? [plain(part.text)] : [])).join("\n");

describe("a question of what a training costs or takes is calculated", () => {
  test.each([
    ["cost to fine-tune 8b with lora", "8B lora"],
    ["what does it cost to fine-tune llama 3 8b with lora on a100", "llama-3-8b A100 lora"],
    ["lora fine-tuning cost for 70B", "70B lora"],
    ["qlora fine-tune of a 70B on one A100: how long?", "70B A100 gpus=1 qlora"],
    ["how long to train a 13B model on 64 H100?", "13B H100 gpus=64"],
    ["how long to train a 13B model on 64 H100s?", "13B H100 gpus=64"],
    ["how long for 13B on 64x H100", "13B H100 gpus=64"],
    ["train 13B, 64 x H100, how many days", "13B H100 gpus=64"],
    ["train 13B on 64 gpus of type H100", "13B H100 gpus=64"],
    ["how many days on 64 H100 for a 13B model with 260B tokens?", "260B tokens 13B H100 gpus=64"],
    ["how long does a 7B lora take on a single A100", "7B A100 gpus=1 lora"],
    ["a cluster of 1,024 H100s, 70B model, 15T tokens: training time?", "15T tokens 70B H100 gpus=1,024"],
    ["8 nodes of 8 H100, 13B model, how long would training take", "13B H100 gpus=64"],
    ["what would it cost Mistral to train a 70B on 2T tokens?", "2T tokens 70B"],
    ["how much would Google pay to train a 500B on 10T tokens", "10T tokens 500B"],
    ["what's the damage for training a 30B on 600B tokens?", "600B tokens 30B"],
    ["ballpark for pretraining a 3B model on 1T tokens?", "1T tokens 3B pretrain"],
    ["give me a quote for training 7B on 2T tokens on H200s", "2T tokens 7B H200"],
    ["can we train a 7B on 1T tokens in a month with 64 H100s?", '1T tokens 7B H100 gpus=64 deadline="1 month"'],
    ["can we afford to train a 13B from scratch with $500k?", "13B pretrain budget=500k"],
    ["is $2M enough to train a 70B model?", "70B budget=2M"],
    ["is 512 H100 enough to train a 70B on 1.4T in 60 days", '1.4T tokens 70B H100 gpus=512 deadline="60 days"'],
    ["how big a model can we train with $1M on H100s?", "H100 budget=1M"],
    ["we have 64 H100s, how fast could we train a 7B on 1T tokens?", "1T tokens 7B H100 gpus=64"],
    ["how many GPU hours does a 7B on 2T tokens need?", "2T tokens 7B"],
    ["how many H100-hours to train a 7B on 1T tokens", "1T tokens 7B H100"],
    ["how many H100s do we need to train a 70B in 30 days?", '70B H100 deadline="30 days"'],
    ["budget for fine-tuning a 70B on 50M tokens", "50M tokens 70B sft"],
    ["what should we budget to train our own 7B model?", "7B"],
    ["price tag of training a 405B on 15T tokens on B200s", "15T tokens 405B B200"],
    ["training bill for a 1T-parameter MoE with 32B active on 15T tokens", "15T tokens 1T active=32B"],
    ["training 7B on 1T tokens with spot H100s on AWS, how much?", "1T tokens 7B H100 spot provider=aws"],
    ["how much to continue pretraining llama 3.1 8B on 100B tokens", "100B tokens llama-3-1-8b continued"],
    ["what would a two trillion token run of a seven billion parameter model set us back", "2T tokens 7B"],
    ["cost of a full fine-tune of llama-3.1-70b, 17k examples, 3 epochs", "llama-3-1-70b sft epochs=3 examples=17k"],
    ["how long to finetune mistral 7b with qlora on a 4090?", "mistral-7b RTX-4090 gpus=1 qlora"],
    ["train 70B 2T H100 1024 gpus at 40% MFU", "2T tokens 70B H100 gpus=1024 mfu=40%"],
    ["if we train a 13B at $2 per GPU hour, what's the total?", "13B rate=2"],
    ["pretraining 7B on 140B tokens with 32 A100: days and dollars", "140B tokens 7B A100 gpus=32 pretrain"],
    ["ETA for 70B / 1.4T on 512 H200", "1.4T tokens 70B H200 gpus=512"],
    ["if I wanted to train a 7B on a trillion tokens, what are we talking about, cost-wise?", "1T tokens 7B"],
    ["what are we looking at for a 7B on 2 trillion tokens, 128 H100s?", "2T tokens 7B H100 gpus=128"],
    ["roughly how many GPU-days for a 13B on 260B?", "260B tokens 13B"],
    ["what would training a 34B on 700 billion tokens run us", "700B tokens 34B"],
    ["could 8 A100s handle fine-tuning a 70B with qlora?", "70B A100 gpus=8 qlora"],
    ["hours for a LoRA of 70B with 10M tokens on 8 H100", "10M tokens 70B H100 gpus=8 lora"],
    ["how much to get a 13B trained on 300B tokens", "300B tokens 13B"],
    ["how long would DeepSeek V3 671B take to train on 2,048 H800?", "deepseek-v3 H800 gpus=2,048"],
    ["what's the bill for teaching a seven billion weight network", "7B"],
    ["what would it cost to build a 7B LLM on our own 64 H100s", "7B H100 gpus=64 owned"],
  ])("%s, as cost %s", async (question, line) => {
    const { reply, runs, notes } = await ask(question);
    expect({ ok: reply.ok, runs, notes }).toEqual({ ok: true, runs: `cost ${line}`, notes: [] });
  });

  test.each([
    ["7B model, 64 H100s, 1T tokens. How long would training take?", "1T tokens 7B H100 gpus=64"],
    [
      "Our budget is $500k and we rent at AWS. What would it cost to train a 7B on 1T?",
      "1T tokens 7B budget=500k provider=aws",
    ],
    ["We paid for 64 H100s last year. How long would they need to train a 7B?", "7B H100 gpus=64"],
  ])("with what is told beside it: %s", async (question, line) => {
    expect((await ask(question)).runs).toBe(`cost ${line}`);
  });

  test("and answered as the calculator answers the line", async () => {
    const { reply, runs = "" } = await ask("how long to train a 13B model on 64 H100?");
    const [asked, ran] = [reply, await real.say(runs)];
    expect(asked.title).toBe(ran.title);
    expect(asked.parts).toEqual(ran.parts);
    expect(words(asked)).toContain("days on 64 H100");
  });
});

test.each([
  "what did it cost to train DBRX?",
  "DBRX training cost?",
  "how much did GPT-4's training cost?",
  "GPT-4's training cost was $100M, right?",
  "what did OPT-175B cost to train?",
  "why is training so expensive?",
  "why does it cost $100M to train a 70B model?",
  "what is MFU?",
  "is 40% MFU good for training a 70B?",
  "H100 price per hour?",
  "what do 64 H100s cost for a month?",
  "how many GPUs did Meta use for Llama 3 405B?",
  "how long was Llama 2 70B trained?",
  "Llama 3.1 405B training tokens",
  "how many tokens should a 7B model be trained on?",
  "how much VRAM does a 70B lora need on A100?",
  "Can we QLoRA a 65B on one 48 GB card?",
  "LoRA vs QLoRA time on Llama 2 7B, one A100",
  "how do I fine-tune llama 3 8b with lora on an A100?",
  "what does it cost to serve a 70B model with 5B tokens a day?",
  "how much do 2 million tokens cost on a 70B model?",
  "how much does it cost to train 2 million developers?",
  "what would it cost to build a $5M partner programme over 3 years",
  "who trains 70B models on 2T tokens?",
  "We train a 7B on 64 H100s and it costs a lot. Who founded Hugging Face?",
])("%s is a question to the casebook", async (question) => {
  expect((await ask(question)).runs).toBeUndefined();
});

describe("a text that is nothing but a calculator's numbers is calculated", () => {
  test.each([
    ["7B 1T H100", "cost 7B 1T H100"],
    ["7B 1T H100?", "cost 7B 1T H100"],
    ["70B 2T", "cost 70B 2T"],
    ["7b tokens 1t on 8 h100", "cost 7b 1t H100 gpus=8"],
    ["7b model, 1t tokens, 8 h100", "cost 7b 1t H100 gpus=8"],
    ["120 people 2h/week $75/h", "roi people=120 hours=2 hourly=$75"],
  ])("%s, as %s", async (question, line) => {
    const { reply, runs } = await ask(question);
    expect({ ok: reply.ok, runs }).toEqual({ ok: true, runs: line });
    expect(reply.title).toBe((await real.say(line)).title);
  });

  test.each([
    "7B",
    "7B H100",
    "500 employees",
    "openai 852B anthropic 965B",
    "$5B to $2T",
    "a 4.5B valuation in 2T markets",
    "3 million models 20 million users",
    "100 people in 2020",
    `7B 1T ${"H100 ".repeat(2000)}`,
  ])("%s is looked up", (text) => {
    expect(reckoningOf(text, text, real.library())).toBeUndefined();
  });
});

describe("what of the question is not counted", () => {
  test("is said below the answer: numbers without a place, and the second of two values", async () => {
    const { reply, runs, notes } = await ask(
      "what does it cost to train a 7B on 30GB of text in 2026 for 3 customers with H100 or A100?",
    );
    expect(runs).toBe("cost 7B H100");
    expect(notes).toEqual([
      "Two values are given for GPU: this counts H100, not A100.",
      "I could not place “30GB”, “2026”, “3”, so this does not count them.",
    ]);
    for (const note of notes ?? []) expect(words(reply)).toContain(note);
  });

  test("is a number in letters that cannot be read", async () => {
    const { notes } = await ask("what does it cost to train a 7B on dozens of H100s");
    expect(notes).toEqual(["I could not place “dozens”, so this does not count it."]);
  });

  test.each([
    [
      "what would it cost to train a 7-13B model on 1T tokens?",
      "cost 1T tokens 7B",
      ["Two values are given for “7-13B”: this counts 7B, not 13B."],
    ],
    [
      "what would it cost to train a 7B on 1T tokens for €100k?",
      "cost 1T tokens 7B",
      ["I could not place “€100k”, so this does not count it."],
    ],
    [
      "what's the ROI for 100-150 people saving 1,5h/week?",
      "roi people=100 hours=1.5",
      ["Two values are given for “100-150”: this counts 100, not 150."],
    ],
  ])("is the high end of a range, and other money than dollars: %s", async (question, runs, notes) => {
    expect(await ask(question)).toMatchObject({ runs, notes });
  });

  test("is a second size, which is not taken for tokens", async () => {
    const { runs, notes } = await ask("cost of training a 13B or a 30B on 1T tokens");
    expect(runs).toBe("cost 1T tokens 13B");
    expect(notes).toEqual(["I could not place “30B”, so this does not count it."]);
  });
});

test.each([
  ["how long would it take to train 13B on 260B tokens with 8 H100 in 2 days", /8 H100 take about .* but the deadline/],
  ["what does it cost to train a 7B on B100s?", /no GPU “B100” in the casebook/],
])("%s: what cannot be calculated says why, and offers a line that works", async (question, says) => {
  const { reply, runs } = await ask(question);
  expect(reply.ok).toBe(false);
  expect(runs).toMatch(/^cost /);
  expect(words(reply)).toMatch(says);
  const [line = ""] = reply.parts.flatMap((part) =>
    part.kind === "buttons" ? part.buttons.flatMap((button) => ("line" in button ? [button.line] : [])) : [],
  );
  expect((await real.say(line)).ok, line).toBe(true);
});

describe("a question of a business case is calculated", () => {
  test.each([
    [
      "ROI of 120 people 2h/week $75/h seat=30 implementation=80k",
      "people=120 hours=2 hourly=$75 seat=30 implementation=80k",
    ],
    [
      "what's the payback if 120 people save two hours a week at $75 an hour, seats cost $30 a month and implementation is $80k?",
      "people=120 hours=2 hourly=$75 seat=$30 implementation=$80k",
    ],
    ["business case for 500 staff saving one hour a week", "people=500 hours=1"],
    ["is it worth it: 50 developers at $100/h save 90 minutes a week", "people=50 hours=1.5 hourly=$100"],
    ["would 300 copilot licences pay for themselves", "seats=300"],
  ])("%s, as roi %s", async (question, line) => {
    const { reply, runs, notes } = await ask(question);
    expect({ ok: reply.ok, runs, notes }).toEqual({ ok: true, runs: `roi ${line}`, notes: [] });
    expect(words(reply)).toMatch(/NPV/);
  });

  test("with what it leaves out", async () => {
    const { notes } = await ask("ROI of 120 people or 80 people at 2h/week with 17 pilots");
    expect(notes).toEqual([
      "Two values are given for people: this counts 120, not 80.",
      "I could not place “17”, so this does not count it.",
    ]);
  });

  test.each([
    "what is the ROI of co-selling?",
    "ROI of microsoft 365 copilot",
    "what ROI did Forrester find for 500 employees?",
    "is a partnership with 3 companies worth it?",
  ])("but not where it asks what others found, or gives no numbers: %s", async (question) => {
    expect((await ask(question)).runs).toBeUndefined();
  });
});

test("the work of judging a question of 12,000 characters grows as its length does", async () => {
  for (const piece of [
    "train 7B cost ",
    "would get ",
    "1 x ",
    "8 nodes of ",
    "roi 7 people ",
    "how much ",
    "so, ",
    "$1 per ",
  ]) {
    const judge = (length: number) => {
      const question = `how much to train ${piece.repeat(length / piece.length)}`;
      reckoningOf(question, question, real.library());
    };
    expect(await growth(judge, 1200), piece).toBeLessThan(faster);
  }
});
