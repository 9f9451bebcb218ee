import { type Assumption, type Ledger, numberIn, numberOf, type Range, wordsOf } from "../assumption.ts";
import { interpolate, onCurve } from "./curve.ts";
import { attentionFlopsPerToken, trainingFlops } from "./flops.ts";
import { isFineTune, isMoe, peakFlops, type Training } from "./training.ts";

/**
 * MFU while training, as a share of the dense BF16 peak (also for FP8, whose gain lifts it).
 *
 * Default = GPU generation × size or architecture × precision × cluster × window × method, each factor a row taken from
 * measured tables and none fitted to the published runs: those at hand are few and mostly one family's. Low and high
 * are the spread of the measured rows. An MFU that is given is taken as it stands.
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
  readonly of: "generation" | "architecture" | "precision" | "cluster" | "window" | "method" | "short";
  readonly factor: number;
};

/** The factors whose product is the default MFU; those that change nothing are left out. */
export function mfuFactors(training: Training, gpu: Assumption, gpus: number, ledger: Ledger): Factor[] {
  const factors: Factor[] = [
    { of: "generation", factor: generation(gpu, ledger) },
    { of: "architecture", factor: architecture(training, ledger) },
    { of: "precision", factor: precision(training, gpu, ledger) },
    { of: "cluster", factor: clusterSize(training, gpus, ledger) },
    { of: "window", factor: window(training, ledger) },
    { of: "method", factor: method(training, ledger) },
    { of: "short", factor: shortRun(training, gpu, ledger) },
  ];
  return factors.filter(({ factor }) => factor !== 1);
}

const goodputTiers = ["goodput-node", "goodput-cluster", "goodput-large"];

/** Share of billed time that trains, by the size of the cluster; the rest is restarts, evaluation, checkpoints. */
export function goodput(training: Training, gpus: number, ledger: Ledger): Range {
  if (training.goodput !== undefined)
    return { low: training.goodput, typical: training.goodput, high: training.goodput };
  const sizes = goodputTiers.map((id) => numberOf(ledger.row(id), "gpus") ?? 1);
  const at = (end: keyof Range) =>
    interpolate(
      gpus,
      sizes,
      goodputTiers.map((id) => ledger.range(id)[end]),
    );
  return { low: at("low"), typical: at("typical"), high: at("high") };
}

function generation(gpu: Assumption, ledger: Ledger): number {
  const row = ledger.rows.find((candidate) => candidate.group === "mfu" && wordsOf(candidate, "gpus").includes(gpu.id));
  if (!row) throw new Error(`content/assumptions/training.yaml has no MFU for "${gpu.id}"`);
  return numberIn(ledger.use(row));
}

/** Factor for the size of a dense model, or for a mixture of experts by its active parameters. */
function architecture(training: Training, ledger: Ledger): number {
  const { paramsTotal, paramsActive } = training;
  if (!isMoe(training)) return onCurve(paramsActive, ledger.row("mfu-size"));
  const kept = onCurve(paramsActive, ledger.row("mfu-moe"));
  const coarse = ledger.rows.find((row) => row.id === "mfu-coarse-moe");
  return coarse && paramsTotal / paramsActive <= (numberOf(coarse, "ratio") ?? 0)
    ? Math.min(1, kept * numberIn(ledger.use(coarse)))
    : kept;
}

function precision(training: Training, gpu: Assumption, ledger: Ledger): number {
  if (training.precision === "fp8" && numberOf(gpu, "fp8") !== undefined)
    return ledger.number(isMoe(training) ? "fp8-moe" : "fp8-dense");
  return training.precision === "fp16" && gpu.attributes.bf16 !== false && !isFineTune(training.method)
    ? ledger.number("mfu-fp16")
    : 1;
}

/** A model's share of a doubling depends on its size: small ones run out of work for each GPU sooner. */
function clusterSize({ paramsTotal }: Training, gpus: number, ledger: Ledger): number {
  const row = ledger.row("mfu-per-doubling");
  const size = Math.max(gpus, numberOf(row, "smallest") ?? 1);
  return onCurve(paramsTotal, row) ** Math.log2(size / (numberOf(row, "reference") ?? 1));
}

/** With a window given, its attention counts as FLOPs and runs slower than the rest; at the usual window hours stay. */
function window({ context, paramsActive }: Training, ledger: Ledger): number {
  if (context === undefined) return 1;
  const row = ledger.row("mfu-window");
  const slowdown = numberOf(row, "attentionSlowdown") ?? 1;
  const dense = ledger.number("flops-per-parameter") * paramsActive;
  const share = (length: number) => attentionFlopsPerToken(paramsActive, length, ledger) / dense;
  const time = (length: number) => 1 + slowdown * share(length);
  return ((1 + share(context)) * time(numberIn(row))) / time(context);
}

function method(training: Training, ledger: Ledger): number {
  if (isFineTune(training.method)) return ledger.number("finetune-mfu");
  return training.method === "continued" ? ledger.number("continued-mfu") : 1;
}

function shortRun(training: Training, gpu: Assumption, ledger: Ledger): number {
  if (!isFineTune(training.method)) return 1;
  const atPeak = trainingFlops(training, ledger) / (peakFlops(training, gpu) * 3600);
  return onCurve(atPeak, ledger.row("short-run"));
}

function spreadOf(training: Training, ledger: Ledger): string {
  if (isMoe(training)) return "spread-moe";
  const over = ledger.rows.find((row) => row.id === "spread-overtrained");
  const from = (over && numberOf(over, "tokensPerParameter")) ?? Number.POSITIVE_INFINITY;
  return training.tokens / training.paramsActive >= from ? "spread-overtrained" : "spread-dense";
}
