import type { EChartsOption, SeriesOption } from "echarts";
import type { Chart } from "#core/reply.ts";
import { bandHeight, drawBand } from "./band.ts";
import { figure } from "./figure.ts";
import { headHeight, markWidth, unitShown } from "./head.ts";
import { measureText, shortened } from "./measure.ts";
import { fontFamily, type Palette, sizes } from "./theme.ts";

/** Height in pixels that a chart needs to be read at this width. */
export function heightOf(chart: Chart, width: number): number {
  const body = chart.type === "line" ? sizes.line : chart.categories.length * bandHeight(chart);
  return headHeight(chart, width).all + body + sizes.axis;
}

/** What ECharts draws for a chart: lying bars with their ranges, or lines over the categories. */
export function optionsFor(chart: Chart, palette: Palette, width: number): EChartsOption {
  const text = { fontFamily, color: palette.text, fontSize: sizes.label };
  const head = headHeight(chart, width);
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
            width: width - 2 * sizes.edge + 10,
            top: head.titles - 2,
            ...(chart.type === "line" ? { itemHeight: 8 } : { icon: "roundRect", itemHeight: 12 }),
            itemWidth: markWidth(chart),
            formatter: (name: string) => chart.series[Number(name)]?.name ?? "",
            textStyle: text,
          },
        }
      : {}),
    grid: {
      left: sizes.edge,
      right: sizes.edge + (chart.type === "line" ? endRoom(chart) : 4),
      top: head.all,
      bottom: 12,
      containLabel: true,
    },
    ...(chart.type === "line" ? lines(chart, palette) : bands(chart, palette)),
  };
}

/** ECharts also keeps names as keys: it is given numbers for them, and their words by formatters. */
const key = (_: unknown, index: number): string => String(index);

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
      splitLine: { ...valueAxis(chart, palette).splitLine, showMaxLine: end !== undefined },
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

/** Shapes beside colours, so that lines are told apart without them. */
const strokes = ["solid", "dashed", "dotted"] as const;
const symbols = ["circle", "rect", "triangle", "diamond"] as const;

/** Pixels between the point and the number at a line's end. */
const endGap = 8;

const ends = (chart: Chart) => chart.series.map(({ values }) => figure(values.at(-1) ?? 0, chart.unit));

function endRoom(chart: Chart): number {
  return endGap + Math.max(...ends(chart).map((said) => measureText(said, `bold ${sizes.label}px`).width));
}

function lines(chart: Chart, palette: Palette): EChartsOption {
  const label = { fontFamily, fontSize: sizes.small, color: palette.text, hideOverlap: true };
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
        data: [...series.values],
        endLabel: {
          show: true,
          formatter: ends(chart)[at] ?? "",
          distance: endGap,
          fontFamily,
          fontSize: sizes.label,
          fontWeight: at === 0 ? "bold" : "normal",
          color: palette.text,
        },
        labelLayout: { moveOverlap: "shiftY" },
        symbol: symbols[at % symbols.length] ?? "circle",
        symbolSize: 7,
        lineStyle: { width: at === 0 ? 3 : 2, type: strokes[at % strokes.length] ?? "solid" },
      }),
    ),
  };
}
