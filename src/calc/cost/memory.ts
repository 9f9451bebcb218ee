import { type Assumption, type Ledger, numberOf } from "../assumption.ts";
import { isAdapter, type Training } from "./training.ts";

/**
 * Bytes that weights, gradients and optimizer states take over the whole cluster; all parameters count, experts at
 * rest included. Mixed-precision AdamW after ZeRO (arXiv 1910.02054); adapters train on frozen BF16 or 4-bit weights.
 */
function stateBytes(training: Training, ledger: Ledger): number {
  const full = ledger.number("bytes-full");
  if (!isAdapter(training.method)) return full * training.paramsTotal;
  const frozen = ledger.number(training.method === "lora" ? "bytes-lora" : "bytes-qlora");
  return (frozen + full * ledger.number("lora-share")) * training.paramsTotal;
}

/** Fewest GPUs that hold the states, sharded; a whole number of nodes above one node. */
export function fewestGpus(training: Training, gpu: Assumption, ledger: Ledger): number {
  const share = ledger.number(isAdapter(training.method) ? "memory-usable-adapters" : "memory-usable");
  const usable = share * (numberOf(gpu, "memoryGb") ?? 80) * 1e9;
  return roundToNodes(Math.ceil(stateBytes(training, ledger) / usable));
}

/** Rounds a count up: any number within a node of eight, multiples of eight above. */
export function roundToNodes(gpus: number): number {
  const whole = Math.max(1, Math.ceil(gpus));
  return whole <= 8 ? whole : Math.ceil(whole / 8) * 8;
}

/** Bytes of one checkpoint with optimizer states, trained parameters only. */
export function checkpointBytes(training: Training, ledger: Ledger): number {
  const trained = training.paramsTotal * (isAdapter(training.method) ? ledger.number("lora-share") : 1);
  return ledger.number("checkpoint-bytes") * trained;
}
