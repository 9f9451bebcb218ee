import { type Assumption, numberIn, numberOf, type Range, wordOf } from "../assumption.ts";
import type { CostRows } from "./estimate.ts";
import { openBook } from "./estimate.ts";
import { gpuHours, gpusFor } from "./hours.ts";
import { fewestGpus } from "./memory.ts";
import { isFineTune, isMoe, type Method, methods, type Precision, precisions, type Training } from "./training.ts";

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

const methodOf = (word: string | undefined): Method => methods.find((method) => method === word) ?? "pretrain";
const precisionOf = (word: string | undefined): Precision => precisions.find((known) => known === word) ?? "bf16";
