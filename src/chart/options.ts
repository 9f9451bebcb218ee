import type { EChartsOption, SeriesOption } from "echarts";
import type { Chart } from "#core/reply.ts";
import { bandHeight, drawBand } from "./band.ts";
import { figure } from "./figure.ts";
import { shortened } from "./measure.ts";
import type { Palette } from "./theme.ts";

export const fontFamily = "DejaVu Sans";

const sizes = { title: 15, label: 13, small: 11.5, line: 220, axis: 34, edge: 16 } as const;

/** Title, unit and legend above the drawing, in pixels. */
function headHeight(chart: Chart): number {
  return 44 + (unitShown(chart) ? 18 : 0) + (chart.series.length > 1 ? 28 : 0);
}

/** Height in pixels that a chart needs to be read at any width. */
export function heightOf(chart: Chart): number {
  const body = chart.type === "line" ? sizes.line : chart.categories.length * bandHeight(chart);
  return headHeight(chart) + body + sizes.axis;
}

/** What ECharts draws for a chart: lying bars with their ranges, or lines over the categories. */
export function optionsFor(chart: Chart, palette: Palette, width: number): EChartsOption {
  const text = { fontFamily, color: palette.text, fontSize: sizes.label };
  const head = headHeight(chart);
  return {
    animation: false,
    backgroundColor: palette.background,
    textStyle: { fontFamily },
    color: [...palette.series],
    title: {
      text: shortened(chart.title, width - 2 * sizes.edge, `bold ${sizes.title}px`),
      ...(unitShown(chart) ? { subtext: chart.unit } : {}),
      left: sizes.edge - 5,
      top: 10,
      itemGap: 5,
      textStyle: { ...text, fontSize: sizes.title, fontWeight: "bold" },
      subtextStyle: { ...text, fontSize: sizes.small, color: palette.faint },
    },
    ...(chart.series.length > 1
      ? {
          legend: {
            left: sizes.edge - 5,
            top: head - 30,
            icon: "roundRect",
            itemWidth: 12,
            itemHeight: 12,
            formatter: (name: string) => chart.series[Number(name)]?.name ?? "",
            textStyle: text,
          },
        }
      : {}),
    grid: {
      left: sizes.edge,
      right: sizes.edge + (chart.type === "line" ? 8 : 4),
      top: head,
      bottom: 12,
      containLabel: true,
    },
    ...(chart.type === "line" ? lines(chart, palette) : bands(chart, palette)),
  };
}

/** ECharts also keeps names as keys: it is given numbers for them, and their words by formatters. */
const key = (_: unknown, index: number): string => String(index);

/** A unit stands under the title unless the figures carry it. */
const unitShown = (chart: Chart) => chart.unit !== "" && figure(1, chart.unit) === "1";

/** The end of a scale that the unit names: 100 for "points of 100" and for "%". */
function scaleEnd(unit: string): number | undefined {
  if (unit === "%") return 100;
  const named = /\bof (\d+)$/.exec(unit)?.[1];
  return named === undefined ? undefined : Number(named);
}

function valueAxis(chart: Chart, palette: Palette) {
  return {
    type: "value" as const,
    splitNumber: 4,
    axisLabel: {
      fontFamily,
      color: palette.faint,
      fontSize: sizes.small,
      hideOverlap: true,
      formatter: (value: number) => figure(value, chart.unit),
    },
    splitLine: { lineStyle: { color: palette.grid } },
  };
}

function bands(chart: Chart, palette: Palette): EChartsOption {
  const reach = chart.series.flatMap((series) => [...series.values, ...(series.low ?? []), ...(series.high ?? [])]);
  const named = scaleEnd(chart.unit);
  const end = named !== undefined && reach.every((value) => value >= 0 && value <= named) ? named : undefined;
  return {
    xAxis: {
      ...valueAxis(chart, palette),
      min: Math.min(0, ...reach),
      max: ({ max }) => end ?? (max === 0 ? 1 : max),
      ...(end === undefined ? {} : { interval: end / 4 }),
      axisLabel: { ...valueAxis(chart, palette).axisLabel, showMaxLabel: false },
    },
    yAxis: {
      type: "category",
      data: chart.categories.map(key),
      inverse: true,
      axisLabel: { show: false },
      axisTick: { show: false },
      axisLine: { show: false },
    },
    series: [
      ...chart.series.map((_, at): SeriesOption => ({ type: "bar", name: key(null, at), data: [] })),
      {
        type: "custom",
        silent: true,
        data: chart.categories.map((_, i) => [
          Math.max(0, ...chart.series.map((series) => series.high?.[i] ?? series.values[i] ?? 0)),
          i,
        ]),
        encode: { x: 0, y: 1 },
        clip: false,
        renderItem: (params, api) => drawBand(chart, palette, params, api),
      },
    ],
  };
}

function lines(chart: Chart, palette: Palette): EChartsOption {
  const label = { fontFamily, fontSize: sizes.small, color: palette.text, hideOverlap: true };
  const ends = chart.series.map((series) => series.values.at(-1) ?? 0);
  return {
    xAxis: {
      type: "category",
      data: chart.categories.map(key),
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { onZero: true, lineStyle: { color: palette.faint } },
      axisLabel: {
        ...label,
        formatter: (name: string) => chart.categories[Number(name)] ?? "",
        alignMinLabel: "left",
        alignMaxLabel: "right",
      },
    },
    yAxis: valueAxis(chart, palette),
    series: chart.series.map(
      (series, at): SeriesOption => ({
        type: "line",
        name: key(series, at),
        data: series.values.map((value, i) => ({
          value,
          label: {
            show: i === series.values.length - 1,
            formatter: figure(value, chart.unit),
            fontFamily,
            fontSize: sizes.label,
            fontWeight: at === 0 ? "bold" : "normal",
            color: palette.text,
            textBorderColor: palette.background,
            textBorderWidth: 4,
            align: "right",
            // The higher line's number stands above it, the lower one's below.
            position: value >= Math.max(...ends) ? "top" : "bottom",
          },
        })),
        symbol: "circle",
        symbolSize: 7,
        lineStyle: { width: at === 0 ? 3 : 2, type: at === 0 ? "solid" : "dashed" },
      }),
    ),
  };
}
