import type { Ledger } from "../assumption.ts";
import { isAdapter, type Training } from "./training.ts";

/**
 * Model FLOPs of a training run, recomputation left out.
 * Full training: 6·N·D (Kaplan 2020). LoRA: 4·N·D for frozen weights plus 6 per trained parameter ("LoRA without
 * regret", 2025). N counts the parameters active on a token. With a context length T the causal attention term
 * 6·L·d·T per token is added (half of PaLM appendix B), layers L and width d guessed from N = 12·L·d²; it has no weights,
 * so frozen ones save nothing of it.
 */
export function trainingFlops(training: Training, ledger: Ledger): number {
  const { method, paramsActive, tokens, context } = training;
  const full = ledger.number("flops-per-parameter");
  const perToken = isAdapter(method)
    ? ledger.number("flops-per-frozen-parameter") * paramsActive + full * ledger.number("lora-share") * paramsActive
    : full * paramsActive;
  const attention = context ? attentionFlopsPerToken(paramsActive, context, ledger) : 0;
  return (perToken + attention) * tokens;
}

/** FLOPs per token of causal attention, forward and backward. Unit: FLOPs. */
export function attentionFlopsPerToken(params: number, context: number, ledger: Ledger): number {
  const { layers, width } = shapeOf(params, ledger);
  return ledger.number("attention-flops") * layers * width * context;
}

/** Layers and width that a dense transformer of this size usually has: N = 12·L·d², d/L from the content. */
function shapeOf(params: number, ledger: Ledger): { layers: number; width: number } {
  const ratio = ledger.number("width-over-depth");
  const width = Math.cbrt((params * ratio) / 12);
  return { layers: width / ratio, width };
}
