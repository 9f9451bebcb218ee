import { type Assumption, numberOf } from "#calc/assumption.ts";
import type { CostRequest } from "#calc/cost/estimate.ts";
import {
  type Method,
  methods,
  type Precision,
  precisions,
  recomputations,
  type Training,
} from "#calc/cost/training.ts";
import { readMoney } from "#calc/quantity.ts";
import { clip } from "#core/clip.ts";
import { formatCount } from "../numbers.ts";
import { readAmount } from "./amounts.ts";
import { type Asked, refuse, type Typed } from "./asked.ts";
import { readChoice } from "./choice.ts";
import type { CostContent } from "./content.ts";
import { defaultGpu, readGpu } from "./gpu.ts";
import { readPaying } from "./paying.ts";
import { readSize } from "./size.ts";
import { readTokens, withContext } from "./tokens.ts";

const methodNames: Readonly<Record<Method, readonly string[]>> = {
  pretrain: ["pretraining", "pre-train", "from scratch"],
  continued: ["continued pretraining", "continual", "cpt"],
  sft: ["full sft", "fine-tune", "finetune", "full fine-tune", "fine-tuning"],
  lora: ["lora fine-tune", "peft"],
  qlora: ["q-lora"],
};

/** Reads options into a request. Refuses what cannot be meant; corrects what plainly was meant otherwise, in `notes`. */
export function resolveCost(asTyped: Typed, content: CostContent): Asked {
  const typed = withCards(withRate(asTyped));
  const notes: string[] = [];
  const method = readChoice("method", typed, methods, methodNames) ?? "pretrain";
  const gpu = readGpu(typed, content) ?? defaultGpu(content);
  const precision = readPrecision(typed, gpu, notes);
  const size = readSize(typed, content);
  const budget = readAmount("budget", typed);
  const context = readAmount("context", withContext(typed));
  const recompute = readChoice("recompute", typed, recomputations, { selective: [], full: ["yes"] });
  const mfu = readAmount("mfu", typed);
  const goodput = readAmount("goodput", typed);
  const peakTflops = readPeak(typed, gpu, precision, notes);
  const tokens = readTokens(typed, size, method, budget !== undefined, content);
  if (!size && budget === undefined)
    throw refuse("Which model? Give its size (7B, 671B-A37B, 8x7B) or a name (llama-3.1-8b).", typed, { model: "7B" });
  // With a budget alone, both sizes are found later; 1 stands in for what is not known yet.
  const training: Training = {
    method,
    paramsTotal: size?.total ?? 1,
    paramsActive: size?.active ?? 1,
    tokens: tokens?.count ?? 1,
    ...(tokens?.from === "examples" ? { padded: true } : {}),
    precision,
    ...(context === undefined ? {} : { context }),
    ...(recompute ? { recompute } : {}),
    ...(mfu === undefined ? {} : { mfu }),
    ...(goodput === undefined ? {} : { goodput }),
    ...(peakTflops === undefined ? {} : { peakTflops }),
  };
  if (tokens?.row && size?.model)
    notes.push(
      `No tokens were given, so this counts the ${formatCount(numberOf(tokens.row.row, "tokens") ?? 0)} that ${size.model.name} was pretrained on, as published.`,
    );
  if (tokens?.from === "chinchilla" && size?.model)
    notes.push(
      `The casebook has no published tokens of ${size.model.name}, so this counts Chinchilla’s ratio; give them where you know them, such as tokens=15T.`,
    );
  const gpus = readAmount("gpus", typed);
  if (gpus !== undefined && !Number.isInteger(gpus))
    throw refuse(
      `The number of GPUs is “${clip(typed.gpus ?? "", 40)}”; they come whole.`,
      typed,
      { gpus: String(Math.ceil(gpus)) },
      ["gpus"],
    );
  const deadlineDays = readAmount("deadline", typed);
  const extras = readAmount("extras", typed);
  const pue = readAmount("pue", typed);
  const request: CostRequest = {
    training,
    gpu,
    paying: readPaying(typed, content, notes),
    ...(gpus === undefined ? {} : { gpus }),
    ...(deadlineDays === undefined ? {} : { deadlineDays }),
    ...(extras === undefined ? {} : { extras }),
    ...(pue === undefined ? {} : { pue }),
  };
  const { peak: _, ...corrected } = typed;
  return {
    request,
    tokensFrom: tokens?.from ?? "budget",
    tokensRow: tokens?.row,
    model: size?.model,
    budget,
    notes,
    typed: peakTflops === undefined ? corrected : typed,
  };
}

function readPrecision(typed: Typed, gpu: Assumption, notes: string[]): Precision {
  const text = typed.precision?.trim().toLowerCase().replace(/[\s-]/g, "");
  const found = precisions.find((precision) => precision === text);
  if (text && !found)
    throw refuse(
      `“${clip(text, 20)}” is no precision the casebook has measured training speeds for; choose ${precisions.join(", ")}${/4/.test(text) ? ", or qlora for 4-bit weights" : ""}.`,
      typed,
      {},
      ["precision"],
    );
  if (found === "fp8" && numberOf(gpu, "fp8") === undefined && gpu.attributes.bf16 !== false) {
    notes.push(`The ${gpu.name} has no FP8, so this counts BF16.`);
    return "bf16";
  }
  if (gpu.attributes.bf16 === false && found !== "fp16") {
    if (found) notes.push(`The ${gpu.name} has no ${found.toUpperCase()}, so this counts FP16.`);
    return "fp16";
  }
  return found ?? "bf16";
}

/** `price=2.5` is a rate, not a way to pay. */
function withRate(typed: Typed): Typed {
  const { price, ...others } = typed;
  return price !== undefined && typed.rate === undefined && readMoney(price) !== undefined
    ? { ...others, rate: price }
    : typed;
}

/** `gpu=8xH100` and `gpus=8xH100` say how many as well as which. */
function withCards(typed: Typed): Typed {
  const both = [typed.gpu, typed.gpus].flatMap(
    (text = "") => /^(\d[\d,.]{0,8})\s?[x×*]\s?([a-z].*)$/i.exec(text.trim()) ?? [],
  );
  const [, gpus, gpu] = both;
  if (gpus === undefined || gpu === undefined) return typed;
  const only = (text: string | undefined) => (text === undefined || /[x×*]/i.test(text) ? undefined : text);
  return { ...typed, gpus: only(typed.gpus) ?? gpus, gpu: only(typed.gpu) ?? gpu };
}

/** Vendors print the sparse peak, twice the dense one: someone who sets 1979 for an H100 is put right. */
function readPeak(typed: Typed, gpu: Assumption, precision: Precision, notes: string[]): number | undefined {
  const given = readAmount("peak", typed);
  if (given === undefined) return undefined;
  const dense = Number(gpu.value);
  const near = (value: number) => Math.abs(given / value - 1) < 0.03;
  const fp8 = numberOf(gpu, "fp8");
  if (near(dense)) return undefined;
  if (precision === "fp8" && fp8 !== undefined && near(fp8)) return undefined;
  if (near(2 * dense)) {
    notes.push(
      `${given.toLocaleString("en-US")} TFLOP/s is the ${gpu.name}'s peak with 2:4 sparsity${fp8 && near(fp8) ? " in BF16, or its dense FP8 peak" : ""}; training is dense, so this counts ${dense.toLocaleString("en-US")}.`,
    );
    return undefined;
  }
  if (fp8 !== undefined && near(2 * fp8)) {
    notes.push(
      `${given.toLocaleString("en-US")} TFLOP/s is the ${gpu.name}'s FP8 peak with 2:4 sparsity; training is dense, so this counts ${dense.toLocaleString("en-US")} in BF16 and FP8's measured gain.`,
    );
    return undefined;
  }
  if (given > 1.1 * dense)
    notes.push(
      `Your peak of ${given.toLocaleString("en-US")} TFLOP/s is above the ${gpu.name}'s dense BF16 peak of ${dense.toLocaleString("en-US")}; it is used as you gave it.`,
    );
  return given;
}
