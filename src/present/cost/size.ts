import { type Assumption, openLedger } from "#calc/assumption.ts";
import { readQuantity } from "#calc/quantity.ts";
import { clip } from "#core/clip.ts";
import { resolveName } from "#core/nearest.ts";
import { formatCount } from "../numbers.ts";
import { eitherOf } from "../unknown.ts";
import { refuse, type Typed } from "./asked.ts";
import type { CostContent } from "./content.ts";

export type Size = { readonly total: number; readonly active: number; readonly model: Assumption | undefined };

/** A model's parameters: `7B`, `671B-A37B`, `8x7B`, or a name the content knows. Undefined when not given. */
export function readSize(typed: Typed, content: CostContent): Size | undefined {
  const text = typed.model?.trim();
  if (!text) return undefined;
  const [all = "", activeInName] = splitActive(text);
  const active = typed.active ?? activeInName;
  const named = resolveName(
    all,
    content.models.map((row) => ({ value: row, names: [row.id, row.name, ...row.aliases] })),
  );
  if (named.match && named.how !== "typo") {
    const activeParams = active ? checked(active, typed) : Number(named.match.attributes.active) * 1e9;
    return { total: Number(named.match.value) * 1e9, active: activeParams, model: named.match };
  }
  const experts = /^(\d{1,3})\s?[x×]\s?(\d{1,4}(?:\.\d{1,3})?)b$/i.exec(all);
  if (experts) {
    const ledger = openLedger("training", content.rows.training);
    const each = Number(experts[2]) * 1e9;
    const total = Number(experts[1]) * each * ledger.number("expert-total");
    return {
      total,
      active: active ? checked(active, typed) : Math.min(total, 2 * each * ledger.number("expert-active")),
      model: undefined,
    };
  }
  const total = readQuantity(all);
  if (total === undefined) throw unknownModel(text, named.match ? [named.match] : named.nearest, typed);
  checked(all, typed);
  const activeParams = active ? checked(active, typed) : total;
  if (activeParams > total)
    throw refuse(
      `The active parameters (${active}) cannot be more than all parameters (${all}).`,
      typed,
      { model: all },
      ["active"],
    );
  return { total, active: activeParams, model: undefined };
}

const splitActive = (text: string) => text.split(/[\s_-]*a(?=\d+(?:\.\d+)?[bm]$)/i);

function checked(text: string, typed: Typed): number {
  const value = readQuantity(text);
  const refusal = (sentence: string) => refuse(sentence, typed, { model: "7B" }, ["model", "active"]);
  if (value === undefined) throw refusal(`“${clip(text, 40)}” is no number of parameters; write it like 7B.`);
  if (value <= 0) throw refusal(`The model has “${clip(text, 40)}” parameters; it must be more than zero, such as 7B.`);
  if (value < 1e5)
    throw refusal(
      `A model of ${formatCount(value)} parameters is too small to plan for; did you mean ${formatCount(value)}B?`,
    );
  if (value > 1e14)
    throw refusal(
      `A model of ${formatCount(value)} parameters is beyond anything built; the largest have a few trillion.`,
    );
  return value;
}

/** Whether a word begins like the name of a model in the casebook: "gpt-4", "llama-9". */
export function looksLikeModel(word: string, content: CostContent): boolean {
  const family = (name: string) => /^[a-z]{2,}/.exec(name.toLowerCase())?.[0];
  return content.models.some((row) => family(row.id) === family(word));
}

/** Refuses a model that the casebook does not know, with the nearest. */
export function unknownModel(text: string, nearest: readonly Assumption[], typed: Typed) {
  const names = nearest.map((row) => row.name);
  const meant = names.length > 0 ? ` Did you mean ${eitherOf(names)}?` : "";
  return refuse(
    `“${clip(text, 60)}” is no model size I can read and no model in the casebook.${meant}`,
    typed,
    { model: nearest[0]?.id ?? "7B" },
    ["model"],
  );
}
