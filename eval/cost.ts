import { resolve } from "node:path";
import { quantile } from "#calc/quantile.ts";
import { loadLibrary } from "#content/load.ts";
import { costContent } from "#present/cost/content.ts";
import { backtest, type Scored } from "./backtest.ts";

/** Median and 90th percentile of absolute errors, ours beside the naive formula's. */
type Score = {
  readonly runs: number;
  readonly median: number;
  readonly p90: number;
  readonly naiveMedian: number;
  readonly naiveP90: number;
};

export type CostEvaluation = {
  readonly all: Score;
  readonly pretraining: Score;
  /** Pretraining on more than one node, or on GPUs not stated. */
  readonly clusters: Score;
  /** Runs whose stated hours lie between the formula's low and high. */
  readonly within: number;
  readonly scored: readonly Scored[];
};

/**
 * Holds the training-cost formula against the published runs in the content and prints each run, then the median and
 * the 90th percentile of the absolute error beside the naive 6·N·D / (peak × 40 %).
 */
export async function evalCost(directory = resolve(import.meta.dirname, "..", "content")): Promise<CostEvaluation> {
  const { library, problems } = await loadLibrary(directory);
  if (!library) throw new Error(`the content does not load: ${problems[0]?.file} ${problems[0]?.text}`);
  const content = costContent(library);
  const scored = backtest(content.runs, content.rows);
  const pretraining = scored.filter(({ run }) => run.training.method === "pretrain");
  const result = {
    all: score(scored),
    pretraining: score(pretraining),
    clusters: score(pretraining.filter(({ run }) => (run.gpus ?? Number.POSITIVE_INFINITY) > 8)),
    within: scored.filter(({ run, range }) => range.low <= run.gpuHours && run.gpuHours <= range.high).length,
    scored,
  };
  print(result);
  return result;
}

function score(scored: readonly Scored[]): Score {
  const errors = (of: (one: Scored) => number) => scored.map((one) => Math.abs(of(one))).sort((a, b) => a - b);
  const ours = errors((one) => one.error);
  const naive = errors((one) => one.naiveError);
  return {
    runs: scored.length,
    median: quantile(ours, 0.5),
    p90: quantile(ours, 0.9),
    naiveMedian: quantile(naive, 0.5),
    naiveP90: quantile(naive, 0.9),
  };
}

function print({ all, pretraining, clusters, within, scored }: CostEvaluation): void {
  const percent = (value: number) => `${value < 0 ? "−" : "+"}${Math.abs(value * 100).toFixed(0)} %`.padStart(7);
  const hours = (value: number) => Math.round(value).toLocaleString("en-US").padStart(12);
  console.log("Training cost: published GPU-hours against the formula\n");
  console.log(
    `${"run".padEnd(22)}${"stated".padStart(12)}${"formula".padStart(12)}${"error".padStart(8)}${"naive".padStart(8)}`,
  );
  for (const { run, predicted, error, naiveError } of scored)
    console.log(
      `${run.row.name.padEnd(22)}${hours(run.gpuHours)}${hours(predicted)} ${percent(error)} ${percent(naiveError)}`,
    );
  const share = (value: number) => `${(value * 100).toFixed(0)} %`;
  for (const [name, of] of [
    ["all", all],
    ["pretraining", pretraining],
    ["pretraining on more than one node", clusters],
  ] as const)
    console.log(
      `\n${name}, ${of.runs} runs: median absolute error ${share(of.median)}, 90th percentile ${share(of.p90)}` +
        ` (naive 6·N·D at 40 % of peak: ${share(of.naiveMedian)} and ${share(of.naiveP90)})`,
    );
  console.log(`\nstated hours within the formula's range: ${within} of ${scored.length}`);
}
