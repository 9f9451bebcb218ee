/** Costs and benefits by year in dollars; the first is time 0, the start of year 1. Both lists are equally long. */
export type CashFlow = { readonly costs: readonly number[]; readonly benefits: readonly number[] };

/** What a cash flow is worth. Months are undefined when the money does not come back within the years counted. */
export type Worth = {
  readonly pvCosts: number;
  readonly pvBenefits: number;
  readonly npv: number;
  /** NPV over the present value of costs; undefined without costs. */
  readonly roi: number | undefined;
  readonly paybackMonths: number | undefined;
  readonly discountedPaybackMonths: number | undefined;
};

/**
 * Worth by Forrester's Total Economic Impact method: time-0 flows undiscounted, later ones at the end of their year,
 * PV = C0 + Σ Ct / (1 + r)^t, NPV = PV benefits − PV costs, ROI = NPV / PV costs.
 * `rate` is a share a year.
 */
export function worthOf(flow: CashFlow, rate: number): Worth {
  const pvCosts = presentValue(flow.costs, rate);
  const pvBenefits = presentValue(flow.benefits, rate);
  const npv = pvBenefits - pvCosts;
  return {
    pvCosts,
    pvBenefits,
    npv,
    roi: pvCosts > 0 ? npv / pvCosts : undefined,
    paybackMonths: payback(cumulative(netOf(flow), 0)),
    discountedPaybackMonths: payback(cumulative(netOf(flow), rate)),
  };
}

/** Present value at time 0 of yearly flows. */
function presentValue(flows: readonly number[], rate: number): number {
  return flows.reduce((sum, amount, year) => sum + amount / (1 + rate) ** year, 0);
}

/** Benefits less costs by year in dollars, undiscounted; the first is time 0. */
export function netOf({ costs, benefits }: CashFlow): number[] {
  return costs.map((cost, year) => (benefits[year] ?? 0) - cost);
}

/** Running sums of yearly flows, each discounted to time 0. */
export function cumulative(flows: readonly number[], rate: number): number[] {
  let sum = 0;
  return flows.map((amount, year) => {
    sum += amount / (1 + rate) ** year;
    return sum;
  });
}

/**
 * Months until a cumulative flow is back at zero for good, straight within the year it comes back in. 0 when nothing
 * was ever owed, undefined when it ends below zero.
 */
export function payback(sums: readonly number[]): number | undefined {
  const last = sums.findLastIndex((sum) => sum < 0);
  if (last < 0) return 0;
  const owed = -(sums[last] ?? 0);
  const after = sums[last + 1];
  return after === undefined ? undefined : 12 * (last + owed / (after + owed));
}

/** Two definitions, because they are far apart and neither is a standard. Dollars a month of waiting. */
export type Waiting = { readonly definition: "window" | "time-value"; readonly usdPerMonth: number };

/**
 * What a month of waiting costs.
 * Window: the horizon's end is fixed, so a month is lost at the last year's net benefit.
 * Time value: everything moves back, so NPV × (1 − 1 / (1 + r)^(1/12)) is lost.
 */
export function costOfWaiting(flow: CashFlow, rate: number): Waiting[] {
  return [
    { definition: "window", usdPerMonth: (netOf(flow).at(-1) ?? 0) / 12 },
    { definition: "time-value", usdPerMonth: waitingLoss(worthOf(flow, rate).npv, rate, 1) },
  ];
}

/** Dollars of present value lost by moving a whole cash flow back by so many months. */
export function waitingLoss(npv: number, rate: number, months: number): number {
  return npv * (1 - 1 / (1 + rate) ** (months / 12));
}
