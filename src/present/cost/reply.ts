import { nearestRun, type PublishedRun, predictRun } from "#calc/cost/runs.ts";
import { writeQuantity } from "#calc/quantity.ts";
import type { Context } from "#core/command.ts";
import { type Answer, code, type Part, paragraph, type Statement, strong, type Text, text } from "#core/reply.ts";
import { assumptionsOf, derived, sourcesCited } from "../assumed.ts";
import { formatCount, formatDays, formatMoney, formatRange, formatShare } from "../numbers.ts";
import { offerable } from "../offer.ts";
import { without } from "../without.ts";
import type { Answered } from "./answer.ts";
import { isOn, writeLine } from "./asked.ts";
import { costChart } from "./chart.ts";
import type { CostContent } from "./content.ts";
import { costFacts, energyFact, methodTitles } from "./facts.ts";
import { nextButtons, resolvedOptions } from "./next.ts";
import { costTrial } from "./offer.ts";

/** The answer first, then the reasoning, the chart, the nearest published run, and what to try next. */
export function costAnswer(answered: Answered, content: CostContent, { library, now }: Context): Answer {
  const { request, estimate, notes } = answered;
  const line = writeLine(resolvedOptions(answered));
  const chart = costChart(request, content);
  const near = nearestRun(request.training, request.gpu, content.runs);
  const predicted = near && predictRun(near, content.rows).typical;
  const energy = energyFact(answered, library, now);
  const leads = isOn(answered.typed.energy);
  const parts: Part[] = [
    ...(leads ? [energyLead(energy?.value, request.gpu.name)] : []),
    paragraph(headline(answered)),
    ...[...notes, ...warnings(answered)].map((note) => paragraph(note)),
    ...(answered.budget === undefined ? [] : [paragraph(budgetText(answered))]),
    { kind: "fields", fields: [...costFacts(answered, content, library, now), ...(energy && !leads ? [energy] : [])] },
    ...(chart ? [chart] : []),
    ...(near && predicted !== undefined
      ? [
          {
            kind: "text" as const,
            ...derived(runText(near, predicted), [{ entry: "training-runs", row: near.row }], library, now),
          },
        ]
      : []),
    paragraph([...tokensHint(answered), "The same again: ", code(line)]),
    { kind: "buttons", buttons: offerable(nextButtons(answered, content), costTrial(content)) },
  ];
  return { title: titleOf(answered), parts, sources: sourcesCited(parts, library), data: dataOf() };

  function dataOf() {
    const { training } = request;
    return {
      method: training.method,
      paramsTotal: training.paramsTotal,
      paramsActive: training.paramsActive,
      tokens: training.tokens,
      gpu: request.gpu.name,
      gpus: estimate.gpus,
      precision: training.precision,
      flops: estimate.flops,
      mfu: estimate.mfu.typical,
      goodput: estimate.goodput.typical,
      gpuHours: estimate.gpuHours,
      days: estimate.days.typical,
      minGpus: estimate.minGpus,
      costUsd: estimate.cost ?? null,
      breakdown: estimate.lines.map(({ item, typical }) => ({ item, usd: typical })),
      energyKwh: estimate.energyKwh ?? null,
      assumptions: assumptionsOf(estimate.used, library),
      nearestRun:
        near && predicted !== undefined
          ? {
              name: near.row.name,
              gpu: near.gpu.name,
              gpuHours: near.gpuHours,
              predictedGpuHours: predicted,
              error: predicted / near.gpuHours - 1,
              source: library.source("training-runs", near.row.sources[0] ?? "")?.title ?? "",
              asOf: near.row.asOf,
            }
          : null,
      line,
      co2Tonnes: estimate.carbonKg === undefined ? null : estimate.carbonKg / 1000,
      checkpointBytes: estimate.checkpointBytes,
      ratePerGpuHour: estimate.rate?.range ?? null,
      tokensFrom: answered.tokensFrom,
      notes: [...notes, ...warnings(answered)],
    };
  }
}

function titleOf({ request: { training, gpu }, estimate, model, typed }: Answered): string {
  const name = model?.name ?? writeQuantity(Number(training.paramsTotal.toPrecision(3)));
  const price = estimate.cost ? `: ${formatMoney(estimate.cost.typical)}` : "";
  const carbon =
    isOn(typed.energy) &&
    estimate.carbonKg !== undefined &&
    `: ${formatCount(estimate.energyKwh ?? 0)} kWh, ${formatCount(estimate.carbonKg / 1000)} t CO2e`;
  return `${name}, ${formatCount(training.tokens)} tokens, ${methodTitles[training.method]} on ${gpu.name}${carbon || price}`;
}

/** What was asked first, said first. */
function energyLead(energy: Statement | undefined, gpu: string): Part {
  return energy
    ? { kind: "text", ...energy }
    : paragraph(`No power draw of the ${gpu} is in the casebook, so there is no energy figure.`);
}

function headline({ request, estimate }: Answered): Text {
  const { gpu } = request;
  const time = text`${strong(`${formatCount(estimate.gpuHours.typical)} ${gpu.name}-hours`)} (${formatRange(estimate.gpuHours, formatCount)}), ${strong(formatDays(estimate.days.typical))} on ${strong(`${estimate.gpus.toLocaleString("en-US")} ${gpu.name}`)}`;
  if (!estimate.cost) return [...time, ". No price is known for it: add ", code("$/h=2.5"), "."];
  return [
    ...text`${strong(`About ${formatMoney(estimate.cost.typical)}`)} (${formatRange(estimate.cost, formatMoney)}): `,
    ...time,
    ".",
  ];
}

function warnings({ request, estimate, typed }: Answered): string[] {
  const { gpu, training } = request;
  const says: string[] = [];
  if (!typed.gpu) says.push(`No GPU was named, so this is for the ${gpu.name}.`);
  if (estimate.gpus < estimate.minGpus)
    says.push(
      `${estimate.gpus.toLocaleString("en-US")} ${gpu.name} cannot hold the states of this model: at least ${estimate.minGpus.toLocaleString("en-US")} are needed, or offload to CPU memory, which can halve the speed.`,
    );
  if (training.mfu !== undefined && training.precision !== "fp8" && training.mfu > 0.65)
    says.push(
      `An MFU of ${formatShare(training.mfu)} is above every measured BF16 run; a bare matrix product reaches about 80%.`,
    );
  if (request.paying.kind === "rented" && request.paying.renting.basis === "spot")
    says.push("Spot machines are taken back at short notice: plan for restarts, and save checkpoints often.");
  if (typed.gpus && typed.deadline && request.deadlineDays !== undefined)
    says.push(`Within the deadline, with ${formatDays(request.deadlineDays - estimate.days.typical)} to spare.`);
  return says;
}

function budgetText({ budget = 0, typed, request: { training }, estimate }: Answered): Text {
  const cost = estimate.cost?.typical ?? 0;
  const asked = typed.model && (typed.tokens ?? typed.examples);
  if (!asked)
    return text`${strong(formatMoney(budget))} buys about ${strong(`${formatCount(training.tokens)} tokens`)} on a model of ${strong(`${formatCount(training.paramsTotal)} parameters`)}.`;
  return cost <= budget
    ? text`It fits ${strong(formatMoney(budget))}, with ${formatMoney(budget - cost)} to spare at the typical price.`
    : text`It does not fit ${strong(formatMoney(budget))}: ${formatMoney(cost - budget)} is missing at the typical price. ${code(writeLine({ ...without(typed, "tokens", "examples") }))} says what it buys.`;
}

function runText(run: PublishedRun, predicted: number): Text {
  const error = predicted / run.gpuHours - 1;
  const by = Math.abs(error) < 0.005 ? "the same" : `${formatShare(Math.abs(error))} ${error < 0 ? "less" : "more"}`;
  return text`${strong("Nearest published run")}: ${run.row.name} billed ${formatCount(run.gpuHours)} ${run.gpu.name}-hours for ${formatCount(run.training.tokens)} tokens; this formula says ${formatCount(predicted)}, ${by}. ${run.row.text}`;
}

function tokensHint({ request: { training }, tokensFrom }: Answered): Text {
  if (training.method !== "pretrain" || tokensFrom === "chinchilla") return [];
  return [
    `${formatCount(training.tokens / training.paramsActive)} tokens a parameter; Chinchilla’s optimum is about 20. `,
  ];
}
