import { type Aliases, byName } from "../aliases.ts";

/** Options of a cost line, in the order a line is written in. */
export const costOptions = [
  "model",
  "active",
  "tokens",
  "gpu",
  "gpus",
  "method",
  "precision",
  "context",
  "recompute",
  "epochs",
  "examples",
  "deadline",
  "budget",
  "price",
  "provider",
  "rate",
  "extras",
  "owned",
  "power",
  "pue",
  "capex",
  "life",
  "mfu",
  "goodput",
  "peak",
  "energy",
] as const;
export type CostOption = (typeof costOptions)[number];

/** Other names of options, as people type them before `=` or `:`. */
const aliases: Aliases<CostOption> = {
  model: "params parameters param size n name",
  active: "active-params activated",
  tokens: "token tok d data",
  gpu: "hardware accelerator card",
  gpus: "gpu-count num-gpus n-gpus count devices",
  method: "mode training",
  precision: "dtype",
  context: "ctx seq seqlen sequence length seq-len context-length",
  recompute: "checkpointing recomputation",
  epochs: "epoch",
  examples: "samples rows",
  deadline: "time days within",
  budget: "cost spend",
  price: "pricing",
  provider: "cloud vendor",
  rate: "price-per-hour hourly usd",
  extras: "overhead",
  owned: "own",
  power: "electricity power-price",
  pue: "",
  capex: "gpu-price purchase",
  life: "lifetime years",
  mfu: "utilization utilisation",
  goodput: "uptime",
  peak: "tflops flops",
  energy: "co2 co2e carbon emissions",
};

const named = byName(costOptions, aliases);

/** The option a key means: `ctx` → `context`, `$/h` → `rate`. */
export function optionNamed(key: string): CostOption | undefined {
  const name = key.toLowerCase();
  return name.startsWith("$") ? "rate" : named.get(name);
}

/** What "fine-tune" says by itself: some method of it, full fine-tuning when no other word says which. */
export const fineTuning = "fine-tune";

/** Words that say an option by themselves. An empty value means: the word itself. */
export const sayings: readonly (readonly [string, CostOption, string])[] = [
  [
    String.raw`continu(?:ed?|ing)(?:[\s-]pre-?train(?:ing|ed)?)?|continual(?:[\s-]pre-?training)?|cpt`,
    "method",
    "continued",
  ],
  [String.raw`pre-?train(?:ing)?(?:[\s-]from[\s-]scratch)?|from[\s-]scratch`, "method", "pretrain"],
  ["q-?lora", "method", "qlora"],
  [String.raw`(?:dora|lora|peft|adapters?)(?:[\s-]fine-?tun(?:e|ing))?`, "method", "lora"],
  [String.raw`full[\s-](?:sft|fine[\s-]?tun(?:e|es|ed|ing))|sft`, "method", "sft"],
  [String.raw`fine[\s-]?tun(?:e|es|ed|ing)|post-?training`, "method", fineTuning],
  ["bf-?16|bfloat16", "precision", "bf16"],
  ["fp-?16|float16", "precision", "fp16"],
  ["(?:mx)?fp-?8|float8", "precision", "fp8"],
  ["(?:nv|mx)?fp-?4|int-?[48]|[48]-?bit|fp-?32|tf-?32|float32", "precision", ""],
  [String.raw`on[\s-]?demand|list[\s-]price`, "price", "on-demand"],
  ["spot|preemptible|interruptible", "price", "spot"],
  [String.raw`reserved|committed(?:[\s-]use)?`, "price", "reserved"],
  [String.raw`hyper[\s-]?scalers?|big[\s-]clouds?`, "provider", "hyperscaler"],
  [String.raw`neo[\s-]?clouds?`, "provider", "neocloud"],
  [String.raw`market[\s-]?places?`, "provider", "marketplace"],
  [String.raw`owned|on[\s-]?prem(?:ises?)?|(?:our[\s-])?own(?:[\s-]hardware)?`, "owned", "yes"],
  ["rent(?:ed|ing|al)?", "owned", "no"],
  [
    String.raw`energy|electricity|(?<!comput(?:e|ing)[\s-])power(?![\s-](?:our|my|the|an?)\b)|carbon|co2(?:[\s-]?eq?)?|co₂e?|ghg|greenhouse[\s-]gas(?:es)?|emissions?|emit(?:s|ted)?|footprint|[kmg]wh`,
    "energy",
    "yes",
  ],
  [String.raw`full[\s-](?:activation[\s-])?(?:recompute|recomputation|checkpointing)`, "recompute", "full"],
  [String.raw`selective[\s-](?:activation[\s-])?(?:recompute|recomputation|checkpointing)`, "recompute", "selective"],
];

/** Names of providers that are plain words as well: in a sentence they name one only behind "on", "with" and the like. */
export const plainWords =
  /(?<!\b(?:on|at|from|via|with|using|through)\s)\b(?:together|modal|vast|replicate)\b(?![\s.]?(?:ai|labs)\b)/gi;

/** Words that carry nothing, as in "how much would it cost to train a 7B model". */
export const filler =
  "a an the to of on in at for with using use and or is it i we my our me what whats how much many would does do did can could should cost costs price train training trained pretrained pre-trained run runs running model models llm language parameter parameters params param token tokens gpu gpus nvidia amd google cloud dense moe mixture experts expert instruct chat base hf please pls about around approx approximately roughly over from per each total if this that want need hardware cluster node nodes single each type kind only just by via be take long estimate calculate compute money dollars usd all any size sized tflops tflop dgx hgx finish finished within afford big biggest largest thanks chinchilla optimal compute-optimal".replace(
    / /g,
    "|",
  );
