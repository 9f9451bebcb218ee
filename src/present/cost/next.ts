import { writeQuantity } from "#calc/quantity.ts";
import type { Button } from "#core/reply.ts";
import type { Answered } from "./answer.ts";
import { type Typed, writeLine } from "./asked.ts";
import type { CostContent } from "./content.ts";

/** What to try next: each button holds the whole line it stands for. */
export function nextButtons({ typed, request, estimate }: Answered, content: CostContent): Button[] {
  const { training, gpu, paying } = request;
  const other = gpu.id === "b200" ? "h100" : gpu.id === "h100" ? "b200" : "h100";
  const otherName = content.rows.gpus.find((row) => row.id === other)?.name ?? other;
  const free = without(typed, "gpus", "peak", "rate", "deadline");
  const tokens = { ...without(typed, "examples", "epochs", "budget"), tokens: String(2 * training.tokens) };
  const buttons: Button[] = [
    { label: `On ${otherName}`, line: writeLine({ ...free, gpu: other }) },
    ...(paying.kind === "rented" && paying.renting.basis !== "spot" && paying.renting.rate === undefined
      ? [{ label: "Spot", line: writeLine({ ...typed, price: "spot" }) }]
      : []),
    ...(training.method === "pretrain" || training.method === "continued" || training.method === "sft"
      ? [
          {
            label: "As LoRA",
            line: writeLine({
              ...without(typed, "gpus", "deadline", "budget"),
              ...(typed.model ? {} : { model: quantityOf(training.paramsTotal) }),
              method: "lora",
            }),
          },
        ]
      : [
          {
            label: "Full fine-tune",
            line: writeLine({ ...without(typed, "gpus", "deadline", "budget"), method: "sft" }),
          },
        ]),
    {
      label: "Double the tokens",
      line: writeLine({
        ...tokens,
        ...(typed.model ? {} : { model: quantityOf(training.paramsTotal) }),
        tokens: quantityOf(2 * training.tokens),
      }),
    },
    { label: "Twice the GPUs", line: writeLine({ ...without(typed, "deadline"), gpus: String(2 * estimate.gpus) }) },
  ];
  return buttons;
}

/** What was asked, with the defaults that were filled in, so that the line stands on its own. */
export function resolvedOptions({ typed, request, estimate, budget }: Answered): Typed {
  const { training, gpu } = request;
  const sizes: Typed =
    budget !== undefined && !(typed.model && typed.tokens)
      ? {}
      : { tokens: typed.tokens ?? writeQuantity(Number(training.tokens.toPrecision(12))) };
  return {
    // Tokens filled in hold the epochs already.
    ...(sizes.tokens && !typed.tokens ? without(typed, "epochs") : typed),
    ...(typed.examples ? {} : sizes),
    gpu: gpu.id,
    ...(typed.deadline && !typed.gpus ? {} : budget !== undefined ? {} : { gpus: typed.gpus ?? String(estimate.gpus) }),
  };
}

const quantityOf = (value: number): string => writeQuantity(Number(value.toPrecision(4)));

export function without(typed: Typed, ...options: readonly (keyof Typed)[]): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([option]) => !options.some((other) => other === option)));
}
