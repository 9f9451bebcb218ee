import type { Assumption, Ledger } from "../assumption.ts";

export const methods = ["pretrain", "continued", "sft", "lora", "qlora"] as const;
/** Pretraining, continued pretraining, full supervised fine-tuning, LoRA, QLoRA. */
export type Method = (typeof methods)[number];

export const precisions = ["bf16", "fp16", "fp8"] as const;
export type Precision = (typeof precisions)[number];

export const recomputations = ["selective", "full"] as const;
type Recomputation = (typeof recomputations)[number];

/** What is to be trained and how. Counts are plain numbers: 7e9 parameters, 1e12 tokens. */
export type Training = {
  readonly method: Method;
  readonly paramsTotal: number;
  /** Parameters that work on one token; equal to the total for a dense model. */
  readonly paramsActive: number;
  /** Tokens seen, epochs included. */
  readonly tokens: number;
  /** True when the tokens already hold the padding, as examples times their full length do. */
  readonly padded?: boolean;
  readonly precision: Precision;
  /** Context length in tokens, when the attention term is to be counted. */
  readonly context?: number;
  /** Activation recomputation asked for; left out, what the measured runs did. */
  readonly recompute?: Recomputation;
  /** Share of the dense BF16 peak, when the asker knows it. */
  readonly mfu?: number;
  /** Share of billed time that trains, when the asker knows it. */
  readonly goodput?: number;
  /** Dense BF16 peak in TFLOP/s a GPU, when the asker knows it. */
  readonly peakTflops?: number;
};

/** The content a cost is made of: accelerators, rental rates, efficiency, energy. */
export type CostBook = {
  readonly gpus: Ledger;
  readonly rates: Ledger;
  readonly training: Ledger;
  readonly energy: Ledger;
};

/** Fine-tunes: small runs for which padding, set-up and small batches count. */
export const isFineTune = (method: Method): boolean => method === "sft" || isAdapter(method);

/** Methods that train adapters beside frozen weights. */
export const isAdapter = (method: Method): boolean => method === "lora" || method === "qlora";

/** Whether a model is a mixture of experts: a token uses only some of its parameters. */
export const isMoe = ({ paramsTotal, paramsActive }: Pick<Training, "paramsTotal" | "paramsActive">): boolean =>
  paramsTotal > paramsActive;

/** Dense BF16 peak of one GPU in FLOP/s. */
export function peakFlops(training: Training, gpu: Assumption): number {
  return (training.peakTflops ?? Number(gpu.value)) * 1e12;
}
