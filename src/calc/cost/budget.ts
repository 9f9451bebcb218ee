import { openLedger } from "../assumption.ts";
import { type CostRequest, type CostRows, estimateCost } from "./estimate.ts";

/** What a budget leaves open: the tokens, the model's size, or both (then at Chinchilla's ratio). */
export type Open = "tokens" | "size" | "both";

/**
 * The request whose typical cost is the budget, with the open sizes filled in; dense where the size is open.
 * Cost rises with both, so it is found by halving on a logarithmic scale, to a hundredth of a per cent.
 * Undefined when the budget buys nothing sensible, or no price is known.
 */
export function withinBudget(
  request: CostRequest,
  budget: number,
  open: Open,
  rows: CostRows,
): CostRequest | undefined {
  const ratio = openLedger("training", rows.training).number("chinchilla");
  const sized = (amount: number): CostRequest => {
    if (open === "tokens") return { ...request, training: { ...request.training, tokens: amount } };
    const tokens = open === "both" ? ratio * amount : request.training.tokens;
    return { ...request, training: { ...request.training, paramsTotal: amount, paramsActive: amount, tokens } };
  };
  const fits = (amount: number) => {
    const cost = estimateCost(sized(amount), rows)?.cost?.typical;
    return cost !== undefined && cost <= budget;
  };
  let low = open === "tokens" ? 1e4 : 1e6;
  let high = open === "tokens" ? 1e17 : 1e14;
  if (!fits(low)) return undefined;
  while (high / low > 1.0001) {
    const middle = Math.sqrt(low * high);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return sized(low);
}
