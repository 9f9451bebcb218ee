import type { Assumption, Ledger, Range } from "../assumption.ts";
import { type Factor, goodput, mfuFactors, stepMfu } from "./efficiency.ts";
import { trainingFlops } from "./flops.ts";
import { roundToNodes } from "./memory.ts";
import { isFineTune, peakFlops, type Training } from "./training.ts";

/** GPU-hours of a run on so many GPUs, with the factors that gave them. */
export type Hours = {
  readonly flops: number;
  readonly mfu: Range;
  /** What the default MFU is the product of; empty for an MFU that was given. */
  readonly mfuFactors: readonly Factor[];
  readonly goodput: Range;
  /** Times the work of the hardware: recomputation, and unpacking 4-bit weights. */
  readonly overwork: number;
  /** Times the tokens given. */
  readonly padding: Range;
  /** Hours on every GPU before and after training. */
  readonly setup: Range;
  readonly gpuHours: Range;
};

const one: Range = { low: 1, typical: 1, high: 1 };
const none: Range = { low: 0, typical: 0, high: 0 };

/**
 * GPU-hours = FLOPs × overwork × padding / (dense peak × MFU × goodput × 3600) + set-up × GPUs.
 * Low takes every factor at its better end, high at its worse end. Unit: hours.
 */
export function gpuHours(training: Training, gpu: Assumption, gpus: number, ledger: Ledger): Hours {
  const flops = trainingFlops(training, ledger);
  const mfu = stepMfu(training, gpu, gpus, ledger);
  const kept = goodput(training, gpus, ledger);
  const overwork = recomputation(training, ledger) * (training.method === "qlora" ? ledger.number("qlora-time") : 1);
  const fineTune = isFineTune(training.method);
  const padding = fineTune && !training.padded ? ledger.range("finetune-padding") : one;
  const setup = fineTune ? ledger.range("setup-hours") : none;
  const ideal = (flops * overwork) / (peakFlops(training, gpu) * 3600);
  return {
    flops,
    mfu,
    mfuFactors: training.mfu === undefined ? mfuFactors(training, gpu, gpus, ledger) : [],
    goodput: kept,
    overwork,
    padding,
    setup,
    gpuHours: {
      low: (ideal * padding.low) / (mfu.high * kept.high) + setup.low * gpus,
      typical: (ideal * padding.typical) / (mfu.typical * kept.typical) + setup.typical * gpus,
      high: (ideal * padding.high) / (mfu.low * kept.low) + setup.high * gpus,
    },
  };
}

function recomputation(training: Training, ledger: Ledger): number {
  if (!training.recompute) return 1;
  const times = ledger.number(training.recompute === "full" ? "recompute-full" : "recompute-selective");
  // A forward pass is a third of full training, and half of adapter training: the same pass weighs more.
  return training.method === "lora" || training.method === "qlora" ? 1 + (times - 1) * 1.5 : times;
}

/** Most GPUs a plan may ask for; beyond it no cluster exists. */
export const largestCluster = 1_000_000;

/**
 * Fewest GPUs, at least `least`, that finish within so many days. GPU-hours grow a little with the cluster, so the
 * count is raised until it holds. Undefined when `largestCluster` is not enough.
 */
export function gpusFor(days: number, least: number, hoursOn: (gpus: number) => number): number | undefined {
  let gpus = least;
  while (gpus <= largestCluster) {
    const needed = roundToNodes(hoursOn(gpus) / (24 * days));
    if (needed <= gpus) return gpus;
    gpus = needed;
  }
  return undefined;
}
