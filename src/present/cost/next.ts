import { writeQuantity } from "#calc/quantity.ts";
import type { Button } from "#core/reply.ts";
import { without } from "../without.ts";
import type { Answered } from "./answer.ts";
import { type Typed, writeLine } from "./asked.ts";
import type { CostContent } from "./content.ts";
import { comparedGpus, defaultGpu } from "./gpu.ts";

/** What to try next: each button holds the whole line it stands for. */
export function nextButtons({ typed, request, estimate }: Answered, content: CostContent): Button[] {
  const { training, gpu, paying } = request;
  const usual = defaultGpu(content);
  const other = gpu === usual ? comparedGpus(content).findLast((row) => row !== usual) : usual;
  const free = without(typed, "gpus", "peak", "rate", "deadline");
  const sizes = typed.model ? {} : { model: quantityOf(training.paramsTotal) };
  return [
    ...(other ? [{ label: `On ${other.name}`, line: writeLine({ ...free, gpu: other.id }) }] : []),
    ...(paying.kind === "rented" && paying.renting.basis !== "spot" && paying.renting.rate === undefined
      ? [{ label: "Spot", line: writeLine({ ...typed, price: "spot" }) }]
      : []),
    ...(training.method === "pretrain" || training.method === "continued" || training.method === "sft"
      ? [
          {
            label: "As LoRA",
            line: writeLine({
              ...without(typed, "gpus", "deadline", "budget"),
              ...sizes,
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
        ...without(typed, "examples", "epochs", "budget"),
        ...sizes,
        tokens: quantityOf(2 * training.tokens),
      }),
    },
    { label: "Twice the GPUs", line: writeLine({ ...without(typed, "deadline"), gpus: String(2 * estimate.gpus) }) },
  ];
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
