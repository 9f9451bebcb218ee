import type { Assumption } from "#calc/assumption.ts";
import { bases } from "#calc/cost/rates.ts";
import { methods } from "#calc/cost/training.ts";
import { readCostLine } from "#calc/cost-line/read.ts";
import { costOptions } from "#calc/cost-line/words.ts";
import { isOtherMoney } from "#calc/currency.ts";
import { readQuantity } from "#calc/quantity.ts";
import { clip } from "#core/clip.ts";
import type { Invocation } from "#core/invocation.ts";
import { resolveName } from "#core/nearest.ts";
import { Refusal } from "#core/refusal.ts";
import { inDollars } from "../dollars.ts";
import { oneFigure } from "../one-figure.ts";
import { describeTyped, refuse, type Typed } from "./asked.ts";
import type { CostContent } from "./content.ts";
import { unknownGpu } from "./gpu.ts";
import { refuseNotCovered } from "./not-covered.ts";
import { resolveCost } from "./resolve.ts";
import { looksLikeModel, unknownModel } from "./size.ts";
import { refuseTwoValues } from "./two-values.ts";

/** Free words as options. Refuses words it cannot place, rather than leaving them out of a number people argue about. */
export function readWords(
  { rest, named }: Pick<Invocation, "rest" | "named">,
  content: CostContent,
): Record<string, string> {
  const read = readCostLine(rest, content.vocabulary, named);
  const { options, unknown } = read;
  const typed: Typed = { ...options, ...named };
  const refusal =
    refuseNotCovered(unknown, typed) ??
    (read.range && oneFigure(read.range, { command: "cost", named }, describeTyped(typed))) ??
    refuseTwoValues(rest, read, typed);
  if (refusal) throw refusal;
  const strange = unknown.filter((word) => !saysSizeAgain(word, typed, content));
  const [first] = strange;
  if (first !== undefined) {
    // A number that cannot be is said first: the line offered in place of this one has to work.
    resolveCost({ model: "7B", ...typed }, content);
    throw notUnderstood(first, strange, typed, content);
  }
  const { active, examples, ...others } = options;
  if (examples && typed.tokens)
    throw refuse(
      `The line gives two values for tokens: ${typed.tokens} and ${examples} examples. Take one; the length of an example is ctx=2k.`,
      typed,
      {},
      ["examples"],
    );
  if (active && !options.model)
    throw refuse(
      `${active} active parameters need the number of all: write both as one, such as 671B-A${active.replace(/\s+/g, "")}.`,
      { ...others, ...named },
      { model: `671B-A${active.replace(/\s+/g, "")}` },
    );
  return {
    ...others,
    ...(active ? { model: `${options.model ?? ""}-A${active.replace(/\s+/g, "")}` } : {}),
    ...(examples ? { tokens: `${examples} examples` } : {}),
  };
}

/** "1.1B" beside TinyLlama: a number that only repeats the size of the model named. */
export function saysSizeAgain(word: string, typed: Typed, content: CostContent): boolean {
  const model = content.models.find(({ id }) => id === typed.model);
  const size = readQuantity(word);
  return model !== undefined && size !== undefined && Math.abs(size / (Number(model.value) * 1e9) - 1) < 0.1;
}

/** "$16/h in total", "$20/h for 8 GPUs". */
const ofSeveral = /\d.{0,30}\b(?:h|hrs?|hours?)\s(?:in total|total|altogether|overall|together|for )/i;
/** "$10k per month", "a week". */
const timesPaid = /(?:\/|\b(?:per|an?|each|every))\s?(?:day|week|month|mo|quarter|year|yr)s?$/i;

function notUnderstood(first: string, unknown: readonly string[], typed: Typed, content: CostContent): Refusal {
  if (!typed.model && looksLikeModel(first, content)) {
    const found = resolveName(first, namesOf(content.models));
    return unknownModel(first, found.match ? [found.match] : found.nearest, typed);
  }
  const looksLikeGpu = /^(?:\d{1,4}x?)?(?:nvidia|rtx|tpu|mi|[a-z]{1,3})[\s-]?\d{1,4}[a-z]{0,4}$/i.test(first);
  if (looksLikeGpu && !typed.gpu) {
    const found = resolveName(first, namesOf(content.rows.gpus));
    return unknownGpu(first, typed, content, found.match ?? found.nearest[0]);
  }
  const money = unknown.find(isOtherMoney);
  if (money) return refuse(inDollars(money), typed);
  const together = unknown.find((word) => ofSeveral.test(word));
  if (together)
    return refuse(
      `“${clip(together, 40)}” is for several GPUs; give what one of them costs an hour, such as $2.50/h.`,
      typed,
    );
  if (timesPaid.test(first))
    return refuse(
      `A training is paid once, so “${clip(first, 40)}” has no place here: say what all of it may cost (budget=100k), or when it must end (deadline=30d).`,
      typed,
    );
  if (/^\d{1,4}\s?k$/i.test(first))
    return refuse(`“${first}” of what? Say budget=${first} for dollars, or ctx=${first} for a context.`, typed);
  const meant = meantWord(first, content);
  if (meant)
    return refuse(
      `I could not place “${clip(first, 40)}” in a training cost. Did you mean ${meant.word}?`,
      typed,
      meant.options,
    );
  const shown = unknown.slice(0, 3).map((word) => `“${clip(word, 40)}”`);
  if (describeTyped(typed) === undefined)
    return new Refusal(
      `I could not read ${shown.join(", ")}. Say how large the model is, how many tokens it sees and on which GPU.`,
      { examples: ["cost 7B 1T H100", "cost llama-3.1-8b 2B lora A100"], data: { error: "cost", unknown } },
    );
  return refuse(
    `I could not place ${shown.join(", ")}${unknown.length > 3 ? " and more" : ""} in a training cost.`,
    typed,
  );
}

/** A misspelt option (`mthod=lora`), method or provider, and what it was meant to say. */
function meantWord(word: string, content: CostContent): { word: string; options: Typed } | undefined {
  const [, key = "", value = ""] = /^([a-z][a-z-]{2,24})\s*[=:]\s*(\S.*)$/i.exec(word) ?? [];
  if (key) {
    const found = resolveName(
      key,
      costOptions.map((option) => ({ value: option, names: [option] })),
    );
    return found.match && { word: `${found.match}=${clip(value, 40)}`, options: { [found.match]: value } };
  }
  const said: readonly { readonly value: Typed; readonly names: readonly string[] }[] = [
    ...methods.map((method) => ({ value: { method }, names: [method] })),
    ...bases.map((price) => ({ value: { price }, names: [price] })),
    ...content.vocabulary.providers.map(({ id, names }) => ({ value: { provider: id }, names: [id, ...names] })),
  ];
  const found = resolveName(word, said);
  return found.match && found.how === "typo"
    ? { word: Object.values(found.match).join(""), options: found.match }
    : undefined;
}

const namesOf = (rows: readonly Assumption[]) =>
  rows.map((row) => ({ value: row, names: [row.id, row.name, ...row.aliases] }));
