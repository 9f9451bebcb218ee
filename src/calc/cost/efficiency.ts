import { type Assumption, type Ledger, numberIn, numberOf, type Range, tierOf, wordsOf } from "../assumption.ts";
import { isFineTune, isMoe, type Training } from "./training.ts";

/**
 * MFU while training, as a share of the dense BF16 peak (also for FP8, whose gain lifts it).
 *
 * Default = GPU generation × architecture × precision × cluster size × method, each factor a row taken from measured
 * tables and none fitted to the published runs: those at hand are few and mostly one family's. Low and high are the
 * spread of the measured rows. An MFU that is given is taken as it stands.
 */
export function stepMfu(training: Training, gpu: Assumption, gpus: number, ledger: Ledger): Range {
  if (training.mfu !== undefined) return { low: training.mfu, typical: training.mfu, high: training.mfu };
  const typical = mfuFactors(training, gpu, gpus, ledger).reduce((product, { factor }) => product * factor, 1);
  const spread = ledger.range(spreadOf(training, ledger));
  const methodSpread = isFineTune(training.method)
    ? ledger.range("finetune-mfu")
    : training.method === "continued"
      ? ledger.range("continued-mfu")
      : { low: 1, typical: 1, high: 1 };
  return {
    low: typical * Math.min(spread.low, methodSpread.low / methodSpread.typical),
    typical,
    high: typical * Math.max(spread.high, methodSpread.high / methodSpread.typical),
  };
}

/** One factor of an MFU. */
export type Factor = {
  readonly of: "generation" | "architecture" | "precision" | "cluster" | "method";
  readonly factor: number;
};

/** The factors whose product is the default MFU; those that change nothing are left out. */
export function mfuFactors(training: Training, gpu: Assumption, gpus: number, ledger: Ledger): Factor[] {
  const factors: Factor[] = [
    { of: "generation", factor: generation(gpu, ledger) },
    { of: "architecture", factor: architecture(training, ledger) },
    { of: "precision", factor: precision(training, gpu, ledger) },
    { of: "cluster", factor: clusterSize(gpus, ledger) },
    { of: "method", factor: method(training, ledger) },
  ];
  return factors.filter(({ factor }) => factor !== 1);
}

/** Share of billed time that trains, by the size of the cluster; the rest is restarts, evaluation, checkpoints. */
export function goodput(training: Training, gpus: number, ledger: Ledger): Range {
  if (training.goodput !== undefined)
    return { low: training.goodput, typical: training.goodput, high: training.goodput };
  return ledger.range(tierOf(ledger, ["goodput-node", "goodput-cluster", "goodput-large"], gpus).id);
}

function generation(gpu: Assumption, ledger: Ledger): number {
  const row = ledger.rows.find((candidate) => candidate.group === "mfu" && wordsOf(candidate, "gpus").includes(gpu.id));
  if (!row) throw new Error(`content/assumptions/training.yaml has no MFU for "${gpu.id}"`);
  return numberIn(ledger.use(row));
}

/** Factor for a mixture of experts or a tiny dense model; 1 for other dense models. */
function architecture(training: Training, ledger: Ledger): number {
  const { paramsTotal, paramsActive } = training;
  if (!isMoe(training)) {
    const tiny = ledger.rows.find((row) => row.id === "mfu-tiny");
    const fullAt = tiny && numberOf(tiny, "fullAt");
    if (!tiny || fullAt === undefined || paramsActive >= fullAt) return 1;
    const factor = numberIn(ledger.use(tiny));
    return Math.max(factor, between(paramsActive, numberOf(tiny, "tinyAt") ?? 1, factor, fullAt, 1));
  }
  const moe = ledger.row("mfu-moe");
  const small = numberIn(moe);
  const at = (name: string) => numberOf(moe, name) ?? 1;
  // Straight on logarithmic scales of both, so that it goes on beyond the measured sizes without turning negative.
  const slope = Math.log(at("large") / small) / Math.log(at("largeAt") / at("smallAt"));
  const bySize = small * (paramsActive / at("smallAt")) ** slope;
  const kept = Math.min(at("ceiling"), Math.max(at("floor"), bySize));
  const coarse = ledger.rows.find((row) => row.id === "mfu-coarse-moe");
  return coarse && paramsTotal / paramsActive <= (numberOf(coarse, "ratio") ?? 0)
    ? Math.min(1, kept * numberIn(ledger.use(coarse)))
    : kept;
}

function precision(training: Training, gpu: Assumption, ledger: Ledger): number {
  if (training.precision !== "fp8" || numberOf(gpu, "fp8") === undefined) return 1;
  return ledger.number(isMoe(training) ? "fp8-moe" : "fp8-dense");
}

function clusterSize(gpus: number, ledger: Ledger): number {
  const row = ledger.row("mfu-per-doubling");
  const size = Math.max(gpus, numberOf(row, "smallest") ?? 1);
  return numberIn(row) ** Math.log2(size / (numberOf(row, "reference") ?? 1));
}

function method(training: Training, ledger: Ledger): number {
  if (isFineTune(training.method)) return ledger.number("finetune-mfu");
  return training.method === "continued" ? ledger.number("continued-mfu") : 1;
}

function spreadOf(training: Training, ledger: Ledger): string {
  if (isMoe(training)) return "spread-moe";
  const over = ledger.rows.find((row) => row.id === "spread-overtrained");
  const from = (over && numberOf(over, "tokensPerParameter")) ?? Number.POSITIVE_INFINITY;
  return training.tokens / training.paramsActive >= from ? "spread-overtrained" : "spread-dense";
}

/** Value at `x`, straight between two points on a logarithmic scale of x. */
function between(x: number, x0: number, y0: number, x1: number, y1: number): number {
  return y0 + ((y1 - y0) * Math.log(x / x0)) / Math.log(x1 / x0);
}
