import fc from "fast-check";
import { expect, test } from "vitest";
import { figure } from "#chart/figure.ts";
import { measureText, shortened } from "#chart/measure.ts";
import { renderChartPng, renderChartSvg } from "#chart/render.ts";
import { palettes } from "#chart/theme.ts";
import type { Chart } from "#core/reply.ts";

const costs: Chart = {
  kind: "chart",
  type: "range",
  title: "Cost by GPU",
  unit: "USD",
  alt: "",
  categories: ["A100 80GB", "H100"],
  series: [{ name: "Cost", values: [258_000, 137_000], low: [136_000, 90_200], high: [648_000, 435_000] }],
  highlight: 1,
};
const flows: Chart = {
  kind: "chart",
  type: "line",
  title: "Cumulative cash flow",
  unit: "USD",
  alt: "",
  categories: ["Start", "Year 1", "Year 2"],
  series: [
    { name: "Undiscounted", values: [-100_000, -70_000, 20_000] },
    { name: "Discounted", values: [-100_000, -72_727, 1_653] },
  ],
};
const phone = { theme: "light", width: 360 } as const;

/** Width and height from a PNG's header. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

test("a range chart says each name, each value and each range in letters", async () => {
  const svg = await renderChartSvg(costs, phone);
  for (const words of ["Cost by GPU", "A100 80GB", "$258K ($136K to $648K)", "H100", "$137K ($90.2K to $435K)"])
    expect(svg).toContain(words);
});

test("a line chart names its series, its categories and where each line ends", async () => {
  const svg = await renderChartSvg(flows, phone);
  for (const words of ["Undiscounted", "Discounted", "Start", "Year 2", "$20K", "$1.65K", "−$30K"])
    expect(svg).toContain(words);
});

test("a scale that the unit names is drawn to its end, however small the bars", async () => {
  const svg = await renderChartSvg(
    {
      kind: "chart",
      type: "bar",
      title: "Score",
      unit: "points of 100",
      alt: "",
      categories: ["Data"],
      series: [{ name: "Score", values: [20] }],
    },
    phone,
  );
  expect(svg).toContain(">75<");
  expect(svg).toContain("points of 100");
});

test.each(["bar", "range", "line"] as const)(
  "names that are keys of every object are letters like others in a %s chart",
  async (type) => {
    const names = ["__proto__", "constructor", "toString"];
    const series = ["__proto__", "hasOwnProperty"].map((name) => ({ name, values: [1, 2, 3] }));
    const svg = await renderChartSvg(
      { kind: "chart", type, title: "__proto__", unit: "", alt: "", categories: names, series },
      phone,
    );
    for (const name of [...names, "hasOwnProperty"]) expect(svg).toMatch(new RegExp(`>${name} ?<`));
    // Reached from every object when a library takes such a name for a key of its own.
    const inherited: string[] = [];
    for (const name in {}) inherited.push(name);
    expect(inherited).toEqual([]);
    expect(Object.keys(Object)).toEqual([]);
  },
);

test("the same chart gives the same letters", async () => {
  expect(await renderChartSvg(costs, phone)).toBe(await renderChartSvg(costs, phone));
});

test("a picture is twice its width for sharp screens, and letters are drawn without the machine's fonts", async () => {
  const named = await renderChartPng(costs, phone);
  const nameless = await renderChartPng({ ...costs, title: " ", categories: [" ", " "] }, phone);
  expect(sizeOf(named)[0]).toBe(720);
  expect(sizeOf(named)).toEqual(sizeOf(nameless));
  // Letters that were not drawn would leave the two pictures equal.
  expect(Buffer.from(named).equals(Buffer.from(nameless))).toBe(false);
});

test("light and dark differ in background and keep text readable on it", async () => {
  expect(await renderChartSvg(costs, { theme: "dark", width: 360 })).toContain(palettes.dark.background);
  for (const palette of Object.values(palettes)) {
    expect(contrast(palette.text, palette.background)).toBeGreaterThan(7);
    expect(contrast(palette.faint, palette.background)).toBeGreaterThan(4.5);
    for (const colour of [palette.strong, palette.plain, ...palette.series])
      expect(contrast(colour, palette.background)).toBeGreaterThan(3);
  }
});

test("any chart a reply may hold can be drawn", { timeout: 30_000 }, async () => {
  const charts = fc
    .record({
      type: fc.constantFrom("bar" as const, "range" as const, "line" as const),
      title: fc.string({ unit: "grapheme", maxLength: 200 }),
      unit: fc.constantFrom("USD", "%", "", "points of 100", "hours"),
      categories: fc.array(fc.string({ unit: "grapheme", maxLength: 80 }), { minLength: 1, maxLength: 6 }),
      values: fc.array(fc.double({ min: -1e12, max: 1e12, noNaN: true }), { minLength: 6, maxLength: 6 }),
    })
    .map(({ values, ...rest }): Chart => {
      const of = values.slice(0, rest.categories.length);
      return {
        kind: "chart",
        alt: "",
        ...rest,
        series: [
          {
            name: "One",
            values: of,
            ...(rest.type === "range" ? { low: of.map((v) => v - 1), high: of.map((v) => v + 1) } : {}),
          },
        ],
      };
    });
  await fc.assert(
    fc.asyncProperty(charts, async (chart) => {
      const [width = 0, height = 0] = sizeOf(await renderChartPng(chart, phone));
      expect(width).toBe(720);
      expect(height).toBeGreaterThan(100);
    }),
    { numRuns: 15 },
  );
});

test.each([
  [137_000, "USD", "$137K"],
  [-1_234_567, "USD", "−$1.23M"],
  [38.25, "%", "38.3%"],
  [64, "points of 100", "64"],
  [0, "USD", "$0"],
  [4.2e22, "FLOPs", "4.2e+22"],
])("%d %s is written %s", (value, unit, written) => {
  expect(figure(value, unit)).toBe(written);
});

test("a text is shortened until it fits, and left alone when it does", () => {
  const font = "bold 15px";
  fc.assert(
    fc.property(fc.string({ minLength: 2, maxLength: 80 }), fc.integer({ min: 40, max: 400 }), (text, width) => {
      const short = shortened(text, width, font);
      expect(measureText(short, font).width <= width || [...short].length <= 2).toBe(true);
      if (measureText(text, font).width <= width) expect(short).toBe(text);
    }),
  );
});

/** Contrast ratio of WCAG 2.2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
