import { type Assumption, numberIn, numberOf, type Range, wordOf } from "../assumption.ts";
import type { CostRows } from "./estimate.ts";
import { openBook } from "./estimate.ts";
import { gpuHours, gpusFor } from "./hours.ts";
import { fewestGpus } from "./memory.ts";
import {
  isFineTune,
  isMoe,
  type Method,
  methods,
  type Precision,
  peakFlops,
  precisions,
  type Training,
} from "./training.ts";

/** A published run that can be scored: what was trained, on what, and the GPU-hours it billed. */
export type PublishedRun = {
  readonly row: Assumption;
  readonly training: Training;
  readonly gpu: Assumption;
  /** GPUs it ran on, where stated. */
  readonly gpus: number | undefined;
  readonly gpuHours: number;
};

/** Published runs whose parameters, tokens and accelerator are stated. Rows that lack one are left out. */
export function readRuns(rows: readonly Assumption[], gpus: readonly Assumption[]): PublishedRun[] {
  return rows.flatMap((row) => {
    const gpu = gpus.find((candidate) => candidate.id === wordOf(row, "gpu"));
    const paramsTotal = numberOf(row, "params");
    const tokens = numberOf(row, "tokens");
    if (!gpu || paramsTotal === undefined || tokens === undefined) return [];
    const training: Training = {
      method: methodOf(wordOf(row, "method")),
      precision: precisionOf(wordOf(row, "precision")),
      paramsTotal,
      paramsActive: numberOf(row, "active") ?? paramsTotal,
      tokens,
    };
    return [{ row, training, gpu, gpus: numberOf(row, "gpus"), gpuHours: numberIn(row) }];
  });
}

/** GPU-hours that the formula gives for a published run, on its own GPUs where stated. */
export function predictRun(run: PublishedRun, rows: CostRows): Range {
  const { training } = openBook(rows);
  const hoursOn = (count: number) => gpuHours(run.training, run.gpu, count, training).gpuHours;
  const days = training.number(isFineTune(run.training.method) ? "finetune-days" : "pretraining-days");
  const least = fewestGpus(run.training, run.gpu, training);
  return hoursOn(run.gpus ?? gpusFor(days, least, (count) => hoursOn(count).typical) ?? least);
}

/** The estimate most calculators give: 6·N·D over 40 % of the dense peak. Unit: GPU-hours. */
export function naiveHours({ training, gpu }: Pick<PublishedRun, "training" | "gpu">): number {
  return (6 * training.paramsActive * training.tokens) / (peakFlops(training, gpu) * 0.4 * 3600);
}

/** The run most like a training: by active parameters and tokens on logarithmic scales, by kind and accelerator. */
export function nearestRun(
  training: Training,
  gpu: Assumption,
  runs: readonly PublishedRun[],
): PublishedRun | undefined {
  const distance = (run: PublishedRun) =>
    Math.abs(Math.log(run.training.paramsActive / training.paramsActive)) +
    0.5 * Math.abs(Math.log(run.training.tokens / training.tokens)) +
    (isFineTune(run.training.method) === isFineTune(training.method) ? 0 : 4) +
    (run.training.method === training.method ? 0 : 0.5) +
    (isMoe(run.training) === isMoe(training) ? 0 : 1.5) +
    (run.gpu.id === gpu.id ? 0 : 0.25);
  return runs.reduce<PublishedRun | undefined>(
    (best, run) => (!best || distance(run) < distance(best) ? run : best),
    undefined,
  );
}

/** One row of the backtest. Errors are predicted over stated, minus 1. */
export type Scored = {
  readonly run: PublishedRun;
  readonly predicted: number;
  /** The formula's low and high beside it. */
  readonly range: Range;
  readonly error: number;
  readonly naive: number;
  readonly naiveError: number;
};

/** The formula and the naive one against every published run. */
export function backtest(runs: readonly PublishedRun[], rows: CostRows): Scored[] {
  return runs.map((run) => {
    const range = predictRun(run, rows);
    const predicted = range.typical;
    const naive = naiveHours(run);
    return { run, predicted, range, error: predicted / run.gpuHours - 1, naive, naiveError: naive / run.gpuHours - 1 };
  });
}

const methodOf = (word: string | undefined): Method => methods.find((method) => method === word) ?? "pretrain";
const precisionOf = (word: string | undefined): Precision => precisions.find((known) => known === word) ?? "bf16";
