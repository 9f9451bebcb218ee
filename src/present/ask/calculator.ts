/** A calculator's command line that a question amounts to. */
export type Reckoning = { readonly command: "cost" | "roi" | "readiness"; readonly words: string };

const training =
  /\b(?:cost|costs|price|expensive|budget|bill|how much|how long|gpu.?hours|estimate)\b.*\b(?:pre-?train|train|training|fine-?tun\w+|finetun\w+|lora|qlora)\b|\b(?:pre-?train|train|training|fine-?tun\w+|finetun\w+)\b.*\b(?:cost|costs|price|budget|how much|how long|gpu.?hours|bill)\b/i;

/** Asked of a model and of billions of tokens, that is its training too; of fewer, it is their use. */
const priced = /\b(?:cost|costs|price|expensive|budget|bill|how much|how long|gpu.?hours|estimate)\b/i;

const size = /\b(?:\d+x)?\d+(?:[.,]\d+)?\s?(?:b|bn|billion|m|million)\b(?!\s+tokens)(?:[- ]?(?:params?|parameters?))?/i;
const tokens = /\b\d+(?:[.,]\d+)?(?:e\d+)?\s?(?:t|tn|trillion|b|bn|billion|m|million)\s+tokens?\b/i;
const manyTokens = /\d\s?(?:t|tn|trillion|b|bn|billion)\s+tokens?\b/i;
const chip = /\b(?:[abh]\d{2,3}|gb200|l40s?|mi\d{3}x?|v100|tpu\s?v\d\w?|rtx\s?\d{4}|\d{4}\s?ti)(?=s?\b)/i;
const count = /\b\d+\s?(?:x\s?)?(?:gpus?|(?:[abh]\d{2,3}|gb200|mi\d{3}x?)s)\b/i;
const method = /\b(?:qlora|lora|sft|fine-?tun(?:e|ing)|continued pre-?training)\b/i;
const extra = /\b(?:spot|on-demand|reserved|fp8|bf16)\b/i;

/** The training-cost line of a question with a model's size in it; the calculator says what else it would like. */
export function reckoningOf(question: string): Reckoning | undefined {
  const trains = training.test(question) || (priced.test(question) && size.test(question) && manyTokens.test(question));
  if (!trains) return undefined;
  const found = [tokens, size, count, count.test(question) ? undefined : chip, method, extra]
    .flatMap((pattern) => (pattern ? (pattern.exec(question)?.[0] ?? []) : []))
    .map(tidy);
  return size.test(question) || tokens.test(question) ? { command: "cost", words: found.join(" ") } : undefined;
}

function tidy(words: string): string {
  return words
    .toLowerCase()
    .replace(/(\d)\s?(?:bn|billion)\b/, "$1b")
    .replace(/(\d)\s?(?:tn|trillion)\b/, "$1t")
    .replace(/(\d)\s?million\b/, "$1m")
    .replace(/^fine-?tun(?:e|ing)$/, "sft");
}
