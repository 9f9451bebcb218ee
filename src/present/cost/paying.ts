import { wordsOf } from "#calc/assumption.ts";
import type { CostRequest } from "#calc/cost/estimate.ts";
import { bases, type Renting, tiers } from "#calc/cost/rates.ts";
import { clip } from "#core/clip.ts";
import { resolveName } from "#core/nearest.ts";
import { eitherOf } from "../unknown.ts";
import { readAmount } from "./amounts.ts";
import { isOn, refuse, type Typed } from "./asked.ts";
import { readChoice } from "./choice.ts";
import { type CostContent, providerName } from "./content.ts";

/** Renting or owning, as asked. Owned hardware has no rental rate; a rented rate already holds power. */
export function readPaying(typed: Typed, content: CostContent, notes: string[]): CostRequest["paying"] {
  const power = readAmount("power", typed);
  const price = readAmount("capex", typed);
  const life = readAmount("life", typed);
  const owned = isOn(typed.owned);
  if (!owned) {
    if (power !== undefined || price !== undefined || life !== undefined)
      notes.push(
        "A rented rate already contains power, cooling and the network; power, capex and life count only with “owned”.",
      );
    return { kind: "rented", renting: readRenting(typed, content) };
  }
  for (const option of ["rate", "provider", "price"] as const)
    if (typed[option])
      throw refuse(
        `Owned GPUs have no rental ${option}: leave out “${option} ${clip(typed[option], 30)}” or “owned”.`,
        typed,
        {},
        [option],
      );
  return {
    kind: "owned",
    owning: {
      ...(power === undefined ? {} : { power }),
      ...(price === undefined ? {} : { price }),
      ...(life === undefined ? {} : { life }),
    },
  };
}

function readRenting(typed: Typed, content: CostContent): Renting {
  const rate = readAmount("rate", typed);
  const basis =
    readChoice("price", typed, bases, {
      "on-demand": ["on demand", "ondemand", "list"],
      reserved: ["committed", "1yr", "one year"],
      spot: ["preemptible", "interruptible"],
    }) ?? "on-demand";
  const text = typed.provider?.trim();
  if (!text) return { basis, ...(rate === undefined ? {} : { rate }) };
  const tier = tiers.find((known) => known === text.toLowerCase().replace(/s$/, ""));
  if (tier) return { basis, tier, ...(rate === undefined ? {} : { rate }) };
  const found = resolveName(
    text,
    content.vocabulary.providers.map(({ id, names }) => ({ value: id, names: [id, ...names] })),
  );
  if (found.match !== undefined) return { basis, provider: found.match, ...(rate === undefined ? {} : { rate }) };
  const nearest = found.nearest.map((id) => providerName(id, content));
  throw refuse(
    `The casebook has no prices of “${clip(text, 40)}”.${nearest.length > 0 ? ` Did you mean ${eitherOf(nearest)}?` : ` It has ${content.vocabulary.providers.length} providers, such as AWS, CoreWeave and Lambda.`}`,
    typed,
    {},
    ["provider"],
  );
}

/** Providers among the content's rates, for completion. */
export function providerChoices(content: CostContent): { name: string; value: string }[] {
  const kinds = content.rows.rates.find((row) => row.id === "provider-kinds");
  const hyperscalers = kinds ? wordsOf(kinds, "hyperscaler") : [];
  return [
    ...content.vocabulary.providers.map(({ id, names }) => ({ name: names[0] ?? id, value: id })),
    ...(hyperscalers.length > 0 ? [{ name: "Any hyperscaler", value: "hyperscaler" }] : []),
  ];
}
