import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCostLine, readCostProse } from "#calc/cost-line/read.ts";
import { faster, growth } from "../growth.ts";
import { vocabulary } from "./rows.ts";

const read = (line: string) => readCostLine(line, vocabulary);

test.each<[string, Record<string, string>]>([
  ["7B 1T H100", { model: "7B", tokens: "1T", gpu: "h100" }],
  ["h100 1t 7b", { model: "7b", tokens: "1t", gpu: "h100" }],
  ["70b params, 15t tokens on 1024 h100s", { model: "70b", tokens: "15t", gpus: "1024", gpu: "h100" }],
  ["671B-A37B 14.8T H800 fp8", { model: "671B-A37B", tokens: "14.8T", gpu: "h800", precision: "fp8" }],
  ["671B total, 37B active, 14.8T tokens", { model: "671B", active: "37B", tokens: "14.8T" }],
  [
    "llama-3.1-8b 2B lora A100 gpus=8 ctx=8k",
    { model: "llama-3-1-8b", tokens: "2B", method: "lora", gpu: "a100-80gb", gpus: "8", context: "8k" },
  ],
  ["Llama 3.1 8B, 15T, H100, 1024 GPUs", { model: "llama-3-1-8b", tokens: "15T", gpu: "h100", gpus: "1024" }],
  [
    "meta-llama/Llama-3.1-8B-Instruct 50M qlora 4090",
    { model: "llama-3-1-8b", tokens: "50M", method: "qlora", gpu: "rtx-4090" },
  ],
  ["13B 300B b200 spot deadline=30d", { model: "13B", tokens: "300B", gpu: "b200", price: "spot", deadline: "30d" }],
  ["8x7B 1T H100", { model: "mixtral-8x7b", tokens: "1T", gpu: "h100" }],
  ["16x12B 1T H100", { model: "16x12B", tokens: "1T", gpu: "h100" }],
  ["7B 2e12 tokens H100 $/h=2.5", { model: "7B", tokens: "2e12", gpu: "h100", rate: "2.5" }],
  ["7B 1T H100 at $3 per hour", { model: "7B", tokens: "1T", gpu: "h100", rate: "3" }],
  ["7B 1T H100 $2.50/gpu-hour", { model: "7B", tokens: "1T", gpu: "h100", rate: "2.50" }],
  ["7B 1T H100 mfu=38%", { model: "7B", tokens: "1T", gpu: "h100", mfu: "38%" }],
  ["7B 1T H100 38% mfu", { model: "7B", tokens: "1T", gpu: "h100", mfu: "38%" }],
  ["7B 1T H100 provider=aws", { model: "7B", tokens: "1T", gpu: "h100", provider: "aws" }],
  ["7B 1T H100 lambda labs", { model: "7B", tokens: "1T", gpu: "h100", provider: "lambda" }],
  [
    "7B 1T H100 owned power=0.09 pue=1.3",
    { model: "7B", tokens: "1T", gpu: "h100", owned: "yes", power: "0.09", pue: "1.3" },
  ],
  ["7B H100 budget=100k", { model: "7B", gpu: "h100", budget: "100k" }],
  ["7B H100 for $100k", { model: "7B", gpu: "h100", budget: "100k" }],
  ["7b 1t 1024xH100", { model: "7b", tokens: "1t", gpus: "1024", gpu: "h100" }],
  ["7B 1T H100 x 64", { model: "7B", tokens: "1T", gpu: "h100", gpus: "64" }],
  ["7B 1T H100 on 4 nodes", { model: "7B", tokens: "1T", gpu: "h100", gpus: "32" }],
  ["7B 1T 8x A100 80GB", { model: "7B", tokens: "1T", gpus: "8", gpu: "a100-80gb" }],
  ["7B 1T A100-40GB", { model: "7B", tokens: "1T", gpu: "a100-40gb" }],
  ["7B 1T TPU v5p 512 chips", { model: "7B", tokens: "1T", gpu: "tpu-v5p", gpus: "512" }],
  ["7B 1T H100 in 2 weeks", { model: "7B", tokens: "1T", gpu: "h100", deadline: "2 weeks" }],
  ["8B 1T h100 32k context", { model: "8B", tokens: "1T", gpu: "h100", context: "32k" }],
  ["8B 1T H100 full recompute", { model: "8B", tokens: "1T", gpu: "h100", recompute: "full" }],
  ["1T 7B h100", { model: "7B", tokens: "1T", gpu: "h100" }],
  ["70B 10B continued h100", { model: "70B", tokens: "10B", method: "continued", gpu: "h100" }],
  ["70B 10M lora h100", { model: "70B", tokens: "10M", method: "lora", gpu: "h100" }],
  ["7B 10^12 tokens H100", { model: "7B", tokens: "1e12", gpu: "h100" }],
  ["1.5×10¹² tokens 7B", { model: "7B", tokens: "1.5e12" }],
  ["7,5B 1,5T H100", { model: "7.5B", tokens: "1.5T", gpu: "h100" }],
  ["7B 1T budget $100k", { model: "7B", tokens: "1T", budget: "100k" }],
  ["7B 1T budget: 100k", { model: "7B", tokens: "1T", budget: "100k" }],
  ["budget 100k 7B 1T", { model: "7B", tokens: "1T", budget: "100k" }],
  ["7B budget 100k 1T", { model: "7B", tokens: "1T", budget: "100k" }],
  ["100k budget 7B 1T", { model: "7B", tokens: "1T", budget: "100k" }],
  ["7B H100 64 budget 50000", { model: "7B", gpu: "h100", gpus: "64", budget: "50000" }],
  ["7B budget 50k 64 H100", { model: "7B", gpu: "h100", gpus: "64", budget: "50k" }],
  ["7B H100 budget $1,5m", { model: "7B", gpu: "h100", budget: "1.5m" }],
  ["7B H100 USD 100k", { model: "7B", gpu: "h100", budget: "100k" }],
  ["7B H100 for 50k", { model: "7B", gpu: "h100", budget: "50k" }],
  ["7B 1T H100 for a month", { model: "7B", tokens: "1T", gpu: "h100", deadline: "1 month" }],
  ["model 7B tokens 1T gpu H100", { model: "7B", tokens: "1T", gpu: "h100" }],
  ["a 7 billion parameter model 1T", { model: "7 billion", tokens: "1T" }],
  ["7B 1.000.000.000 tokens 1.024 H100", { model: "7B", tokens: "1000000000", gpus: "1.024", gpu: "h100" }],
  ["7B sft 50.000 examples", { model: "7B", method: "sft", examples: "50.000" }],
  ["7B 1T H100 $98/h per node", { model: "7B", tokens: "1T", gpu: "h100", rate: "12.25" }],
  ["7B 1T H100 250 cents an hour", { model: "7B", tokens: "1T", gpu: "h100", rate: "2.5" }],
  ["7B 1T H100 2,50 $/h", { model: "7B", tokens: "1T", gpu: "h100", rate: "2.50" }],
  ["7B owned power 0,12 pue 1,2", { model: "7B", owned: "yes", power: "0.12", pue: "1.2" }],
  ["7B owned 12 cents per kWh", { model: "7B", owned: "yes", power: "12 cents" }],
  ["7B owned capex 30k life 5 years", { model: "7B", owned: "yes", capex: "30k", life: "5" }],
  ["7B owned H100 $30k per GPU", { model: "7B", owned: "yes", gpu: "h100", capex: "30k" }],
  ["7B 1T extras 10%", { model: "7B", tokens: "1T", extras: "10%" }],
  ["7B 1T $.5M", { model: "7B", tokens: "1T", budget: ".5M" }],
  ["7B 1T $ 500 000", { model: "7B", tokens: "1T", budget: "500000" }],
  ["7B 1T we have $500k", { model: "7B", tokens: "1T", budget: "500k" }],
  ["7B 1T no more than 500k", { model: "7B", tokens: "1T", budget: "500k" }],
  ["7B tokens 2,5T", { model: "7B", tokens: "2.5T" }],
  ["1T tokens 7B params", { model: "7B", tokens: "1T" }],
  ["300B tokens 175B", { model: "175B", tokens: "300B" }],
  ["7B 1T a node of H100", { model: "7B", tokens: "1T", gpus: "8", gpu: "h100" }],
  ["7B 1T price 2.35", { model: "7B", tokens: "1T", rate: "2.35" }],
  ["7B 1T spot price 64 H100", { model: "7B", tokens: "1T", price: "spot", gpus: "64", gpu: "h100" }],
  ["7B 1T epochs 2", { model: "7B", tokens: "1T", epochs: "2" }],
  ["8B sft 20k examples of 1k tokens", { model: "8B", method: "sft", examples: "20k", context: "1k" }],
  ["7B lora for 1M", { model: "7B", method: "lora", tokens: "1M" }],
  ["7B 1T $2/h for 30 days", { model: "7B", tokens: "1T", rate: "2", deadline: "30 days" }],
  ["how big a model for $1M", { budget: "1M" }],
  ["7B 1T on prem", { model: "7B", tokens: "1T", owned: "yes" }],
  ["7B/1T/H100", { model: "7B", tokens: "1T", gpu: "h100" }],
  ["7b-1t-h100", { model: "7b", tokens: "1t", gpu: "h100" }],
  ["7B 1T 1979 tflops H100", { model: "7B", tokens: "1T", gpu: "h100", peak: "1979" }],
  ["7B 1T H100 @ $2.5/h", { model: "7B", tokens: "1T", gpu: "h100", rate: "2.5" }],
  ["7B 1T H100 for 50 grand", { model: "7B", tokens: "1T", gpu: "h100", budget: "50k" }],
  ["70B 10M qlora on a single A6000", { model: "70B", tokens: "10M", method: "qlora", gpus: "1", gpu: "a6000" }],
  ["7B 20 tokens per parameter H100", { model: "7B", tokens: "20/param", gpu: "h100" }],
  ["fine-tune 8b with lora", { model: "8b", method: "lora" }],
  ["qlora fine-tuning of a pretrained 70B in 4-bit", { model: "70B", method: "qlora" }],
  ["full fine-tune 8B", { model: "8B", method: "sft" }],
  ["13B on 64 H100", { model: "13B", gpus: "64", gpu: "h100" }],
  ["13B on 64x H100", { model: "13B", gpus: "64", gpu: "h100" }],
  ["13B on 64 x H100", { model: "13B", gpus: "64", gpu: "h100" }],
  ["13B on 64 gpus of type H100", { model: "13B", gpus: "64", gpu: "h100" }],
  ["13B on 64 of our spot H100s", { model: "13B", gpus: "64", gpu: "h100", price: "spot" }],
  ["13B on H100s, 64 of them", { model: "13B", gpus: "64", gpu: "h100" }],
  ["13B on a 64-GPU H100 cluster", { model: "13B", gpus: "64", gpu: "h100" }],
  ["13B on two hundred H100s", { model: "13B", gpus: "200", gpu: "h100" }],
  ["a cluster of 1,024 H100s, 13B", { model: "13B", gpus: "1,024", gpu: "h100" }],
  ["13B on 8 nodes of 8 H100", { model: "13B", gpus: "64", gpu: "h100" }],
  ["13B on 4 servers with 4 H100s each", { model: "13B", gpus: "16", gpu: "h100" }],
  ["13B on 8 x 8 H100", { model: "13B", gpus: "64", gpu: "h100" }],
  ["13B on 8 H100 nodes", { model: "13B", gpus: "64", gpu: "h100" }],
  ["13B on four DGX H100", { model: "13B", gpus: "32", gpu: "h100" }],
  ["8B lora on an A100", { model: "8B", method: "lora", gpus: "1", gpu: "a100-80gb" }],
  ["8B lora on an A100 cluster", { model: "8B", method: "lora", gpu: "a100-80gb" }],
  ["our own 7B on our own 64 H100s", { model: "7B", gpus: "64", gpu: "h100", owned: "yes" }],
  ["7B at $2 per H100 hour for under $50k in a month", { model: "7B", rate: "2", budget: "50k", deadline: "1 month" }],
  ["seven billion weights on half a trillion tokens", { model: "7 billion", tokens: "0.5 trillion" }],
  ["8B sft on 10k support tickets", { model: "8B", method: "sft", examples: "10k" }],
  ["continue pretraining 7B 200B A100", { method: "continued", model: "7B", tokens: "200B", gpu: "a100-80gb" }],
  ["mixtral-8x7b 1024", { model: "mixtral-8x7b", gpus: "1024" }],
  ["1T H100 budget=100k", { tokens: "1T", gpu: "h100", budget: "100k" }],
  ["1T params=7B H100", { tokens: "1T", model: "7B", gpu: "h100" }],
  ["1,000B 20T gb200", { model: "1,000B", tokens: "20T", gpu: "gb200" }],
  [
    "sft 17k examples 3 epochs ctx=4096 7B",
    { method: "sft", examples: "17k", epochs: "3", context: "4096", model: "7B" },
  ],
  ["mistral-unheard-12b-instruct 1T", { model: "12b", tokens: "1T" }],
  [
    "how much does it cost to train a 7 billion parameter model on 1.5 trillion tokens with 256 H100s?",
    { model: "7 billion", tokens: "1.5 trillion", gpus: "256", gpu: "h100" },
  ],
])("%s", (line, options) => {
  expect(read(line)).toMatchObject({ options, unknown: [], conflicts: [] });
  expect(Object.keys(read(line).options).sort()).toEqual(Object.keys(options).sort());
});

test("the order of the words does not matter", () => {
  const pieces = ["7B", "1T", "H100", "gpus=64", "fp8", "spot", "ctx=8k", "mfu=40%", "deadline=30d"];
  const expected = read(pieces.join(" ")).options;
  fc.assert(
    fc.property(fc.shuffledSubarray(pieces, { minLength: pieces.length }), (shuffled) => {
      expect(read(shuffled.join(", ")).options).toEqual(expected);
    }),
  );
});

test("a word that means nothing here is given back, not dropped", () => {
  expect(read("banana").unknown).toEqual(["banana"]);
  expect(read("7B 1T H9000")).toMatchObject({ options: { model: "7B", tokens: "1T" }, unknown: ["H9000"] });
  expect(read("7B 1T H100 30GB").unknown).toEqual(["30GB"]);
  expect(read("7B 10,000 H100-hours")).toMatchObject({ options: { model: "7B" }, unknown: ["10,000 H100-hours"] });
});

test("a full fine-tune and LoRA are two methods, a fine-tune and LoRA one", () => {
  expect(read("full fine-tune 8B lora").conflicts).toEqual([{ option: "method", values: ["sft", "lora"] }]);
  expect(read("lora fine-tune 8B").conflicts).toEqual([]);
});

describe("a sentence", () => {
  const hear = (sentence: string) => readCostProse(sentence, vocabulary);

  test("has numbers that are about something else, and gives them back", () => {
    const { options, unknown } = hear("In 2026 our 3 teams train Llama 3 (8B) on H100s");
    expect(options).toEqual({ model: "8B", gpu: "h100" });
    expect(unknown).toEqual(expect.arrayContaining(["2026", "3", "Llama 3"]));
  });

  test.each<[string, Record<string, string>, readonly string[]]>([
    ["train a 7B or a 13B on 1T", { model: "7B", tokens: "1T" }, ["13B"]],
    ["train a 7B or a 13B", { model: "7B" }, ["13B"]],
    ["fine-tune a 7B on 50M", { method: "sft", model: "7B", tokens: "50M" }, []],
    ["estimate: 7B, 1T", { model: "7B", tokens: "1T" }, []],
  ])("%s: takes the second size for tokens only where it can be", (sentence, options, left) => {
    const said = hear(sentence);
    expect(said.options).toEqual(options);
    expect(said.unknown.filter((word) => /\d/.test(word))).toEqual(left);
  });

  test("names a provider where it rents, and not where a plain word or whoever pays is called the same", () => {
    expect(hear("train 7B and 13B together on AWS").options).toMatchObject({ provider: "aws" });
    expect(hear("what would it cost Amazon to train a 7B").options).toEqual({ model: "7B" });
    expect(hear("train a 7B with vast amounts of data").options).toEqual({ model: "7B" });
  });
});

test("two values for one option are a conflict, the same value said twice is none", () => {
  expect(read("a 7B model (7 billion parameters)").conflicts).toEqual([]);
  expect(read("7B 1T H100 A100").conflicts).toEqual([{ option: "gpu", values: ["h100", "a100-80gb"] }]);
});

test.each<[string, string, string, string]>([
  ["7-13B 1T H100", "7-13B", "7B 1T H100", "13B 1T H100"],
  ["7B to 13B 1T", "7B to 13B", "7B 1T", "13B 1T"],
  ["7B 1-2T", "1-2T", "7B 1T", "7B 2T"],
  ["7B on 64-128 H100", "64-128", "7B on 64 H100", "7B on 128 H100"],
  ["7B $2-3/h", "$2-3", "7B $2/h", "7B $3/h"],
  ["7B 30-60 days", "30-60", "7B 30 days", "7B 60 days"],
  ["7B between 30 and 60 days", "between 30 and 60", "7B 30 days", "7B 60 days"],
  ["7B $100K-$200K", "$100K-$200K", "7B $100K", "7B $200K"],
])("%s: a range is no two numbers", (line, text, low, high) => {
  expect(read(line).range).toMatchObject({ text, lines: [low, high] });
  expect(read(line).unknown).toEqual([text]);
});

test.each([
  "7b-1t-h100",
  "7B-300B-h100",
  "671B-A37B 14.8T",
  "llama-3.1-8b 1T",
  "llama 2-7b 2T",
  "mistral-unheard-12b 1T",
])("%s: a hyphen makes no range of a name, or of a size and its tokens", (line) => {
  expect(read(line).range).toBeUndefined();
});

test.each([
  ["7B 1T H100 €2.50/h", "€2.50/h"],
  ["7B 1T H100 budget 100k EUR", "100k EUR"],
  ["7B 1T H100 A$4/h", "A$4/h"],
  ["7B 1T H100 $10k per month", "$10k per month"],
  ["7B 1T H100 $30 a day", "$30 a day"],
  ["7B 1T H100 a week", "a week"],
  ["7B 1T H100 at $2 per GPU", "$2 per GPU"],
  ["7B 1T 100k", "100k"],
  ["7B 1T 8 H100 at $16/h total", "$16/h total"],
  ["7B 1T $20/h for 8 GPUs", "$20/h for 8 GPUs"],
  ["7B 1T power 700W", "700W"],
  ["7B 1T batch size 4M", "batch size 4M"],
  ["7B 500k steps", "500k steps"],
])("%s: what would be read as something else is given back", (line, text) => {
  expect(read(line).unknown).toContain(text);
  for (const option of ["budget", "rate", "deadline", "context"]) expect(read(line).options).not.toHaveProperty(option);
});

test("what was given by name settles the roles of bare numbers", () => {
  expect(readCostLine("15T", vocabulary, { model: "70B" }).options).toEqual({ tokens: "15T" });
  expect(readCostLine("70B", vocabulary, { tokens: "15T" }).options).toEqual({ model: "70B" });
});

test("no text makes the reader throw or repeat itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (line) => {
      const first = read(line);
      expect(read(line)).toEqual(first);
    }),
  );
});

test("the work of reading 100 kB of garbage grows as its length does", { timeout: 60_000 }, async () => {
  const garbage = [
    "1,111",
    "a-",
    "7B ",
    "$",
    "1e",
    ",111",
    "a=",
    "x",
    "llama-3-",
    "8x",
    "H100 x ",
    "1.5 ",
    "\"'",
    "8 nodes of ",
    "64 of our ",
    "our own ",
    "half a ",
    "for $1",
    "1.000",
    "€1",
    "1-",
    "between 1 and ",
    "budget of about ",
    "1 per ",
    "1 000 ",
  ];
  for (const piece of garbage) {
    const garbled = (length: number) => read(piece.repeat(Math.ceil(length / piece.length)).slice(0, length));
    expect(await growth(garbled, 10_000), piece).toBeLessThan(faster);
  }
});
