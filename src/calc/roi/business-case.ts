import type { CashFlow } from "./cash-flow.ts";

/** Everything a business case is made of. Money in dollars, shares from 0 to 1. */
export type BusinessCase = {
  readonly people: number;
  /** Hours saved a week by one person who uses it. */
  readonly hours: number;
  /** Loaded cost of an hour. */
  readonly hourly: number;
  /** Weeks worked a year. */
  readonly weeks: number;
  /** Share of people who use it once it has settled. */
  readonly adoption: number;
  /** Months of a straight rise from nothing to that share. */
  readonly ramp: number;
  /** Share of the freed time that is put to use. */
  readonly realised: number;
  /** Spending a year that ends. */
  readonly savings: number;
  /** Added revenue a year, and the share of it that is margin: revenue itself is no benefit. */
  readonly revenue: number;
  readonly margin: number;
  /** Errors avoided a month, and what each costs. */
  readonly errors: number;
  readonly errorCost: number;
  readonly seats: number;
  /** Licence a seat and month. */
  readonly seat: number;
  /** Paid once, at time 0. */
  readonly implementation: number;
  readonly training: number;
  readonly change: number;
  /** Paid every year. */
  readonly running: number;
  readonly years: number;
  readonly discount: number;
  /** Taken off benefits, and put on costs. */
  readonly risk: number;
  readonly costRisk: number;
};

/** One line of benefits or costs over the years, time 0 first. */
export type FlowLine = { readonly item: string; readonly kind: "benefit" | "cost"; readonly usd: readonly number[] };

/**
 * The lines of a business case, risk-adjusted: benefits × (1 − risk), costs × (1 + cost risk).
 * Labour = hours × cost × people × weeks × adoption × share put to use (the last two are what most cases leave out).
 * All benefits follow the adoption ramp.
 */
export function linesOf(input: BusinessCase): FlowLine[] {
  const years = Array.from({ length: Math.max(1, Math.round(input.years)) }, (_, i) => i + 1);
  const settled = years.map((year) => rampShare(year, input.ramp));
  const less = 1 - input.risk;
  const more = 1 + input.costRisk;
  const benefit = (item: string, yearly: number): FlowLine => ({
    item,
    kind: "benefit",
    usd: [0, ...settled.map((share) => yearly * share * less)],
  });
  const once = (item: string, amount: number): FlowLine => ({
    item,
    kind: "cost",
    usd: [amount * more, ...years.map(() => 0)],
  });
  const yearly = (item: string, amount: number): FlowLine => ({
    item,
    kind: "cost",
    usd: [0, ...years.map(() => amount * more)],
  });
  const lines = [
    benefit("Time put to use", labourAYear(input)),
    benefit("Spending ended", input.savings),
    benefit("Margin on added revenue", input.revenue * input.margin),
    benefit("Errors avoided", input.errors * input.errorCost * 12),
    once("Implementation", input.implementation),
    once("Training", input.training),
    once("Change management", input.change),
    yearly("Licences", input.seats * input.seat * 12),
    yearly("Running", input.running),
  ];
  return lines.filter((line) => line.usd.some((usd) => usd !== 0));
}

/** The value of the time put to use in a settled year, before risk. */
export function labourAYear({ hours, hourly, people, weeks, adoption, realised }: BusinessCase): number {
  return hours * hourly * people * weeks * adoption * realised;
}

/** Costs and benefits by year, summed over the lines. */
export function flowOf(lines: readonly FlowLine[], years: number): CashFlow {
  const length = Math.max(1, Math.round(years)) + 1;
  const sum = (kind: FlowLine["kind"]) =>
    Array.from({ length }, (_, year) =>
      lines.filter((line) => line.kind === kind).reduce((so, line) => so + (line.usd[year] ?? 0), 0),
    );
  return { costs: sum("cost"), benefits: sum("benefit") };
}

/** Average of a straight rise over a year, as a share of the settled state: year 1 of a six-month ramp is 0.75. */
export function rampShare(year: number, months: number): number {
  const from = (year - 1) * 12;
  const rising = Math.min(Math.max(months - from, 0), 12);
  if (rising === 0 || months <= 0) return 1;
  const middle = (from + rising / 2) / months;
  return (rising * middle + (12 - rising)) / 12;
}

/**
 * Hours saved a week at which NPV is zero, everything else unchanged: NPV is straight in the hours, so one step from
 * any point is exact. Undefined when hours make no difference; negative when the case pays without them.
 */
export function breakEvenHours(input: BusinessCase, npvOf: (input: BusinessCase) => number): number | undefined {
  const without = npvOf({ ...input, hours: 0 });
  const gain = npvOf({ ...input, hours: 1 }) - without;
  return gain > 0 ? -without / gain : undefined;
}
