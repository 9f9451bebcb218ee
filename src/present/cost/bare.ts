import { readCostLine } from "#calc/cost-line/read.ts";
import { readQuantity } from "#calc/quantity.ts";
import { writeLine } from "./asked.ts";
import type { CostContent } from "./content.ts";
import type { CostAsked } from "./question.ts";

/** Letters; what is longer says more than numbers. */
const longest = 100;
const amounts = /\d\s?[bmt]\b/gi;

/**
 * The training that a text says the numbers of and nothing else: "7B 1T H100". Undefined where a word is left over, or
 * the size of the model or of its text is missing.
 */
export function costTyped(text: string, content: () => CostContent): CostAsked | undefined {
  if (text.length > longest || (text.match(amounts)?.length ?? 0) < 2) return undefined;
  const { options, unknown, conflicts } = readCostLine(text.replace(/[?!.\s]+$/, ""), content().vocabulary);
  const { model, tokens } = options;
  if (unknown.length > 0 || conflicts.length > 0 || model === undefined || tokens === undefined) return undefined;
  // A model sees more tokens than it has parameters: "7b tokens 1t" is 7B on 1T.
  const isTurned = (readQuantity(tokens) ?? 0) < (readQuantity(model) ?? 0);
  const typed = isTurned ? { ...options, model: tokens, tokens: model } : options;
  return { words: writeLine(typed).split(" ").slice(1).join(" "), left: [], conflicts: [] };
}
