import { expect, test } from "vitest";
import { renderChartSvg } from "#chart/render.ts";
import { palettes } from "#chart/theme.ts";
import type { Chart } from "#core/reply.ts";

const close: Chart = {
  kind: "chart",
  type: "line",
  title: "Lines that end close together",
  unit: "points",
  alt: "",
  categories: ["2021", "2022", "2023"],
  series: [
    { name: "First of them", values: [1, 5, 21] },
    { name: "Second of them", values: [2, 4, 21.2] },
    { name: "Third of them", values: [3, 6, 21.1] },
    { name: "Fourth of them", values: [0, 2, 20.9] },
  ],
};
const phone = { theme: "light", width: 360 } as const;

/** Left and middle of a text in the drawing, in pixels. */
function placeOf(svg: string, words: string): { x: number; y: number } {
  const [tag] = new RegExp(`<text[^>]*>${words.replace(/[.$]/g, "\\$&")}<`).exec(svg) ?? [];
  const number = (pattern: RegExp) => Number(pattern.exec(tag ?? "")?.[1] ?? 0);
  const [, dx = "0", dy = "0"] = /translate\(([\d.-]+)[ ,]([\d.-]+)\)/.exec(tag ?? "") ?? [];
  if (!tag) throw new Error(`no "${words}" in the drawing`);
  return { x: number(/ x="([\d.-]+)"/) + Number(dx), y: number(/ y="([\d.-]+)"/) + Number(dy) };
}

test("numbers at the ends of lines do not cover each other", async () => {
  const svg = await renderChartSvg(close, phone);
  const heights = ["21", "21.2", "21.1", "20.9"].map((words) => placeOf(svg, words).y).sort((a, b) => a - b);
  for (const [i, y] of heights.slice(1).entries()) expect(y - (heights[i] ?? 0)).toBeGreaterThan(10);
});

test("a legend of several rows stands above the drawing, not in it", async () => {
  const svg = await renderChartSvg(close, phone);
  const last = placeOf(svg, "Fourth of them").y;
  expect(last).toBeGreaterThan(placeOf(svg, "First of them").y);
  expect(placeOf(svg, "25").y).toBeGreaterThan(last + 10);
});

test("lines differ in their strokes too, not only in colour", async () => {
  const svg = await renderChartSvg(close, phone);
  const dashes = new Set([...svg.matchAll(/stroke-dasharray="([^"]+)"/g)].map(([, dash]) => dash));
  expect(dashes.size).toBe(2);
});

test("no line of the scale stands beside the end of the drawing", async () => {
  const ranges: Chart = {
    ...close,
    type: "range",
    unit: "USD",
    series: [{ name: "Cost", values: [43, 19, 22], low: [18, 10, 12], high: [121, 67, 59] }],
  };
  const svg = await renderChartSvg(ranges, phone);
  const grid = new RegExp(`<path d="M([\\d.]+) [^"]*"[^>]*stroke="${palettes.light.grid}"`, "g");
  const places = [...svg.matchAll(grid)].map(([, x]) => Number(x));
  expect(places.length).toBeGreaterThan(3);
  for (const [i, x] of places.slice(1).entries()) expect(x - (places[i] ?? 0)).toBeGreaterThan(30);
});

/** What eyes without red, green or blue cones see of linear light (Machado, Oliveira, Fernandes 2009, severity 1). */
const eyes = {
  usual: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  noRed: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  noGreen: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  noBlue: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

test.each(Object.entries(eyes))("series have colours that stay apart for %s eyes", (_, eye) => {
  for (const { series, strong, plain } of Object.values(palettes)) {
    for (const [i, a] of series.entries())
      for (const b of series.slice(i + 1)) expect([a, b, distance(a, b, eye) > 0.12]).toEqual([a, b, true]);
    expect(distance(strong, plain, eye)).toBeGreaterThan(0.08);
  }
});

function distance(a: string, b: string, eye: readonly number[]): number {
  const [p, q] = [lab(a, eye), lab(b, eye)];
  return Math.hypot(...p.map((value, i) => value - (q[i] ?? 0)));
}

/** A colour as such eyes see it, in Oklab, where equal distances look equally far apart. */
function lab(hex: string, eye: readonly number[]): number[] {
  const light = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const seen = times(eye, light).map((value) => Math.min(1, Math.max(0, value)));
  const cones = times(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619, 0.2817188376,
      0.6299787005,
    ],
    seen,
  ).map(Math.cbrt);
  return times(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371, 0.7827717662,
      -0.808675766,
    ],
    cones,
  );
}

function times(matrix: readonly number[], vector: readonly number[]): number[] {
  return [0, 1, 2].map((row) =>
    vector.reduce((sum, value, column) => sum + value * (matrix[row * 3 + column] ?? 0), 0),
  );
}
