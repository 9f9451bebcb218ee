import { z } from "zod";
import { defineCommand } from "#core/command.ts";
import { matching } from "#present/choices.ts";
import { answerCost } from "#present/cost/answer.ts";
import type { Typed } from "#present/cost/asked.ts";
import { costContent } from "#present/cost/content.ts";
import { costToGive } from "#present/cost/form.ts";
import { costTrial } from "#present/cost/offer.ts";
import { providerChoices } from "#present/cost/paying.ts";
import { costAnswer } from "#present/cost/reply.ts";
import { resolveCost } from "#present/cost/resolve.ts";
import { readWords } from "#present/cost/spoken.ts";
import { givenOptions } from "#present/given.ts";
import { offeringWhatWorks } from "#present/offer.ts";

const words = () => z.string().optional();

export const costCommand = defineCommand({
  name: "cost",
  summary: "What training a model costs: GPU-hours, days, dollars, with reasons",
  examples: [
    "cost 7B 1T H100",
    "cost 70b params, 15t tokens on 1024 h100s",
    "cost 671B-A37B 14.8T H800 fp8",
    "cost llama-3.1-8b 2B lora A100 gpus=8 ctx=8k",
    "cost 13B 300B b200 spot deadline=30d",
    "cost 8x7B H100 provider=aws",
    "cost 7B 2e12 tokens H100 $/h=2.5 mfu=38%",
    "cost 7B 1T H100 owned power=0.09 pue=1.3",
    "cost H100 budget=100k",
  ],
  visibility: "private",
  storeless: true,
  // What only free words say, such as “energy”, is taken as it comes: a form has no room for more.
  options: z
    .object({
      model: words().describe("Size or name: 7B, 671B-A37B, 8x7B, llama-3.1-8b"),
      tokens: words().describe(
        "Training tokens: 1T, 2e12; left out, the model’s own as published, else 20 a parameter",
      ),
      gpu: words().describe("A100, H100, H200, B200, MI300X, TPU v5p …"),
      gpus: words().describe("How many GPUs; left out, enough for 30 days"),
      method: words().describe("pretrain, continued, sft, lora, qlora"),
      precision: words().describe("bf16, fp16 or fp8"),
      context: words().describe("Context length: 8k; adds the attention term"),
      recompute: words().describe("Activation recomputation: full or selective"),
      epochs: words().describe("Passes over the tokens"),
      deadline: words().describe("Finish within: 30d, 6 weeks"),
      budget: words().describe("What can be trained for it: 100k"),
      price: words().describe("on-demand, reserved or spot"),
      provider: words().describe("aws, coreweave, lambda …, or hyperscaler"),
      rate: words().describe("Your price per GPU-hour in dollars: 2.5"),
      extras: words().describe("Share added for storage, CPU nodes, idle time: 10%"),
      owned: words().describe("yes: hardware you own instead of renting"),
      power: words().describe("Owned: dollars per kWh, 0.09"),
      pue: words().describe("Owned: power usage effectiveness, 1.3"),
      capex: words().describe("Owned: dollars per GPU with its server, 40k"),
      life: words().describe("Owned: years a server is used, 4"),
      mfu: words().describe("Share of the dense BF16 peak: 38%"),
      goodput: words().describe("Share of billed time that trains: 90%"),
      peak: words().describe("Dense BF16 peak in TFLOP/s"),
    })
    .catchall(words()),
  positional: [],
  read: (invocation, { library }) => {
    const content = costContent(library);
    return offeringWhatWorks(costTrial(content), () => readWords(invocation, content));
  },
  complete: {
    model: (typed, { library }) => matching(typed, choices(costContent(library).models)),
    gpu: (typed, { library }) => matching(typed, choices(costContent(library).rows.gpus)),
    provider: (typed, { library }) => matching(typed, providerChoices(costContent(library))),
    method: (typed) => matching(typed, values("pretrain", "continued", "sft", "lora", "qlora")),
    precision: (typed) => matching(typed, values("bf16", "fp16", "fp8")),
    price: (typed) => matching(typed, values("on-demand", "reserved", "spot")),
    recompute: (typed) => matching(typed, values("selective", "full")),
    owned: (typed) => matching(typed, values("yes", "no")),
  },
  run: (options, context) => {
    const content = costContent(context.library);
    const typed: Typed = givenOptions(options);
    if (Object.keys(typed).length === 0) return costToGive();
    const answered = offeringWhatWorks(costTrial(content), () => answerCost(resolveCost(typed, content), content));
    return costAnswer(answered, content, context);
  },
});

const choices = (rows: readonly { readonly id: string; readonly name: string }[]) =>
  rows.map(({ id, name }) => ({ name, value: id }));
const values = (...names: readonly string[]) => names.map((name) => ({ name, value: name }));
