import type { CostLine } from "#calc/cost-line/read.ts";
import type { CostOption } from "#calc/cost-line/words.ts";
import { readQuantity } from "#calc/quantity.ts";
import { clip } from "#core/clip.ts";
import { Refusal } from "#core/refusal.ts";
import { refuse, type Typed, writeLine } from "./asked.ts";

/** Fewer tokens than this many a parameter are no pretraining's: the second of "7B or 13B" is another size. */
const fewestTokens = 5;
const besides = /\b(?:compare[ds]?|vs|versus|against|or)\b|\d\s?[bm]\s?(?:and|&)\s?\d/i;

/** The refusal of a line that gives one option twice, or two sizes to choose from, with a way to ask for each. */
export function refuseTwoValues(
  line: string,
  { conflicts, guessed }: Pick<CostLine, "conflicts" | "guessed">,
  typed: Typed,
): Refusal | undefined {
  const [conflict] = conflicts;
  if (conflict) return oneOf(conflict.option, conflict.values, typed);
  const sized = (option: CostOption) => guessed.find((guess) => guess.option === option)?.text ?? "";
  const sizes = [sized("model"), sized("tokens")] as const;
  const [size = 0, tokens = 0] = sizes.map(readQuantity);
  if (!besides.test(line) || size === 0 || tokens === 0 || tokens >= fewestTokens * size) return undefined;
  const { tokens: _, ...others } = typed;
  return oneOf("model", sizes, others);
}

function oneOf(option: string, values: readonly [string, string], typed: Typed): Refusal {
  const [name, shown] = option === "gpu" ? ["GPU", values.map((value) => value.toUpperCase())] : [option, [...values]];
  const more = option === "gpu" ? " Every answer sets the usual GPUs side by side." : "";
  const refusal = refuse(
    `The line gives two values for ${name}: ${shown.map((value) => clip(value, 40)).join(" and ")}. Take one at a time.${more}`,
    { ...typed, [option]: values[0] },
  );
  const buttons = values.map((value, i) => ({
    label: clip(`${name} ${shown[i]}`, 40),
    line: writeLine({ model: "7B", gpu: "H100", ...typed, [option]: value }),
  }));
  return new Refusal(refusal.says, { ...refusal.details, buttons });
}
