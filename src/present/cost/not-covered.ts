import { notCovered } from "#calc/cost-line/not-covered.ts";
import { Refusal } from "#core/refusal.ts";
import { describeTyped, type Typed, writeLine } from "./asked.ts";

/** What is covered instead, each to be asked for as such. */
const covered: readonly (readonly [label: string, method: Typed])[] = [
  ["Pretraining", {}],
  ["Full fine-tuning", { method: "sft" }],
  ["LoRA", { method: "lora" }],
];

/**
 * The refusal of a line that asks for what is not covered here, so that no other price passes for its answer.
 * Undefined when none of the words does.
 */
export function refuseNotCovered(words: readonly string[], typed: Typed): Refusal | undefined {
  const field = words.map(notCovered).find((found) => found !== undefined);
  if (field === undefined) return undefined;
  const { model = "7B", gpu } = typed;
  const ways = covered.map(([label, method]) => ({
    label,
    line: writeLine({ model, ...(gpu ? { gpu } : {}), ...method }),
  }));
  const understood = describeTyped(typed);
  const says = `The calculator does not cover ${field}. It covers pretraining, continued pretraining, full fine-tuning, LoRA and QLoRA.`;
  return new Refusal(says, {
    examples: [],
    buttons: ways,
    ...(understood ? { understood } : {}),
    data: { error: "cost", message: says, understood: typed, example: ways[0]?.line },
  });
}
