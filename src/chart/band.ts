import type { CustomSeriesRenderItemAPI, CustomSeriesRenderItemParams, CustomSeriesRenderItemReturn } from "echarts";
import type { Chart } from "#core/reply.ts";
import { figure } from "./figure.ts";
import { measureText, shortened } from "./measure.ts";
import { fontFamily, type Palette } from "./theme.ts";

const bar = 14;
const gap = 4;
const words = 22;
const fontSize = 13;

/** Pixels of one category: its name and numbers, its bars, some air. */
export function bandHeight(chart: Chart): number {
  return words + chart.series.length * (bar + gap) + 14;
}

/**
 * One category of a bar or range chart: name on the left and numbers on the right, both above the bars, so that
 * neither long names nor long ranges narrow the drawing on a phone.
 */
export function drawBand(
  chart: Chart,
  palette: Palette,
  params: CustomSeriesRenderItemParams,
  api: CustomSeriesRenderItemAPI,
): CustomSeriesRenderItemReturn {
  const index = params.dataIndex;
  const area = areaOf(params);
  const top = area.y + index * bandHeight(chart);
  const at = (value: number) => api.coord([value, index])[0] ?? area.x;
  const emphasised = chart.highlight === index;
  const weight = emphasised ? ("bold" as const) : ("normal" as const);
  const said = numbersOf(chart, index);
  const right = area.x + area.width;
  const room = area.width - measureText(said, `${fontSize}px`).width - 12;
  const text = (content: string, x: number, align: "left" | "right") => ({
    type: "text" as const,
    style: {
      text: content,
      x,
      y: top + 10,
      fill: palette.text,
      // An outline in the background's colour keeps grid lines out of the letters.
      stroke: palette.background,
      lineWidth: 4,
      align,
      verticalAlign: "middle" as const,
      fontFamily,
      fontSize,
      fontWeight: weight,
    },
  });
  const shapes = chart.series.flatMap((series, place) => {
    const y = top + words + place * (bar + gap);
    const value = series.values[index] ?? 0;
    const several = chart.series.length > 1;
    const plain = chart.highlight === undefined || emphasised ? palette.strong : palette.plain;
    const fill = several ? (palette.series[place % palette.series.length] ?? plain) : plain;
    const [from, to] = [at(0), at(value)];
    const rect = {
      type: "rect" as const,
      shape: { x: Math.min(from, to), y, width: Math.max(1, Math.abs(to - from)), height: bar, r: 3 },
      style: { fill },
    };
    const low = series.low?.[index];
    const high = series.high?.[index];
    return low === undefined || high === undefined
      ? [rect]
      : [rect, ...whisker(at(low), at(high), y + bar / 2, palette)];
  });
  return {
    type: "group",
    children: [
      text(shortened(chart.categories[index] ?? "", room, `${weight} ${fontSize}px`), area.x, "left"),
      text(said, right, "right"),
      ...shapes,
    ],
  };
}

/** Values of a category, with the range where there is one: `$137K ($90.2K to $435K)`. */
function numbersOf(chart: Chart, index: number): string {
  return chart.series
    .map((series) => {
      const low = series.low?.[index];
      const high = series.high?.[index];
      const value = figure(series.values[index] ?? 0, chart.unit);
      return low === undefined || high === undefined
        ? value
        : `${value} (${figure(low, chart.unit)} to ${figure(high, chart.unit)})`;
    })
    .join(" · ");
}

/** From low to high across a bar, with caps, outlined so that it shows on the bar and beside it. */
function whisker(from: number, to: number, y: number, palette: Palette) {
  const stroke = (x1: number, y1: number, x2: number, y2: number) => [
    { type: "line" as const, shape: { x1, y1, x2, y2 }, style: { stroke: palette.background, lineWidth: 4 } },
    { type: "line" as const, shape: { x1, y1, x2, y2 }, style: { stroke: palette.range, lineWidth: 1.5 } },
  ];
  const pieces = [stroke(from, y, to, y), stroke(from, y - 5, from, y + 5), stroke(to, y - 5, to, y + 5)];
  return [...pieces.map(([halo]) => halo), ...pieces.map(([, line]) => line)].flatMap((line) => line ?? []);
}

function areaOf({ coordSys }: CustomSeriesRenderItemParams): { x: number; y: number; width: number } {
  const { x, y, width } = { x: 0, y: 0, width: 0, ...coordSys };
  return { x: Number(x), y: Number(y), width: Number(width) };
}
