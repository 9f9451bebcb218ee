import { expect, test } from "vitest";
import { z } from "zod";
import { plain, type Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();
const dataSchema = z.object({ tokens: z.number(), tokensFrom: z.string(), co2Tonnes: z.number() });
const resultOf = (reply: Reply) =>
  dataSchema.parse(z.object({ result: z.unknown() }).safeParse(reply.data).data?.result ?? reply.data);
const textsOf = (reply: Reply) =>
  reply.parts.flatMap((part) => (part.kind === "text" || part.kind === "quote" ? [plain(part.text)] : []));
const linesOf = (reply: Reply) =>
  reply.parts.flatMap((part) =>
    part.kind === "buttons" ? part.buttons.flatMap((button) => ("line" in button ? [button.line] : [])) : [],
  );

test.each([
  ["cost llama-3.1-405b", 15.6e12],
  ["cost GPT-3", 300e9],
  ["cost deepseek-v3", 14.8e12],
  ["cost llama 2 13b on A100", 2e12],
  ["cost llama-3.3-70b", 15e12],
  ["ask cost of training llama 3.1 405b", 15.6e12],
])("“%s”: a model named is priced at the tokens it was trained on", async (line, tokens) => {
  const reply = await say(line);
  expect(resultOf(reply)).toMatchObject({ tokens, tokensFrom: "published" });
  expect(textsOf(reply).join(" ")).toMatch(
    /No tokens were given, so this counts the \S+ that .* was pretrained on, as published/,
  );
});

test("the tokens of a model named are dated and cited where they are counted", async () => {
  const reply = await say("cost deepseek-v3");
  expect(reply.sources.map(({ title }) => title)).toContain("DeepSeek-V3 technical report");
});

test.each([
  ["cost llama-3.1-405b 1T", 1e12, "given"],
  ["cost llama-3.1-8b lora", 20e6, "usual"],
  ["cost mistral-7b", 20 * 7.24e9, "chinchilla"],
])(
  "“%s”: tokens that were given, a fine-tune's and those never published are not replaced",
  async (line, tokens, from) => {
    const { tokensFrom, tokens: counted } = resultOf(await say(line));
    expect(tokensFrom).toBe(from);
    expect(counted / tokens).toBeCloseTo(1, 1);
  },
);

test("a model named whose tokens are not known is said to be counted by the ratio", async () => {
  expect(textsOf(await say("cost qwen-2.5-72b")).join(" ")).toContain("no published tokens of Qwen2.5 72B");
  expect(textsOf(await say("cost 72B")).join(" ")).not.toContain("no published tokens");
});

test.each([
  "ask how much CO2 does training a 7B model emit?",
  "ask how much energy does it take to train a 7B on 1T tokens?",
  "ask carbon footprint of training a 13B model",
  "cost 7B CO2",
  "cost 7B 1T H100 electricity",
  "cost emissions 7B",
])("“%s”: where energy or carbon is asked for, it is said first", async (line) => {
  const reply = await say(line);
  const [first = "", second = ""] = textsOf(reply);
  expect(first).toMatch(/kWh, .* t CO2e/);
  expect(second).toMatch(/^About \$/);
  expect(reply.title).toContain("t CO2e");
  expect(JSON.stringify(reply.parts)).not.toContain("could not place");
});

test("energy is one of the reasons where it is not asked for, and the price leads", async () => {
  const reply = await say("cost 7B 1T H100");
  expect(textsOf(reply)[0]).toMatch(/^About \$/);
  expect(JSON.stringify(reply.parts)).toContain('"label":"Energy"');
});

test.each([
  ["cost inference 7B H100", "inference"],
  ["cost serving llama-3.1-70b on 8 H100", "inference"],
  ["cost rlhf 8B H100", "RLHF"],
  ["cost 7B GRPO fine-tuning", "RLHF"],
  ["cost dpo 8B", "DPO"],
  ["cost distill 7B", "distillation"],
  ["ask how much does it cost to train an 8B with RLHF on 64 H100?", "RLHF"],
])("“%s”: what is not covered is refused by name, with what is, and no other price", async (line, field) => {
  const reply = await say(line);
  const said = textsOf(reply).join(" ");
  expect(reply.ok).toBe(false);
  expect(said).toContain(`The calculator does not cover ${field}`);
  expect(said).toContain("pretraining, continued pretraining, full fine-tuning, LoRA and QLoRA");
  expect(said).not.toContain("$");
  expect(linesOf(reply).length).toBeGreaterThan(1);
  for (const way of linesOf(reply)) expect(await say(way), way).toMatchObject({ ok: true });
});

test.each([
  ["cost 7B h100 vs b200", ["cost 7B H100", "cost 7B B200"]],
  ["cost compare 7B 13B", ["cost 7B H100", "cost 13B H100"]],
  ["cost 7B or 13B H100", ["cost 7B H100", "cost 13B H100"]],
])("“%s”: two of a kind are offered one at a time", async (line, lines) => {
  const reply = await say(line);
  expect(reply.ok).toBe(false);
  expect(linesOf(reply)).toEqual(lines);
});

test.each(["cost 7B 1T H100 gpus=1000000", "cost 7B 1T H100 gpus=600000", "cost 7B 9e15 H100", "cost 7B 1T H100"])(
  "“%s”: every button works",
  async (line) => {
    for (const next of linesOf(await say(line))) expect(await say(next), next).toMatchObject({ ok: true });
  },
);

test("the most GPUs a button may ask for is the most that may be typed", async () => {
  expect(linesOf(await say("cost 7B 1T H100 gpus=500000"))).toContain("cost 7B 1T H100 gpus=1000000");
  expect(linesOf(await say("cost 7B 1T H100 gpus=500008")).join(" ")).not.toContain("gpus=1000016");
  expect((await say("cost 7B 1T H100 gpus=1000016")).ok).toBe(false);
});

test("one GPU is a GPU, one price no median, and what takes minutes is told in minutes", async () => {
  expect(JSON.stringify((await say("cost 8B lora")).parts)).toContain("(1 GPU)");
  expect(textsOf(await say("cost 7B 1T H100 gpus=1000000"))[0]).toMatch(/[\d.]+ minutes on/);
  for (const gpu of ["A100 40GB", "V100", "H20", "MI300X", "TPU v5p", "L40S", "H800"])
    expect(JSON.stringify((await say(`cost 7B 1T gpu="${gpu}"`)).parts)).not.toContain("median of 1 ");
});

test("models that may be meant are listed with commas", async () => {
  expect(textsOf(await say("cost llama-4"))[0]).toContain("Llama 4 Scout, Llama 4 Maverick or ");
});
