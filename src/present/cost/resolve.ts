import { type Assumption, numberOf, openLedger } from "#calc/assumption.ts";
import type { CostRequest } from "#calc/cost/estimate.ts";
import { isFineTune, type Method, methods, type Precision, precisions, type Training } from "#calc/cost/training.ts";
import { readContext, readMoney, readQuantity } from "#calc/quantity.ts";
import { clip } from "#core/clip.ts";
import { readAmount } from "./amounts.ts";
import { type Asked, refuse, type TokensFrom, type Typed } from "./asked.ts";
import { readChoice } from "./choice.ts";
import type { CostContent } from "./content.ts";
import { readPaying } from "./paying.ts";
import { readGpu, readSize } from "./size.ts";

const methodNames: Readonly<Record<Method, readonly string[]>> = {
  pretrain: ["pretraining", "pre-train", "from scratch"],
  continued: ["continued pretraining", "continual", "cpt"],
  sft: ["full sft", "fine-tune", "finetune", "full fine-tune", "fine-tuning"],
  lora: ["lora fine-tune", "peft"],
  qlora: ["q-lora"],
};

/** Reads options into a request. Refuses what cannot be meant; corrects what plainly was meant otherwise, in `notes`. */
export function resolveCost(asTyped: Typed, content: CostContent): Asked {
  const typed = withRate(asTyped);
  const notes: string[] = [];
  const method = readChoice("method", typed, methods, methodNames) ?? "pretrain";
  const gpu = readGpu(typed, content) ?? defaultGpu(content);
  const precision = readPrecision(typed, gpu, notes);
  const size = readSize(typed, content);
  const budget = readAmount("budget", typed);
  const context = readAmount("context", withContext(typed));
  const recompute = readChoice("recompute", typed, ["selective", "full"] as const, { selective: [], full: ["yes"] });
  const mfu = readAmount("mfu", typed);
  const goodput = readAmount("goodput", typed);
  const peakTflops = readPeak(typed, gpu, precision, notes);
  const tokens = readTokens(typed, size?.active, method, budget !== undefined, content);
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
    model: size?.model,
    budget,
    notes,
    typed: peakTflops === undefined ? corrected : typed,
  };
}

function defaultGpu(content: CostContent): Assumption {
  const gpu = content.rows.gpus.find((row) => row.id === "h100");
  if (!gpu) throw new Error('content/assumptions/gpus.yaml has no row "h100"');
  return gpu;
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

/** `8k` counts in 1,024s; the amount reader wants plain digits. */
function withContext(typed: Typed): Typed {
  const tokens = typed.context && readContext(typed.context);
  return tokens ? { ...typed, context: String(tokens) } : typed;
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

function readTokens(
  typed: Typed,
  params: number | undefined,
  method: Method,
  hasBudget: boolean,
  content: CostContent,
): { count: number; from: TokensFrom } | undefined {
  const epochs = readAmount("epochs", typed) ?? 1;
  const ledger = openLedger("training", content.rows.training);
  const examples = /^(.+?)\s*(?:examples?|samples?|rows)$/i.exec(typed.tokens ?? "")?.[1] ?? typed.examples;
  if (examples !== undefined) {
    const count = readQuantity(examples);
    if (count === undefined || count <= 0)
      throw refuse(`“${clip(examples, 40)}” is no number of examples.`, typed, { tokens: "20M" }, ["examples"]);
    const length = readAmount("context", withContext(typed)) ?? 2048;
    return { count: count * length * epochs, from: "examples" };
  }
  const each = /^([\d.,]{1,12})\s*\/\s*param/i.exec(typed.tokens ?? "")?.[1];
  if (each !== undefined && params !== undefined)
    return {
      count: (readAmount("tokens", { ...typed, tokens: String(params * Number(each)) }) ?? 0) * epochs,
      from: "given",
    };
  const given = readAmount("tokens", typed);
  if (given !== undefined) return { count: given * epochs, from: "given" };
  if (hasBudget || params === undefined) return undefined;
  return isFineTune(method)
    ? { count: ledger.number("finetune-tokens") * epochs, from: "usual" }
    : { count: ledger.number("chinchilla") * params, from: "chinchilla" };
}
