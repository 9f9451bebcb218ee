import { cumulative, netOf } from "#calc/roi/cash-flow.ts";
import type { Chart, Part } from "#core/reply.ts";
import { formatMoney, formatShare } from "../numbers.ts";
import type { Answered } from "./answer.ts";

/** The flow by year in dollars, with running sums as paid and discounted to the start. */
export function yearsOf({ flow, asked }: Answered) {
  const net = netOf(flow);
  const sums = cumulative(net, 0);
  const discounted = cumulative(net, asked.discount);
  return flow.costs.map((cost, year) => ({
    year,
    benefit: flow.benefits[year] ?? 0,
    cost,
    net: net[year] ?? 0,
    cumulative: sums[year] ?? 0,
    discountedCumulative: discounted[year] ?? 0,
  }));
}

const yearName = (year: number): string => (year === 0 ? "Start" : `Year ${year}`);

/** Benefit, cost, net and running sum by year in dollars as paid, a row a year from the start. */
export function yearTable(answered: Answered): Part {
  return {
    kind: "table",
    columns: ["", "Benefit", "Cost", "Net", "Cumulative"],
    rows: yearsOf(answered).map(({ year, benefit, cost, net, cumulative: sum }) =>
      [yearName(year), ...[benefit, cost, net, sum].map(formatMoney)].map((cell) => ({ text: [cell] })),
    ),
  };
}

/** The running sums by year in dollars: as paid, and discounted at the rate asked for. */
export function cashChart(answered: Answered): Chart {
  const years = yearsOf(answered);
  const discount = `At ${formatShare(answered.asked.discount)}`;
  const said = (sumOf: (year: (typeof years)[number]) => number) =>
    years.map((year) => `${yearName(year.year).toLowerCase()} ${formatMoney(sumOf(year))}`).join(", ");
  const [paid, discounted] = [said((year) => year.cumulative), said((year) => year.discountedCumulative)];
  return {
    kind: "chart",
    type: "line",
    title: "Cumulative cash flow",
    unit: "USD",
    alt: `Cumulative cash flow as paid: ${paid}. ${discount}: ${discounted}.`,
    categories: years.map(({ year }) => yearName(year)),
    series: [
      { name: "As paid", values: years.map((year) => year.cumulative) },
      { name: discount, values: years.map((year) => year.discountedCumulative) },
    ],
  };
}
