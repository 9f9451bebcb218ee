import { barLength, barsOf } from "#chart/bars.ts";
import { compactNumber } from "#core/compact.ts";
import type { Chart } from "#core/reply.ts";
import { clean, columnsOf, type Style } from "./style.ts";

const longestBar = 24;

/** A chart as bars of block characters, one line a value, with its numbers. */
export function drawChart(chart: Chart, style: Style): string {
  const bars = barsOf(chart).map((bar) => ({ ...bar, label: clean(bar.label) }));
  const room = Math.max(0, ...bars.map((bar) => columnsOf(bar.label)));
  const lines = bars.map((bar) => {
    const { label, value, low, high, marked } = bar;
    const block = (value < 0 ? "░" : "█").repeat(barLength(bar, longestBar));
    const range = low !== undefined && high !== undefined ? ` (${compactNumber(low)} to ${compactNumber(high)})` : "";
    const line = `${label.padEnd(room + label.length - columnsOf(label))} ${block} ${compactNumber(value)}${range}`;
    return marked ? style.strong(line) : line;
  });
  return [style.faint(clean(`${chart.title} (${chart.unit})`)), ...lines].join("\n");
}
