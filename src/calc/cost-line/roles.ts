import { readQuantity } from "../quantity.ts";

/** Numbers with the option each was taken for, and those that were taken for none. */
type Roles = {
  readonly guessed: readonly { readonly text: string; readonly option: string }[];
  readonly left: readonly string[];
};

type Known = Readonly<Record<string, string>>;

/** Methods whose tokens may be fewer than the parameters: the size is said first. */
const sizeFirst = ({ method = "" }: Known): boolean => ["continued", "sft", "lora", "qlora"].includes(method);
const amountOf = (text: string): number => Math.abs(readQuantity(text) ?? 0);

/**
 * Which bare number of a line is which. One number is the model's size, or the tokens when a model is named or it ends
 * in T. Of two, the larger is tokens when pretraining, in either order; fine-tunes and continued runs read size first.
 */
export function rolesInLine(bare: readonly string[], known: Known): Roles {
  const guessed: { text: string; option: string }[] = [];
  const left: string[] = [];
  const open = (option: string) => known[option] === undefined && !guessed.some((other) => other.option === option);
  const sizes: string[] = [];
  for (const text of bare) {
    const isCount = /^\+?\d{1,6}$/.test(text);
    const isContext = isWindow(text);
    if (isContext && open("context")) guessed.push({ text, option: "context" });
    else if (isCount && amountOf(text) > 0 && (known.gpu ?? known.model) !== undefined && open("gpus"))
      guessed.push({ text, option: "gpus" });
    else sizes.push(text);
  }
  const needsModel = open("model") && known.budget === undefined;
  if (sizes.length >= 2 && open("model") && open("tokens")) {
    const [first = "", second = ""] = sizes;
    const swap = !sizeFirst(known) && amountOf(first) > amountOf(second);
    guessed.push({ text: swap ? second : first, option: "model" }, { text: swap ? first : second, option: "tokens" });
    left.push(...sizes.slice(2));
    return { guessed, left };
  }
  for (const text of sizes) {
    const trillions = isTrillions(text);
    if (open("tokens") && (!open("model") || (trillions && !needsModel) || (trillions && sizes.length === 1)))
      guessed.push({ text, option: "tokens" });
    else if (open("model")) guessed.push({ text, option: "model" });
    else left.push(text);
  }
  return { guessed, left };
}

/** The least that a bare number of prose is taken for a size or tokens from, and the fewest tokens a parameter. */
const leastSize = 1e6;
const fewestTokens = 5;

/**
 * Which bare number of a sentence is which: "train a 7B on 1T". Only millions and more are sizes or tokens there, as
 * "llama 3" and "our 2 offices" count nothing; and a pretraining's tokens are several a parameter, so that the second
 * of "7B or 13B" is no tokens.
 */
export function rolesInProse(bare: readonly string[], known: Known): Roles {
  const sizes = bare.filter((text) => amountOf(text) >= leastSize);
  const largest = sizes.reduce((most, text) => (amountOf(text) > amountOf(most) ? text : most), sizes[0] ?? "");
  const alone = sizes.length === 1 && !isTrillions(largest);
  const model = known.model ?? (alone || sizeFirst(known) ? sizes[0] : sizes.find((text) => text !== largest));
  const others = known.model === undefined ? sizes.filter((text) => text !== model) : sizes;
  const tokens = sizeFirst(known)
    ? others[0]
    : others.find((text) => text === largest && amountOf(text) >= fewestTokens * amountOf(model ?? ""));
  const guessed = [
    ...(known.model === undefined && model !== undefined ? [{ text: model, option: "model" }] : []),
    ...(known.tokens === undefined && tokens !== undefined ? [{ text: tokens, option: "tokens" }] : []),
  ];
  return { guessed, left: bare.filter((text) => !guessed.some((taken) => taken.text === text)) };
}

/** A context as models have it, a power of two times 1,024: "50k" and "100k" could as well be a budget. */
function isWindow(text: string): boolean {
  const thousands = /^(\d{1,4})\s?k$/i.exec(text)?.[1];
  return thousands !== undefined && Number.isInteger(Math.log2(Number(thousands)));
}

const isTrillions = (text: string): boolean => /t(?:n|ril|rillions?)?$/i.test(text);
