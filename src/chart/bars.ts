import type { Chart } from "#core/reply.ts";

/** One value of a chart, as a bar of letters shows it. */
type Bar = {
  /** Its category, and its series where the chart has several. */
  readonly label: string;
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
  /** The value's size in shares of the chart's largest figure, ranges included: 0 to 1. */
  readonly share: number;
  /** Whether it belongs to the emphasised category. */
  readonly marked: boolean;
};

/** A chart's values as bars, series after series. */
export function barsOf(chart: Chart): Bar[] {
  const several = chart.series.length > 1;
  const bars = chart.series.flatMap((series) =>
    series.values.map((value, i) => ({
      label: [chart.categories[i] ?? "", several ? series.name : ""].filter(Boolean).join(" "),
      value,
      low: series.low?.[i],
      high: series.high?.[i],
      marked: chart.highlight === i,
    })),
  );
  const sizes = bars.flatMap(({ value, low = 0, high = 0 }) => [value, low, high].map(Math.abs));
  const most = Math.max(Number.MIN_VALUE, ...sizes);
  return bars.map((bar) => ({ ...bar, share: Math.abs(bar.value) / most }));
}

/** How many letters of the longest bar's a bar has: one at least, unless its value is 0. */
export function barLength({ share }: Bar, longest: number): number {
  return share === 0 ? 0 : Math.max(1, Math.round(share * longest));
}
