import { notCoveredInProse } from "#calc/cost-line/not-covered.ts";
import { type CostLine, readCostProse } from "#calc/cost-line/read.ts";
import { readQuantity, writeQuantity } from "#calc/quantity.ts";
import { readLowEnds } from "#calc/ranges.ts";
import { saysNumber } from "#calc/spelled.ts";
import { type Typed, writeLine } from "./asked.ts";
import { asksForCost, mayAskForCost } from "./asks-for-cost.ts";
import type { CostContent } from "./content.ts";
import { saysSizeAgain } from "./spoken.ts";

/** What a question says of a training whose cost or duration it asks for. */
export type CostAsked = Pick<CostLine, "conflicts"> & {
  /** The words of a cost line. */
  readonly words: string;
  /** Numbers of the text that the line leaves out. */
  readonly left: readonly string[];
};

/** An accelerator that the casebook may not know; the calculator then says which it knows. */
export const likeCard = /^(?:rtx|gtx|tpu|mi|g?[bh]|[aklpv])-?\d{2,4}[a-z]{0,3}$/i;

/**
 * The training that a question asks the cost or duration of, when the text that it stands in says how large it is.
 * Undefined for a question of what has been, of how it is done, or of anything else. Takes time linear in the text.
 */
export function costAsked(text: string, question: string, content: () => CostContent): CostAsked | undefined {
  if (!mayAskForCost(text, question)) return undefined;
  const known = content();
  const line = readText(text, known);
  if (!asksForCost(text, line, known)) return undefined;
  const { options, unknown, conflicts } = line;
  const card = options.gpu === undefined ? unknown.find((word) => likeCard.test(word)) : undefined;
  const beyond = unknown.find(notCoveredInProse);
  return {
    words: [...wordsOf(options, known), ...(card ? [card.replace(/s$/i, "")] : []), ...(beyond ? [beyond] : [])].join(
      " ",
    ),
    left: unknown.filter((word) => saysNumber(word) && word !== card),
    conflicts: conflicts.map(({ option, values: [taken, other] }) =>
      option === "gpu"
        ? { option: "GPU", values: [cardName(taken, known), cardName(other, known)] }
        : { option, values: [taken, other] },
    ),
  };
}

/** The text as a cost line, without what only repeats the size of the model named: "DeepSeek V3, 671B". */
function readText(sentences: string, content: CostContent): CostLine {
  const line = readLowEnds(sentences, (text) => readCostProse(text, content.vocabulary));
  const repeats = (text: string) => saysSizeAgain(text, line.options, content);
  const { tokens, ...others } = line.options;
  const guessed = line.guessed.filter(({ text }) => !repeats(text));
  return {
    ...line,
    options: guessed.length < line.guessed.length ? others : line.options,
    unknown: line.unknown.map((word) => word.replace(/[?!.:)]{1,5}$/, "")).filter((word) => !repeats(word)),
    guessed,
  };
}

/** Tokens first and by name, so that the other number is the model's size whichever is larger. */
function wordsOf({ model, tokens, gpu, ...others }: Typed, content: CostContent): string[] {
  const inShort = (text: string) => writeQuantity(readQuantity(text) ?? Number.NaN);
  return [
    ...(tokens === undefined ? [] : [readQuantity(tokens) ? `${inShort(tokens)} tokens` : `tokens=${tokens}`]),
    ...(model === undefined ? [] : [readQuantity(model) ? inShort(model) : model]),
    ...(gpu === undefined ? [] : [cardName(gpu, content)]),
    ...writeLine(others).split(" ").slice(1),
  ];
}

/** An accelerator as people say it: `A100` for `a100-80gb`. */
function cardName(id: string, { vocabulary }: CostContent): string {
  const names = vocabulary.gpus.find((gpu) => gpu.id === id)?.names ?? [];
  return (names.find((name) => id.startsWith(name.toLowerCase())) ?? id).toUpperCase();
}
