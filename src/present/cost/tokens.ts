import { openLedger, type Used } from "#calc/assumption.ts";
import { isFineTune, type Method } from "#calc/cost/training.ts";
import { readContext, readCount, readNumber } from "#calc/quantity.ts";
import { clip } from "#core/clip.ts";
import { readAmount } from "./amounts.ts";
import { refuse, type TokensFrom, type Typed } from "./asked.ts";
import type { CostContent } from "./content.ts";
import type { Size } from "./size.ts";

/** Tokens of a training, and where their number comes from. */
type Tokens = {
  readonly count: number;
  readonly from: TokensFrom;
  /** The row that publishes them. */
  readonly row?: Used;
};

/**
 * The tokens asked for, else those that the model named was pretrained on, else a ratio or the usual number.
 * Undefined when they follow from a budget.
 */
export function readTokens(
  typed: Typed,
  size: Size | undefined,
  method: Method,
  hasBudget: boolean,
  content: CostContent,
): Tokens | undefined {
  const params = size?.active;
  const epochs = readAmount("epochs", typed) ?? 1;
  const ledger = openLedger("training", content.rows.training);
  const examples = /^(.+?)\s*(?:examples?|samples?|rows)$/i.exec(typed.tokens ?? "")?.[1] ?? typed.examples;
  if (examples !== undefined) {
    const count = readCount(examples);
    if (count === undefined || count <= 0)
      throw refuse(`“${clip(examples, 40)}” is no number of examples.`, typed, { tokens: "20M" }, ["examples"]);
    const length = readAmount("context", withContext(typed)) ?? 2048;
    return { count: count * length * epochs, from: "examples" };
  }
  const each = /^([\d.,]{1,12})\s*\/\s*param/i.exec(typed.tokens ?? "")?.[1];
  if (each !== undefined && params !== undefined)
    return {
      count:
        (readAmount("tokens", { ...typed, tokens: String(params * (readNumber(each) ?? Number.NaN)) }) ?? 0) * epochs,
      from: "given",
    };
  const given = readAmount("tokens", typed);
  if (given !== undefined) return { count: given * epochs, from: "given" };
  if (hasBudget || params === undefined) return undefined;
  const own = method === "pretrain" && size?.model ? content.published.get(size.model.id) : undefined;
  if (own) return { count: own.tokens * epochs, from: "published", row: own.row };
  return isFineTune(method)
    ? { count: ledger.number("finetune-tokens") * epochs, from: "usual" }
    : { count: ledger.number("chinchilla") * params, from: "chinchilla" };
}

/** `8k` counts in 1,024s; the amount reader wants plain digits. */
export function withContext(typed: Typed): Typed {
  const tokens = typed.context && readContext(typed.context);
  return tokens ? { ...typed, context: String(tokens) } : typed;
}
