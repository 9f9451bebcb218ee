import { type Assumption, type Ledger, numberIn, numberOf, type Range, wordOf, wordsOf } from "../assumption.ts";
import { quantile } from "../quantile.ts";

export const bases = ["on-demand", "reserved", "spot"] as const;
type Basis = (typeof bases)[number];

export const tiers = ["hyperscaler", "neocloud", "marketplace"] as const;
type Tier = (typeof tiers)[number];

/** How GPUs are rented. */
export type Renting = {
  readonly basis: Basis;
  /** Id of a provider, such as `aws`. */
  readonly provider?: string;
  readonly tier?: Tier;
  /** USD per GPU-hour, when the asker knows it. */
  readonly rate?: number;
};

/** USD per GPU-hour. Low and high are the quartiles of the providers' prices; a single price has no spread. */
export type Rate = {
  readonly range: Range;
  /** Prices behind it, one a provider, lowest first. Empty for a rate that was given. */
  readonly votes: readonly Assumption[];
  /** True when the basis was derived from on-demand prices by a usual ratio. */
  readonly derived: boolean;
};

/**
 * The rate for a GPU: the one given, a provider's own, or the median over providers, one vote each.
 * Spot and reserved prices are a provider's own where it has one, else on-demand times the usual ratio.
 * Undefined when the content has no price.
 */
export function rateFor(gpu: Assumption, renting: Renting, ledger: Ledger): Rate | undefined {
  if (renting.rate !== undefined) return { range: flat(renting.rate), votes: [], derived: false };
  const pricedAs = wordOf(gpu, "ratesOf") ?? gpu.id;
  const rows = ledger.rows.filter((row) => wordOf(row, "gpu") === pricedAs);
  return renting.provider ? ofProvider(rows, renting.provider, renting.basis, ledger) : ofMarket(rows, renting, ledger);
}

function tierOfProvider(provider: string, ledger: Ledger): Tier {
  const kinds = ledger.row("provider-kinds");
  return tiers.find((tier) => wordsOf(kinds, tier).includes(provider)) ?? "neocloud";
}

function ofProvider(rows: readonly Assumption[], provider: string, basis: Basis, ledger: Ledger): Rate | undefined {
  const own = rows
    .filter((row) => wordOf(row, "provider") === provider)
    .sort((a, b) => Number(b.attributes.vote === true) - Number(a.attributes.vote === true));
  const [stated] = own.flatMap((row) => {
    const price = wordOf(row, "basis") === basis ? numberIn(row) : numberOf(row, basis);
    return price === undefined ? [] : [{ row, price }];
  });
  if (stated) return { range: flat(stated.price), votes: [ledger.use(stated.row)], derived: false };
  const onDemand = own.find((row) => wordOf(row, "basis") === "on-demand");
  if (!onDemand || basis === "on-demand") return undefined;
  return { range: scaled(flat(numberIn(onDemand)), basis, ledger), votes: [ledger.use(onDemand)], derived: true };
}

function ofMarket(rows: readonly Assumption[], { basis, tier }: Renting, ledger: Ledger): Rate | undefined {
  const votes = rows
    .filter((row) => row.attributes.vote === true && wordOf(row, "basis") === "on-demand")
    .filter((row) => !tier || tierOfProvider(wordOf(row, "provider") ?? "", ledger) === tier)
    .sort((a, b) => numberIn(a) - numberIn(b));
  if (votes.length === 0) return undefined;
  for (const vote of votes) ledger.use(vote);
  const prices = votes.map(numberIn);
  const range = { low: quantile(prices, 0.25), typical: quantile(prices, 0.5), high: quantile(prices, 0.75) };
  return { range: scaled(range, basis, ledger), votes, derived: basis !== "on-demand" };
}

function scaled(range: Range, basis: Basis, ledger: Ledger): Range {
  if (basis === "on-demand") return range;
  const ratio = ledger.number(basis === "spot" ? "spot-ratio" : "reserved-ratio");
  return { low: range.low * ratio, typical: range.typical * ratio, high: range.high * ratio };
}

const flat = (value: number): Range => ({ low: value, typical: value, high: value });
