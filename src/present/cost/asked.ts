import type { Assumption, Used } from "#calc/assumption.ts";
import type { CostRequest } from "#calc/cost/estimate.ts";
import { type CostOption, costOptions } from "#calc/cost-line/words.ts";
import { readQuantity } from "#calc/quantity.ts";
import { isYes } from "#core/is-yes.ts";
import { formatWord } from "#core/line.ts";
import { Refusal } from "#core/refusal.ts";
import { runThatLine } from "../offer.ts";
import { without } from "../without.ts";

/** Options of a cost line as text. */
export type Typed = Readonly<Partial<Record<CostOption, string>>>;

/** Where the number of tokens comes from. */
export type TokensFrom = "given" | "examples" | "published" | "chinchilla" | "usual" | "budget";

/** A cost line understood. */
export type Asked = {
  readonly request: CostRequest;
  readonly tokensFrom: TokensFrom;
  /** The row that publishes the tokens, where they are the named model's own. */
  readonly tokensRow: Used | undefined;
  /** The model's name, where one was given. */
  readonly model: Assumption | undefined;
  readonly budget: number | undefined;
  /** Corrections and warnings, as sentences. */
  readonly notes: readonly string[];
  /** The options it was read from. */
  readonly typed: Typed;
};

/** Whether a yes-or-no option is on. "owned" says so of itself. */
export const isOn = (typed: string | undefined): boolean => isYes(typed) || /^\s*owned\s*$/i.test(typed ?? "");

const shortKeys: Partial<Record<CostOption, string>> = { context: "ctx" };
/** Options written as bare words; all others as key=value. */
const bareWords: ReadonlySet<CostOption> = new Set(["model", "tokens", "gpu", "method", "precision", "price"]);

/** The line that says these options, in a fixed order. */
export function writeLine(typed: Typed): string {
  const words = costOptions.flatMap((option) => {
    const value = typed[option];
    if (value === undefined || value === "") return [];
    if (option === "owned" || option === "energy") return isOn(value) ? [option] : [];
    if (option === "gpu") return [value.toUpperCase().replace(/\s+/g, "-")];
    if (bareWords.has(option) && !/\s/.test(value) && !(option === "tokens" && needsName(value, typed.model)))
      return [value];
    return [`${shortKeys[option] ?? option}=${formatWord(value)}`];
  });
  return ["cost", ...words].join(" ");
}

/** Bare tokens are read as such when they carry their scale and are more than the parameters. */
function needsName(tokens: string, model: string | undefined): boolean {
  if (model === undefined || !/\d(?:[bt]|e\+?\d+)$/i.test(tokens)) return true;
  return (readQuantity(tokens) ?? 0) <= (readQuantity(model) ?? 0);
}

/** What was understood, in words: "model 7B, tokens 1T, GPU H100". Undefined for nothing. */
export function describeTyped(typed: Typed): string | undefined {
  const said = costOptions.flatMap((option) => {
    const value = typed[option];
    if (value === undefined) return [];
    return [option === "gpu" ? `GPU ${value.toUpperCase()}` : `${option === "gpus" ? "GPUs" : option} ${value}`];
  });
  return said.length > 0 ? said.join(", ") : undefined;
}

/**
 * Refuses a line: what is wrong, what was understood, and a line that works, made of what was understood.
 * `mended` are options to take instead; `dropped` are options at fault.
 */
export function refuse(
  sentence: string,
  typed: Typed,
  mended: Typed = {},
  dropped: readonly CostOption[] = [],
): Refusal {
  const kept = without(typed, ...dropped);
  const understood = describeTyped(kept);
  const working = writeLine({ model: "7B", gpu: "H100", ...kept, ...mended });
  return new Refusal(sentence, {
    ...runThatLine(working),
    ...(understood ? { understood } : {}),
    data: { error: "cost", message: sentence, understood: kept, example: working },
  });
}
