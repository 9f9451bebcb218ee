import { type CostOption, costOptions } from "#calc/cost-line/words.ts";
import { type Answer, code, type Form, paragraph, text } from "#core/reply.ts";
import { writeLine } from "./asked.ts";

/** Five fields, the most a Discord form holds. */
const fields: readonly (readonly [option: CostOption, label: string, hint: string])[] = [
  ["model", "Model", "Size or name: 7B, 8x7B, llama-3.1-8b"],
  ["tokens", "Training tokens", "1T; left empty, the model’s own or 20 a parameter"],
  ["gpu", "GPU", "A100, H100, H200, B200, MI300X …"],
  ["gpus", "How many GPUs", "Left empty, enough for 30 days"],
  ["budget", "Budget", "Dollars: 100k; what can be trained for it"],
];

const form: Form = {
  kind: "form",
  label: "Fill in",
  title: "Training cost",
  line: "cost",
  fields: fields.map(([name, label, hint]) => ({ name, label, hint })),
};

const examples: readonly [string, ...string[]] = [
  "cost 7B 1T H100",
  "cost llama-3.1-8b 2B lora A100",
  "cost H100 budget=100k",
];

/** What to say of a training, with a form for it and lines that run. */
export function costToGive(): Answer {
  return {
    title: "What training a model costs",
    parts: [
      paragraph(
        text`Say how large the model is, how many tokens it sees and on which GPU, in any order; the rest has dated defaults. In one line: ${code(examples[0])}.`,
      ),
      form,
      { kind: "buttons", buttons: examples.map((line) => ({ label: line, line })) },
    ],
    data: { options: costOptions, example: writeLine({ model: "7B", tokens: "1T", gpu: "h100" }) },
  };
}
