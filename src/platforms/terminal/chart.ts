import { compactNumber } from "#core/compact.ts";
import type { Chart } from "#core/reply.ts";
import { clean, columnsOf, type Style } from "./style.ts";

/** A chart as bars of block characters, one line a value, with its numbers. */
export function drawChart(chart: Chart, style: Style): string {
  const several = chart.series.length > 1;
  const rows = chart.series.flatMap((series) =>
    series.values.map((value, i) => ({
      label: clean(several ? `${chart.categories[i] ?? ""} ${series.name}` : (chart.categories[i] ?? "")),
      value,
      low: series.low?.[i],
      high: series.high?.[i],
      marked: chart.highlight === i,
    })),
  );
  const most = Math.max(1e-12, ...rows.map((row) => Math.abs(row.high ?? row.value)));
  const room = Math.max(...rows.map((row) => columnsOf(row.label)));
  const length = 24;
  const lines = rows.map((row) => {
    const filled = Math.max(row.value === 0 ? 0 : 1, Math.round((Math.abs(row.value) / most) * length));
    const range =
      row.low !== undefined && row.high !== undefined
        ? ` (${compactNumber(row.low)} to ${compactNumber(row.high)})`
        : "";
    const line = `${row.label.padEnd(room + row.label.length - columnsOf(row.label))} ${(row.value < 0 ? "░" : "█").repeat(filled)} ${compactNumber(row.value)}${range}`;
    return row.marked ? style.strong(line) : line;
  });
  return [style.faint(clean(`${chart.title} (${chart.unit})`)), ...lines].join("\n");
}
