import { type Open, withinBudget } from "#calc/cost/budget.ts";
import { type CostEstimate, type CostRequest, estimateCost } from "#calc/cost/estimate.ts";
import { writeQuantity } from "#calc/quantity.ts";
import { formatDays, formatMoney } from "../numbers.ts";
import { type Asked, refuse, type Typed } from "./asked.ts";
import type { CostContent } from "./content.ts";

/** A cost line with its answer. */
export type Answered = Asked & { readonly estimate: CostEstimate };

/** Estimates what was asked; finds what a budget buys; refuses what cannot hold together. */
export function answerCost(asked: Asked, content: CostContent): Answered {
  const { typed, budget } = asked;
  const open = openSizes(asked);
  const request =
    budget === undefined || !open ? asked.request : withinBudget(asked.request, budget, open, content.rows);
  if (!request || (open && budget !== undefined && !estimateCost(request, content.rows)?.cost))
    throw refuse(
      `${formatMoney(budget ?? 0)} buys no training run here${asked.request.gpu ? ` on ${asked.request.gpu.name}` : ""}: set-up alone costs more, or no price is known for it.`,
      typed,
      { budget: "10k" },
      ["gpus", "budget"],
    );
  const estimate = estimateCost(request, content.rows);
  if (!estimate) throw cannotMeetDeadline(asked);
  const days = request.deadlineDays;
  if (days !== undefined && request.gpus !== undefined && estimate.days.typical > days)
    throw contradiction(asked, request, estimate, content);
  return { ...asked, request, estimate };
}

function openSizes({ typed, budget }: Asked): Open | undefined {
  if (budget === undefined) return undefined;
  const tokens = typed.tokens !== undefined || typed.examples !== undefined;
  if (typed.model !== undefined) return tokens ? undefined : "tokens";
  return tokens ? "size" : "both";
}

function contradiction({ typed }: Asked, request: CostRequest, estimate: CostEstimate, content: CostContent) {
  const { gpus: _, ...free } = request;
  const needed = estimateCost(free, content.rows)?.gpus;
  const name = request.gpu.name;
  const enough =
    needed === undefined
      ? "No cluster is large enough for that deadline."
      : `For the deadline take about ${needed.toLocaleString("en-US")} ${name}, or leave the deadline out.`;
  const mended: Typed = needed === undefined ? {} : { gpus: String(needed) };
  return refuse(
    `${estimate.gpus.toLocaleString("en-US")} ${name} take about ${formatDays(estimate.days.typical)}, but the deadline is ${formatDays(request.deadlineDays ?? 0)}. ${enough}`,
    typed,
    mended,
    needed === undefined ? ["deadline"] : ["gpus"],
  );
}

function cannotMeetDeadline({ typed, request }: Asked) {
  const { training, gpu } = request;
  return refuse(
    `No cluster of ${gpu.name} finishes ${writeQuantity(Number(training.tokens.toPrecision(3)))} tokens of this model in ${formatDays(request.deadlineDays ?? 0)}: it would take more than a million of them.`,
    typed,
    {},
    ["deadline"],
  );
}
