import { plainPowers, readQuantity } from "../quantity.ts";
import { type Said, scan } from "../scan.ts";
import { rulesFor } from "./rules.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { CostOption } from "./words.ts";

/** What a line of free words says about a training run. */
export type CostLine = {
  /** Options as text, by name. */
  readonly options: Readonly<Record<string, string>>;
  /** Words that mean nothing here, as typed. */
  readonly unknown: readonly string[];
  /** Options that the line gives two different values. */
  readonly conflicts: readonly { readonly option: string; readonly values: readonly [string, string] }[];
  /** Numbers whose role was guessed from the others: "300B" as "tokens". */
  readonly guessed: readonly { readonly text: string; readonly option: string }[];
};

/**
 * Reads `70b params, 15t tokens on 1024 h100s` in any order. `given` holds what was given by name and so is settled.
 * Never throws; takes time linear in the line's length.
 */
export function readCostLine(
  line: string,
  vocabulary: Vocabulary,
  given: Readonly<Record<string, string>> = {},
): CostLine {
  const options: Record<string, string> = {};
  const unknown: string[] = [];
  const conflicts: CostLine["conflicts"][number][] = [];
  const bare: string[] = [];
  let timeUnit = "";
  const set = (option: string, value: string) => {
    const before = options[option] ?? given[option];
    if (before !== undefined && before.toLowerCase() !== value.toLowerCase())
      conflicts.push({ option, values: [before, value] });
    else options[option] = value;
  };
  const hear = (said: Said<CostOption>) => {
    if (said.kind === "options") for (const [option, value] of Object.entries(said.options)) set(option, value);
    else if (said.kind === "bare") bare.push(said.text);
    else if (said.kind === "time-unit") timeUnit ||= said.text;
    else if (said.kind === "unknown") unknown.push(said.text);
  };
  scan(plainPowers(line), rulesFor(vocabulary), hear);
  const deadline = options.deadline ?? given.deadline;
  if (timeUnit && deadline && /^\d+$/.test(deadline)) options.deadline = `${deadline} ${timeUnit}`;
  const roles = rolesOf(bare, { ...given, ...options });
  for (const { text, option } of roles.guessed) options[option] = text;
  return { options, unknown: [...unknown, ...roles.left], conflicts, guessed: roles.guessed };
}

/**
 * Which bare number is which. One number is the model's size, or the tokens when a model is named or it ends in T.
 * Of two, the larger is tokens when pretraining, in either order; fine-tunes and continued runs read size first.
 */
function rolesOf(bare: readonly string[], known: Readonly<Record<string, string>>) {
  const guessed: { text: string; option: string }[] = [];
  const left: string[] = [];
  const open = (option: string) => known[option] === undefined && !guessed.some((other) => other.option === option);
  const sizes: string[] = [];
  for (const text of bare) {
    const value = Math.abs(readQuantity(text) ?? 0);
    const isCount = /^\+?\d{1,6}$/.test(text);
    const isContext = /^\d{1,4}\s?k$/i.test(text);
    if (isContext && open("context")) guessed.push({ text, option: "context" });
    else if (isCount && value > 0 && (known.gpu ?? known.model) !== undefined && open("gpus"))
      guessed.push({ text, option: "gpus" });
    else sizes.push(text);
  }
  const needsModel = open("model") && known.budget === undefined;
  if (sizes.length >= 2 && open("model") && open("tokens")) {
    const [first = "", second = ""] = sizes;
    const ordered = ["continued", "sft", "lora", "qlora"].includes(known.method ?? "");
    const swap = !ordered && Math.abs(readQuantity(first) ?? 0) > Math.abs(readQuantity(second) ?? 0);
    guessed.push({ text: swap ? second : first, option: "model" }, { text: swap ? first : second, option: "tokens" });
    left.push(...sizes.slice(2));
    return { guessed, left };
  }
  for (const text of sizes) {
    const trillions = /t(?:n|ril|rillions?)?$/i.test(text);
    if (open("tokens") && (!open("model") || (trillions && !needsModel) || (trillions && sizes.length === 1)))
      guessed.push({ text, option: "tokens" });
    else if (open("model")) guessed.push({ text, option: "model" });
    else left.push(text);
  }
  return { guessed, left };
}
