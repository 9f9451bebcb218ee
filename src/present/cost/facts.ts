import type { Used } from "#calc/assumption.ts";
import type { Factor } from "#calc/cost/efficiency.ts";
import { isFineTune, isMoe, type Method } from "#calc/cost/training.ts";
import type { Library } from "#content/library.ts";
import { type Statement, strong, type Text, text } from "#core/reply.ts";
import { derived } from "../assumed.ts";
import { formatDate } from "../dates.ts";
import { formatBytes, formatCount, formatMoney, formatRange, formatShare } from "../numbers.ts";
import type { Answered } from "./answer.ts";
import { type CostContent, providerName } from "./content.ts";

/** Methods of training as people call them. */
export const methodTitles: Readonly<Record<Method, string>> = {
  pretrain: "pretraining",
  continued: "continued pretraining",
  sft: "full fine-tuning",
  lora: "LoRA",
  qlora: "QLoRA",
};

type Fact = { readonly label: string; readonly value: Statement };

/** The line of reasoning, factor by factor, each with the date and sources of the rows behind it. */
export function costFacts(answered: Answered, content: CostContent, library: Library, now: Date): Fact[] {
  const { request, estimate } = answered;
  const { training, gpu } = request;
  const used = estimate.used;
  const from = (...groups: readonly string[]) => used.filter(({ row }) => groups.includes(row.group));
  const ids = (...wanted: readonly string[]) => used.filter(({ row }) => wanted.includes(row.id));
  const fact = (label: string, says: Text, rows: readonly Used[]): Fact => ({
    label,
    // One source a row, so that the chart still fits on the first page.
    value: derived(says, rows, library, now, 1),
  });
  const facts: Fact[] = [
    fact("Compute", computeText(answered), [
      ...(answered.tokensRow ? [answered.tokensRow] : []),
      ...ids("flops-per-parameter", "flops-per-frozen-parameter", "attention-flops", "chinchilla", "finetune-tokens"),
    ]),
    fact(
      "Peak",
      text`${(training.peakTflops ?? Number(gpu.value)).toLocaleString("en-US")} TFLOP/s a GPU, ${training.peakTflops ? "as you gave it" : gpu.unit.replace(" TFLOP/s", "")}`,
      used.filter(({ row }) => row === gpu),
    ),
    fact("MFU", mfuText(answered), training.mfu === undefined ? from("mfu", "mfu-rules", "spread") : []),
    fact("Goodput", goodputText(answered), from("goodput")),
  ];
  if (estimate.overwork !== 1 || isFineTune(training.method))
    facts.push(fact("Extra work", extraText(answered), from("recomputation", "fine-tuning")));
  facts.push(fact("GPU-hours", hoursText(answered), []));
  facts.push(fact("Price", priceText(answered, content), pricedBy(answered)));
  facts.push(fact("Memory", memoryText(answered), from("memory")));
  return facts;
}

/** Electricity and carbon, with the rows behind them. Undefined where the accelerator's power is not published. */
export function energyFact({ request, estimate }: Answered, library: Library, now: Date): Fact | undefined {
  if (estimate.energyKwh === undefined) return undefined;
  const rows = estimate.used.filter(({ row }) => ["power-in-use", "pue", "carbon-intensity"].includes(row.id));
  return { label: "Energy", value: derived(energyText(request, estimate), rows, library, now, 1) };
}

function computeText({ request: { training }, tokensFrom, estimate }: Answered): Text {
  const constant = estimate.used.find(
    ({ row }) => row.id === (training.method.endsWith("lora") ? "flops-per-frozen-parameter" : "flops-per-parameter"),
  );
  const ratio = training.tokens / training.paramsActive;
  const size = isMoe(training) ? `${formatCount(training.paramsActive)} active` : formatCount(training.paramsActive);
  const because =
    tokensFrom === "chinchilla"
      ? ` (Chinchilla’s ${formatCount(ratio)} tokens a parameter, as none were given)`
      : tokensFrom === "usual"
        ? " (a small fine-tune’s tokens, as none were given)"
        : tokensFrom === "published"
          ? " (its own, as published)"
          : tokensFrom === "examples"
            ? " (examples × length × epochs)"
            : tokensFrom === "budget"
              ? " (what the budget buys)"
              : "";
  const attention = training.context ? `, with causal attention over ${formatCount(training.context, 6)} tokens` : "";
  return text`${Number(constant?.row.value)} × ${size} × ${formatCount(training.tokens)} tokens${because}${attention} = ${strong(`${formatCount(estimate.flops)} FLOPs`)}`;
}

function goodputText({ request: { training }, estimate }: Answered): Text {
  const of = training.goodput === undefined ? ` (${formatRange(estimate.goodput, formatShare)})` : ", as you gave it";
  const stops =
    estimate.stops >= 1
      ? `; expect about ${formatCount(estimate.stops, 2)} unplanned ${estimate.stops < 1.05 ? "stop" : "stops"}`
      : "";
  return [`${formatShare(estimate.goodput.typical)} of billed time trains${of}${stops}`];
}

function mfuText({ request: { training, gpu }, estimate }: Answered): Text {
  const peak = `of the dense ${gpu.attributes.bf16 === false ? "FP16" : "BF16"} peak`;
  if (training.mfu !== undefined) return text`${strong(formatShare(training.mfu))} ${peak}, as you gave it`;
  const because: Record<Factor["of"], string> = {
    generation: gpu.name,
    architecture: isMoe(training) ? "mixture of experts" : `${formatCount(training.paramsActive)} dense`,
    precision: training.precision.toUpperCase(),
    cluster: `${estimate.gpus.toLocaleString("en-US")} ${estimate.gpus === 1 ? "GPU" : "GPUs"}`,
    window: `${formatCount(training.context ?? 0, 6)}-token window`,
    method: methodTitles[training.method],
    short: "short run",
  };
  const product = estimate.mfuFactors
    .map(({ of, factor }) => `${of === "generation" ? formatShare(factor) : formatCount(factor)} (${because[of]})`)
    .join(" × ");
  return text`${estimate.mfuFactors.length > 1 ? `${product} = ` : ""}${strong(formatShare(estimate.mfu.typical))} ${peak} (${formatRange(estimate.mfu, formatShare)})`;
}

function extraText({ request: { training }, estimate }: Answered): Text {
  const parts = [
    ...(estimate.overwork !== 1
      ? [
          `${formatCount(estimate.overwork)} × the hardware’s work (${[training.recompute && `${training.recompute} recomputation`, training.method === "qlora" && "unpacking 4-bit weights"].filter(Boolean).join(", ")})`,
        ]
      : []),
    ...(isFineTune(training.method)
      ? [
          training.padded
            ? "no padding, as every example is counted at its full length"
            : `padding ${formatCount(estimate.padding.typical)} × (${formatRange(estimate.padding, formatCount)})`,
          `set-up ${formatCount(estimate.setup.typical)} h on every GPU`,
        ]
      : []),
  ];
  return [parts.join(", ")];
}

function hoursText({ estimate, request: { training, gpu } }: Answered): Text {
  const peak = (training.peakTflops ?? Number(gpu.value)) * 1e12;
  const formula = `${formatCount(estimate.flops)} ÷ (${peak.toExponential(2).replace("e+", "e")} × ${formatShare(estimate.mfu.typical)} × ${formatShare(estimate.goodput.typical)} × 3,600 s)${isFineTune(training.method) || estimate.overwork !== 1 ? " with the extra work" : ""}`;
  return text`${formula} = ${strong(formatCount(estimate.gpuHours.typical))} (${formatRange(estimate.gpuHours, formatCount)})`;
}

function priceText({ request: { paying, gpu }, estimate }: Answered, content: CostContent): Text {
  if (paying.kind === "owned") {
    if (!estimate.cost) return [`No purchase price of the ${gpu.name} in the casebook; add capex=40k`];
    const lines = estimate.lines.map((line) => `${line.item} ${formatMoney(line.typical)}`);
    return [`${lines.join(" + ")}. Staff and building are not counted`];
  }
  const { rate } = estimate;
  if (!rate)
    return [
      `No price of the ${gpu.name}${paying.renting.provider ? ` at ${providerName(paying.renting.provider, content)}` : ""} in the casebook; add $/h=2.5`,
    ];
  const price = strong(`${formatMoney(rate.range.typical)} a GPU-hour`);
  const extras = estimate.lines[1];
  const more: Text = extras
    ? [
        ` + ${formatShare(extras.typical / (estimate.lines[0]?.typical ?? 1))} for storage, CPU nodes and idle time (${formatMoney(extras.typical)})`,
      ]
    : [];
  if (rate.votes.length === 0) return [price, ", as you gave it", ...more];
  const [first] = rate.votes;
  const dates = rate.votes.map((vote) => vote.asOf).sort();
  const when =
    dates.length > 1
      ? `${formatDate(dates[0] ?? "")} to ${formatDate(dates.at(-1) ?? "")}`
      : formatDate(dates[0] ?? "");
  const whose = paying.renting.provider
    ? `${providerName(paying.renting.provider, content)}, ${when}`
    : rate.votes.length === 1
      ? `the one price known${paying.renting.tier ? ` of a ${paying.renting.tier}` : ""}, ${when}`
      : `median of ${rate.votes.length} ${paying.renting.tier ?? "provider"}s, ${when}; middle half ${formatRange(rate.range, formatMoney)}`;
  const basis = rate.derived
    ? `${paying.renting.basis}, from on-demand prices by the usual ratio`
    : paying.renting.basis;
  const lent =
    first && first.attributes.gpu !== gpu.id ? ` (the ${String(first.attributes.gpu).toUpperCase()}’s price)` : "";
  return [price, ` ${basis}${lent}: ${whose}`, ...more];
}

/** The rows a price stands on: for a median, the prices in the middle. */
function pricedBy({ estimate: { used, rate } }: Answered): Used[] {
  const votes = rate?.votes ?? [];
  const middle = votes.slice(Math.ceil(votes.length / 2) - 1, Math.floor(votes.length / 2) + 1);
  return used.filter(
    ({ row }) =>
      middle.includes(row) || row.group === "ownership" || (row.group === "rules" && /ratio|extras/.test(row.id)),
  );
}

function memoryText({ estimate, request: { gpu, training } }: Answered): Text {
  const least = estimate.minGpus;
  return text`Needs at least ${least.toLocaleString("en-US")} ${gpu.name} for weights${training.method.endsWith("lora") ? " and adapters" : ", gradients and optimizer"}; a checkpoint takes ${formatBytes(estimate.checkpointBytes)}`;
}

function energyText({ paying }: Answered["request"], estimate: Answered["estimate"]): Text {
  const kwh = estimate.energyKwh ?? 0;
  const tonnes = (estimate.carbonKg ?? 0) / 1000;
  const ofBill = estimate.cost
    ? `, about ${formatShare((estimate.energyUsd ?? 0) / estimate.cost.typical, 1)} of the bill`
    : "";
  const share = paying.kind === "rented" ? `; already inside the rented rate${ofBill}, so not added` : ofBill;
  return text`${strong(`${formatCount(kwh)} kWh`)}, ${strong(`${formatCount(tonnes)} t CO2e`)} on the average US grid${share}`;
}
