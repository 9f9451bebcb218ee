import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { plain, type Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

let say: (line: string) => Promise<Reply>;
beforeAll(async () => {
  ({ say } = await openReal());
});

const range = z.object({ low: z.number(), typical: z.number(), high: z.number() });
/** What others rely on in `--as json`. */
const costData = z.object({
  method: z.enum(["pretrain", "continued", "sft", "lora", "qlora"]),
  paramsTotal: z.number(),
  paramsActive: z.number(),
  tokens: z.number(),
  gpu: z.string(),
  gpus: z.int(),
  precision: z.string(),
  flops: z.number(),
  mfu: z.number().gt(0).lt(1),
  goodput: z.number().gt(0).lte(1),
  gpuHours: range,
  days: z.number(),
  minGpus: z.int(),
  costUsd: range.nullable(),
  breakdown: z.array(z.object({ item: z.string(), usd: z.number() })),
  energyKwh: z.number().nullable(),
  assumptions: z.array(
    z.object({
      name: z.string(),
      value: z.union([z.number(), z.string()]),
      unit: z.string(),
      source: z.string().min(1),
      asOf: z.string().min(4),
    }),
  ),
  nearestRun: z.object({ name: z.string(), gpuHours: z.number(), predictedGpuHours: z.number() }),
  line: z.string(),
  notes: z.array(z.string()),
});

async function cost(line: string) {
  const reply = await say(line);
  expect(words(reply)).not.toContain("NaN");
  expect(reply.ok).toBe(true);
  return { reply, data: costData.parse(reply.data) };
}

async function refused(line: string) {
  const reply = await say(line);
  expect(reply.ok).toBe(false);
  const example = /(cost \S.*)$/.exec(
    reply.parts
      .map((part) => (part.kind === "text" ? plain(part.text) : ""))
      .find((text) => text.startsWith("This works")) ?? "",
  );
  return { words: words(reply), reply, example: example?.[1]?.split(", cost")[0] ?? "" };
}

/** Everything a reply says, in letters. */
const words = (reply: Reply) =>
  [
    reply.title,
    ...reply.parts.flatMap((part) => {
      if (part.kind === "text") return [plain(part.text)];
      if (part.kind === "fields") return part.fields.map(({ label, value }) => `${label}: ${plain(value.text)}`);
      if (part.kind === "chart") return [part.alt];
      return [];
    }),
  ].join("\n");

describe("an answer", () => {
  test("begins with hours, days on so many GPUs and dollars as a range", async () => {
    const { reply } = await cost("cost 7B 1T H100");
    const [first] = reply.parts;
    expect(first?.kind === "text" && plain(first.text)).toMatch(
      /^About \$[\d,]+ \(\$[\d,.]+K? to \$[\d,.]+M?\): [\d,]+ H100-hours \([\d,]+ to [\d,]+\), \d+ days on \d+ H100\.$/,
    );
  });

  test("shows each factor with its date and sources, a chart, the nearest run and a line that reproduces it", async () => {
    const { reply, data } = await cost("cost 70b params, 15t tokens on 1024 h100s");
    const fields = reply.parts.flatMap((part) => (part.kind === "fields" ? part.fields : []));
    expect(fields.map(({ label }) => label)).toEqual([
      "Compute",
      "Peak",
      "MFU",
      "Goodput",
      "GPU-hours",
      "Price",
      "Memory",
      "Energy",
    ]);
    for (const { label, value } of fields)
      if (label !== "GPU-hours") expect(value.asOf && value.cites && value.cites.length > 0, label).toBeTruthy();
    const known = new Set(reply.sources.map(({ id }) => id));
    for (const { value } of fields) for (const id of value.cites ?? []) expect(known).toContain(id);
    const chart = reply.parts.find((part) => part.kind === "chart");
    expect(chart).toMatchObject({ categories: ["A100 80GB", "H100", "H200", "B200"], highlight: 1 });
    expect(words(reply)).toContain("Llama 3 70B billed 6.4M H100-hours");
    const again = await cost(data.line);
    expect(again.data.gpuHours).toEqual(data.gpuHours);
    expect(again.data.costUsd).toEqual(data.costUsd);
  });

  test("adds up: its lines to its dollars, its days to its GPU-hours", async () => {
    for (const line of [
      "cost 7B 1T H100",
      "cost 7B 1T H100 owned",
      "cost 7B 1T H100 $/h=2.5",
      "cost 13B 300B B200 spot",
    ]) {
      const { data } = await cost(line);
      const sum = data.breakdown.reduce((so, { usd }) => so + usd, 0);
      expect(sum).toBeCloseTo(data.costUsd?.typical ?? Number.NaN, 4);
      expect(data.days * 24 * data.gpus).toBeCloseTo(data.gpuHours.typical, 4);
    }
  });

  test("takes the asker's own numbers as they stand", async () => {
    const { data } = await cost("cost 7B 1T H100 gpus=64 mfu=40% goodput=100% $/h=2");
    expect(data.gpuHours.typical).toBeCloseTo(29_491.07, 1);
    expect(data.costUsd?.typical).toBeCloseTo(2 * 29_491.07, 0);
    expect(data.mfu).toBe(0.4);
  });

  test("every button's line answers", async () => {
    for (const line of [
      "cost 7B 1T H100",
      "cost llama-3.1-8b 2B lora A100 gpus=8 ctx=8k",
      "cost H100 budget=100k",
      "cost 70B 10B continued H200 aws",
    ]) {
      const { reply } = await cost(line);
      const lines = reply.parts
        .flatMap((part) => (part.kind === "buttons" ? part.buttons : []))
        .flatMap((button) => ("line" in button ? [button.line] : []));
      expect(lines.length).toBeGreaterThanOrEqual(3);
      for (const next of lines) expect((await say(next)).ok, next).toBe(true);
    }
  });
});

describe("what people type", () => {
  test("no tokens means Chinchilla's 20 a parameter, and says so", async () => {
    const { reply, data } = await cost("cost 7B H100");
    expect(data.tokens).toBe(140e9);
    expect(words(reply)).toContain("Chinchilla’s 20 tokens a parameter, as none were given");
  });

  test("a known model fills in all and active parameters", async () => {
    expect((await cost("cost 8x7B 1T H100")).data).toMatchObject({ paramsTotal: 46.7e9, paramsActive: 12.9e9 });
    expect((await cost("cost deepseek-v3 14.8T H800 fp8")).data).toMatchObject({
      paramsTotal: 671e9,
      paramsActive: 37e9,
      precision: "fp8",
    });
    expect((await cost("cost 671B 37B active 14.8T")).data).toMatchObject({ paramsTotal: 671e9, paramsActive: 37e9 });
  });

  test("a sparse peak is corrected to the dense one", async () => {
    const plainRun = await cost("cost 7B 1T H100");
    for (const line of [
      "cost 7B 1T H100 peak=1979",
      "cost 7B 1T H100 peak=1,979 TFLOPS",
      "cost 7B 1T H100 fp8 peak=3958",
    ]) {
      const { reply, data } = await cost(line);
      expect(words(reply)).toMatch(/sparsity.*counts 989/);
      if (!line.includes("fp8")) expect(data.gpuHours).toEqual(plainRun.data.gpuHours);
    }
    expect((await cost("cost 7B 1T A100 peak=624")).reply.parts.length).toBeGreaterThan(0);
  });

  test("a deadline gives the GPUs it needs", async () => {
    const { data } = await cost("cost 13B 300B b200 spot deadline=30d");
    expect(data.days).toBeLessThanOrEqual(30);
    expect(data.gpus % 8).toBe(0);
  });

  test("a budget says what it buys, or whether it is enough", async () => {
    const { data, reply } = await cost("cost H100 budget=100k");
    expect(data.costUsd?.typical).toBeLessThanOrEqual(100_000);
    expect(data.costUsd?.typical).toBeGreaterThan(95_000);
    expect(data.tokens / data.paramsActive).toBeCloseTo(20, 6);
    expect(words(reply)).toContain("$100,000 buys about");
    expect(words((await cost("cost 7B 1T H100 budget=50k")).reply)).toContain("does not fit $50,000");
    expect(words((await cost("cost 7B 1T H100 for $1M")).reply)).toContain("It fits $1M");
    expect((await cost("cost 7B H100 $100k")).data.tokens).toBeGreaterThan(1e11);
  });

  test("owned hardware adds electricity and network, a rented rate never does", async () => {
    const owned = await cost("cost 7B 1T H100 owned power=0.09 pue=1.3");
    expect(owned.data.breakdown.map(({ item }) => item)).toEqual(["GPU servers", "Network", "Electricity"]);
    const rented = await cost("cost 7B 1T H100 power=0.09");
    expect(rented.data.breakdown.map(({ item }) => item)).not.toContain("Electricity");
    expect(words(rented.reply)).toContain("already contains power");
    expect(words(rented.reply)).toContain("so not added");
    const [kwh, electricity] = [owned.data.energyKwh ?? 0, owned.data.breakdown[2]?.usd ?? 0];
    expect(electricity / kwh).toBeCloseTo(0.09, 6);
  });

  test("a fine-tune counts padding, set-up and its own efficiency", async () => {
    const { data, reply } = await cost("cost llama-3.1-8b 2B lora A100 gpus=8 ctx=8k");
    expect(words(reply)).toMatch(/Extra work: padding 1.5 × \(1 to 4\), set-up 0.25 h on every GPU/);
    expect(data.flops).toBeLessThan(6 * data.paramsActive * data.tokens * 1.3);
    expect((await cost("cost llama-3.1-8b 2B qlora A100 gpus=8")).data.gpuHours.typical).toBeGreaterThan(
      data.gpuHours.typical,
    );
    expect((await cost("cost llama-3-70b sft 17k examples 3 epochs ctx=4096 h100")).data.tokens).toBe(
      17_000 * 4096 * 3,
    );
  });

  test.each([
    ["cost 7B 1T 1979 tflops H100", "cost 7B 1T H100"],
    ["cost 7B 1T H100 price=2.5", "cost 7B 1T H100 $/h=2.5"],
    ["cost tinyllama 1.1B 3T H100", "cost tinyllama 3T H100"],
    ["cost 7B 20 tokens/param H100", "cost 7B H100"],
    ["cost fine-tune 8B with lora A100", "cost 8B lora A100"],
    ["cost qlora fine-tuning of a pretrained 8B in 4-bit A100", "cost 8B qlora A100"],
    ["cost our own 7B 1T on 8 nodes of 8 H100", "cost 7B 1T H100 gpus=64"],
    ["cost 7B 1T H100 owned power=12c", "cost 7B 1T H100 owned power=$0.12/kWh"],
  ])("%s costs the same as %s", async (line, plainer) => {
    expect((await cost(line)).data.costUsd).toEqual((await cost(plainer)).data.costUsd);
  });

  test("a V100 has no BF16, so its runs count FP16", async () => {
    expect((await cost("cost 7B 1T V100")).data).toMatchObject({ precision: "fp16", notes: [] });
    expect((await cost("cost 7B 1T V100 fp8")).data.notes).toEqual(["The V100 has no FP8, so this counts FP16."]);
  });

  test("too few GPUs to hold the states is answered with a warning", async () => {
    const { reply, data } = await cost("cost 70B 1T H100 gpus=8");
    expect(data.minGpus).toBe(24);
    expect(words(reply)).toContain("cannot hold the states");
  });

  test("an accelerator without a price still gets its hours", async () => {
    const { reply, data } = await cost("cost 7B 1T TPU v5p");
    expect(data.costUsd).toBeNull();
    expect(words(reply)).toContain("No price is known for it");
    expect((await cost("cost 7B 1T TPU v5p $/h=4")).data.costUsd?.typical).toBeGreaterThan(0);
  });

  test.each([
    ["cost 7B 1T H100 deadline=2 months", "cost 7B 1T H100 deadline=60.875d"],
    ["cost 7B 1T H100 deadline=1,5 weeks", "cost 7B 1T H100 deadline=10.5d"],
    ["cost model=7 billion, tokens=1 trillion, gpu=H100", "cost 7B 1T H100"],
    ["cost 7B 1T gpu=8xH100", "cost 7B 1T H100 gpus=8"],
    ["cost 7B 1T H100 gpus=1.024 rate=$2,35/gpu-hour", "cost 7B 1T H100 gpus=1024 rate=2.35"],
    ["cost 7B 1T H100 owned life=18 months pue=1,25", "cost 7B 1T H100 owned life=1.5 pue=1.25"],
    ["cost 8B sft ctx=8.192 20.000 examples", "cost 8B sft ctx=8192 20k examples"],
  ])("%s says the same as %s", async (typed, plainly) => {
    const same = (await cost(plainly)).data;
    expect((await cost(typed)).data).toEqual({ ...same, line: expect.any(String) });
  });

  test("options given by name, as Discord sends them, say the same as words", async () => {
    const typed = await cost("cost 7B 1T H100 gpus=64 spot");
    const named = await cost("cost model:7B tokens:1T gpu:H100 gpus:64 price:spot");
    expect(named.data).toEqual(typed.data);
  });
});

describe("a line that cannot be answered", () => {
  test.each([
    ["cost banana", /could not read “banana”/],
    ["cost 7B 10^30 tokens", /“1e30”: more text than exists/],
    ["cost 7B 1T 10^30 tokens", /“1e30”: more text than exists/],
    ["cost 7B 1T H100 50%", /could not place “50%”/],
    ["cost 7B 1T H100 gpus=1.5", /they come whole/],
    ["cost 7B 1T mthod=lora", /Did you mean method=lora/],
    ["cost 7B 1T lambdaa", /Did you mean lambda/],
    ["cost 7B owned $2.5/h", /no rental rate/],
    ["cost 7B 1T H9000", /no GPU “H9000”.*Did you mean H100/],
    ["cost gpt-4 1T H100", /“gpt-4” is no model size I can read and no model in the casebook/],
    ["cost 37B active 1T H100", /active parameters need the number of all/],
    ["cost 7B 1T cloudy H100", /could not place “cloudy”/],
    ["cost 0B 1T H100", /more than zero/],
    ["cost -7B 1T H100", /more than zero/],
    ["cost 7B 0 tokens H100", /more than zero/],
    ["cost 7B 1e30 tokens H100", /more text than exists/],
    ["cost 1e30 params 1T H100", /beyond anything built/],
    ["cost 7B 1T H100 mfu=138%", /above 100%/],
    ["cost 7B 1T H100 goodput=300%", /above 100%/],
    ["cost 7B 1T H100 pue=0.5", /least that makes sense is 1/],
    ["cost 7B 1T H100 gpus=0", /more than zero/],
    ["cost 7B 1T H100 $/h=0", /more than zero/],
    ["cost 7B 1T H100 fp4", /no precision/],
    ["cost 7B 1T H100 A100", /two values for GPU/],
    ["cost full fine-tune 7B lora H100", /two values for method/],
    ["cost 7B 1T 10,000 H100-hours", /could not place “10,000 H100-hours”/],
    ["cost 7B 1T H100 owned spot", /no rental price/],
    ["cost 7B 1T H100 provider=nowhere", /no prices of “nowhere”/],
    ["cost 37B 1T active=671B H100", /cannot be more than all/],
    ["cost 7B 1T gpus=8 deadline=1d H100", /8 H100 take about 4.8 months, but the deadline is 1 day/],
    ["cost 405B 15T H100 deadline=1h", /No cluster of H100/],
    ["cost 1T H100", /Which model/],
    ["cost 7-13B 1T H100", /“7-13B” is a range, and this takes one figure at a time: 7B or 13B/],
    ["cost 7B 1T H100 30-60 days", /“30-60” is a range/],
    ["cost 7B-13B banana H100", /“7B-13B” is a range/],
    ["cost 7B 1T H100 €2.50/h", /US dollars.*give “€2.50\/h” in dollars/],
    ["cost 7B 1T H100 budget=100k€", /give “100k€” in dollars/],
    ["cost 7B 1T H100 100k", /“100k” of what\? Say budget=100k for dollars, or ctx=100k/],
    ["cost sft 8B 20k examples tokens=1M", /two values for tokens: 1M and 20k examples/],
    ["cost 7B and 13B 1T", /two values for model: 7B and 13B/],
    ["cost 7B 1T H100 $20/h for 8 GPUs", /“\$20\/h for 8 GPUs” is for several GPUs/],
    ["cost 7B 1T H100 in EUR", /leave “in EUR” out/],
    ["cost 7B 1T H100 $10k per month", /paid once, so “\$10k per month” has no place/],
  ])("%s: says what is wrong, and its example works", async (line, says) => {
    const { words: said, example } = await refused(line);
    expect(said).toMatch(says);
    expect(example, said).not.toBe("");
    expect((await say(example)).ok, example).toBe(true);
  });

  test("a range has a button for either end", async () => {
    const { reply } = await refused("cost 7B 1T H100 $2-3/h gpus=64");
    const lines = reply.parts.flatMap((part) =>
      part.kind === "buttons" ? part.buttons.flatMap((button) => ("line" in button ? [button.line] : [])) : [],
    );
    expect(lines).toEqual(["cost 7B 1T H100 $2/h gpus:64", "cost 7B 1T H100 $3/h gpus:64"]);
  });

  test("says what was understood", async () => {
    const { words: said } = await refused("cost 7B 1T H9000");
    expect(said).toContain("Understood: model 7B, tokens 1T");
  });
});

test("whatever is typed is answered or refused, and the line that the reply offers gives the same or works", {
  timeout: 60_000,
}, async () => {
  const pool = [
    "7B",
    "70b",
    "0",
    "1T",
    "300B",
    "2e12",
    "10^30",
    "-5",
    "H100",
    "A100",
    "4090",
    "v5p",
    "h9000",
    "8x",
    "8x7B",
    "671B-A37B",
    "llama-3.1-8b",
    "lora",
    "sft",
    "qlora",
    "continued",
    "fp8",
    "fp4",
    "spot",
    "reserved",
    "aws",
    "owned",
    "$2.5/h",
    "$100k",
    "budget=1",
    "budget=100k",
    "deadline=1h",
    "deadline=30d",
    "gpus=0",
    "gpus=8",
    "1024",
    "mfu=38%",
    "mfu=0",
    "ctx=8k",
    "ctx=0",
    "goodput=1",
    "peak=1979",
    "pue=1.3",
    "power=9",
    "capex=40k",
    "life=4",
    "extras=0",
    "epochs=3",
    "examples=10k",
    "recompute=full",
    "tokens=",
    "10^30 tokens",
    "1979 tflops",
    "50%",
    "price=2.5",
    "20 tokens/param",
    "lambdaa",
    "mthod=lora",
    "model:7B",
    "share",
    "page:2",
    "=",
    "$",
    "\u0000",
    "\u{1F600}",
    "constructor",
    "__proto__=1",
  ];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...pool), { maxLength: 8 }), async (typed) => {
      const reply = await say(`cost ${typed.join(" ")}`);
      expect(reply.title).not.toBe("That failed on our side");
      expect(words(reply)).not.toMatch(/NaN|Infinity|undefined/);
      // What says nothing of a training is asked for it, in a form.
      if (reply.parts.some(({ kind }) => kind === "form")) return;
      if (reply.ok) {
        const data = costData.parse(reply.data);
        const again = (await cost(data.line)).data;
        expect(again.gpuHours.typical / data.gpuHours.typical).toBeCloseTo(1, 9);
        expect((again.costUsd?.high ?? 1) / (data.costUsd?.high ?? 1)).toBeCloseTo(1, 9);
      } else {
        const offered = z.object({ example: z.string() }).safeParse(reply.data).data?.example;
        if (offered !== undefined) expect(await say(offered)).toMatchObject({ ok: true });
      }
    }),
    { numRuns: 120 },
  );
});

test("a bare cost asks for the numbers in a form, and shows lines that run", async () => {
  const reply = await say("cost");
  expect(reply.ok).toBe(true);
  const form = reply.parts.find(({ kind }) => kind === "form");
  const fields = form?.kind === "form" ? form.fields.map(({ name }) => name) : [];
  expect(fields).toEqual(["model", "tokens", "gpu", "gpus", "budget"]);
  const lines = reply.parts.flatMap((part) => (part.kind === "buttons" ? part.buttons : []));
  expect(lines).toHaveLength(3);
  for (const button of lines) expect(await say("line" in button ? button.line : "")).toMatchObject({ ok: true });
  expect(await say("cost model=7B gpu=H100")).toMatchObject({ ok: true });
});
