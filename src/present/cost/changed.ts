import { readCostLine } from "#calc/cost-line/read.ts";
import { type CostOption, costOptions, optionNamed } from "#calc/cost-line/words.ts";
import { readQuantity, writeQuantity } from "#calc/quantity.ts";
import { timesSaid, wordsOfChange } from "../changed.ts";
import { without } from "../without.ts";
import { answerCost } from "./answer.ts";
import { type Typed, writeLine } from "./asked.ts";
import type { CostContent } from "./content.ts";
import { cardIn, isOnlyNamed } from "./named-in-change.ts";
import { readLine } from "./offer.ts";
import { resolveCost } from "./resolve.ts";

/** Options that hold for what was said before, and not for what is said instead. */
const endedBy: Readonly<Partial<Record<CostOption, readonly CostOption[]>>> = {
  tokens: ["epochs"],
  gpu: ["peak", "rate", "capex"],
  gpus: ["deadline"],
  deadline: ["gpus"],
  method: ["gpus", "deadline", "budget"],
  price: ["rate", "owned"],
  provider: ["rate", "owned"],
  rate: ["price", "provider", "owned"],
  owned: ["price", "provider", "rate"],
};

/**
 * The cost line with the one thing changed that a few words say: "on A100s?", "and 13B?", "double the tokens". Undefined
 * for words that say anything else.
 */
export function costChanged(line: string, question: string, content: CostContent): string | undefined {
  const words = wordsOfChange(question);
  if (words === undefined) return undefined;
  const typed = readLine(line, content);
  const change = multiplied(words, typed, content) ?? said(words, question, typed, content);
  if (!change) return undefined;
  const ended = costOptions.filter((option) => change[option] !== undefined).flatMap((option) => endedBy[option] ?? []);
  return writeLine({ ...without(typed, ...ended), ...change });
}

function said(words: string, question: string, typed: Typed, { vocabulary }: CostContent): Typed | undefined {
  const { options, unknown, conflicts, guessed } = readCostLine(words, vocabulary);
  const card = options.gpu === undefined ? cardIn(words) : undefined;
  // The calculator says which cards it knows.
  if (card) return { ...options, gpu: card };
  if (unknown.length > 0 || conflicts.length > 0 || Object.keys(options).length === 0) return undefined;
  const [alone, ...more] = guessed;
  if (isOnlyNamed(options, question) || guessed.some(({ text, option }) => option === "model" && isFew(text)))
    return undefined;
  const { examples, ...others } = options;
  if (examples) return { ...others, tokens: `${examples} examples` };
  // "And 50M?" of a model of billions that sees millions of tokens.
  return alone?.option === "model" && more.length === 0 && isScaledAs(alone.text, typed.tokens, typed.model)
    ? { ...without<string>(options, "model"), tokens: alone.text }
    : options;
}

/** A number that is no model's size: "512", "2024". */
const isFew = (text: string): boolean => (readQuantity(text) ?? 1e6) < 1e6;

const scaleOf = (text: string | undefined): string | undefined => /\d\s?([kmbt])/i.exec(text ?? "")?.[1]?.toLowerCase();

const isScaledAs = (text: string, one: string | undefined, other: string | undefined): boolean =>
  scaleOf(text) === scaleOf(one) && scaleOf(text) !== scaleOf(other);

const meant: Readonly<Record<string, CostOption>> = { gpu: "gpus", cards: "gpus", data: "tokens" };

function multiplied(words: string, typed: Typed, content: CostContent): Typed | undefined {
  const times = timesSaid(words);
  const option = times && (meant[times.of] ?? optionNamed(times.of));
  if (!times || !option) return undefined;
  const { request, estimate } = answerCost(resolveCost(typed, content), content);
  const known: Readonly<Partial<Record<CostOption, number>>> = {
    model: request.training.paramsTotal,
    tokens: request.training.tokens,
    gpus: estimate.gpus,
  };
  const before = known[option] ?? readQuantity(typed[option] ?? "");
  if (before === undefined) return undefined;
  const after = before * times.factor;
  const value = option === "gpus" ? String(Math.max(1, Math.round(after))) : quantityOf(after);
  // Without a size the tokens that it sees would change it.
  return { ...(typed.model ? {} : { model: quantityOf(request.training.paramsTotal) }), [option]: value };
}

const quantityOf = (value: number): string => writeQuantity(Number(value.toPrecision(4)));
