import type { Chart } from "#core/reply.ts";
import { figure } from "./figure.ts";
import { measureText } from "./measure.ts";
import { sizes } from "./theme.ts";

/** A unit stands under the title unless the figures carry it. */
export const unitShown = (chart: Chart) => chart.unit !== "" && figure(1, chart.unit) === "1";

/** The marks of a legend: a piece of the line, or a square. */
export const markWidth = (chart: Chart) => (chart.type === "line" ? 30 : 12);
const legendRow = 21;

/** Rows the legend takes; none for one series. */
function legendRows(chart: Chart, width: number): number {
  if (chart.series.length < 2) return 0;
  let rows = 1;
  let used = 0;
  for (const { name } of chart.series) {
    const room = markWidth(chart) + 15 + measureText(name, `${sizes.label}px`).width;
    if (used > 0 && used + room > width - 2 * sizes.edge) {
      rows++;
      used = 0;
    }
    used += room;
  }
  return rows;
}

/** Height in pixels of what stands above the drawing: title and unit, then the legend. */
export function headHeight(chart: Chart, width: number): { titles: number; all: number } {
  const titles = 44 + (unitShown(chart) ? 18 : 0);
  const rows = legendRows(chart, width);
  return { titles, all: titles + (rows > 0 ? rows * legendRow + 7 : 0) };
}
