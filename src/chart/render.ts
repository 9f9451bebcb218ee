import { createRequire } from "node:module";
import type { Chart } from "#core/reply.ts";
import { measureText } from "./measure.ts";
import { heightOf, optionsFor } from "./options.ts";
import { fontFamily, palettes, type Theme } from "./theme.ts";

export type Look = {
  readonly theme: Theme;
  /** Width in pixels before the picture is doubled for sharp screens; 360 is a phone. */
  readonly width: number;
};

/** Pixels of the picture for one of the drawing. */
const density = 2;

const require = createRequire(import.meta.url);

/** ECharts in its one-file form, which loads in a tenth of a second; its six hundred modules take seven times as long. */
const loadEcharts = (): typeof import("echarts") => require("echarts");

/** A chart as SVG. The same chart and look give the same letters. ECharts is loaded with the first chart. */
export async function renderChartSvg(chart: Chart, { theme, width }: Look): Promise<string> {
  const echarts = loadEcharts();
  echarts.setPlatformAPI({ measureText });
  const drawing = echarts.init(null, null, { renderer: "svg", ssr: true, width, height: heightOf(chart, width) });
  try {
    drawing.setOption(optionsFor(drawable(chart), palettes[theme], width));
    return steady(drawing.renderToSVGString());
  } finally {
    drawing.dispose();
  }
}

/** Without the names that hold a running number of the process: classes for hovering, which a picture has no use for. */
function steady(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .replace(/ class="zr[^"]*"/g, "")
    .replace(/\bzr\d+-/g, "zr-");
}

/**
 * A chart that ECharts draws without harm: numbers that are all but nothing are nothing, as no scale can be made for
 * them; and words that every object has as keys (`constructor`) get a space, because ECharts keeps texts as keys of
 * plain objects and would write into `Object.prototype`.
 */
function drawable(chart: Chart): Chart {
  const word = (text: string) => (text in {} ? `${text} ` : text);
  const tidy = (values: readonly number[]) =>
    values.map((value) => (Number.isFinite(value) && Math.abs(value) > 1e-9 ? value : 0));
  const series = chart.series.map(({ low, high, ...rest }) => ({
    ...rest,
    name: word(rest.name),
    values: tidy(rest.values),
    ...(low ? { low: tidy(low) } : {}),
    ...(high ? { high: tidy(high) } : {}),
  }));
  return { ...chart, title: word(chart.title), unit: word(chart.unit), categories: chart.categories.map(word), series };
}

/** A chart as PNG, with the font that is shipped: the machine's own fonts are not looked at. */
export async function renderChartPng(chart: Chart, look: Look): Promise<Uint8Array> {
  const [svg, { Resvg }] = await Promise.all([renderChartSvg(chart, look), import("@resvg/resvg-js")]);
  return new Resvg(svg, {
    fitTo: { mode: "zoom", value: density },
    font: { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: fontFamily },
  })
    .render()
    .asPng();
}

function fontFiles(): string[] {
  return ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) => require.resolve(`dejavu-fonts-ttf/ttf/${file}`));
}
