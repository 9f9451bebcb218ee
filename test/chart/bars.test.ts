import { expect, test } from "vitest";
import { barLength, barsOf } from "#chart/bars.ts";
import type { Chart } from "#core/reply.ts";
import { renderChart } from "#platforms/discord/chart.ts";
import { barLines } from "#platforms/slack/chart.ts";
import { drawChart } from "#platforms/terminal/chart.ts";
import { styleFor } from "#platforms/terminal/style.ts";

const chart = (...series: Chart["series"]): Chart => {
  const parts = { kind: "chart", type: "bar", title: "Cash", unit: "USD", alt: "", highlight: 1 } as const;
  return { ...parts, categories: ["Year 1", "Year 2"], series };
};
const loss = chart({ name: "Net", values: [-150, 10], low: [-200, 5], high: [-10, 20] });

test("a value is a bar with its range, its share of the largest figure, and whether it is the one that stands out", () => {
  expect(barsOf(loss)).toEqual([
    { label: "Year 1", value: -150, low: -200, high: -10, share: 0.75, marked: false },
    { label: "Year 2", value: 10, low: 5, high: 20, share: 0.05, marked: true },
  ]);
});

test("of several series each bar names its own, behind its category", () => {
  const paid = { name: "paid", values: [1, 2] };
  const labels = barsOf(chart(paid, { ...paid, name: "owed" })).map(({ label }) => label);
  expect(labels).toEqual(["Year 1 paid", "Year 2 paid", "Year 1 owed", "Year 2 owed"]);
});

test("only nothing has no bar", () => {
  const [none, least] = barsOf(chart({ name: "Net", values: [0, 1], high: [0, 1e9] }));
  expect(none && barLength(none, 20)).toBe(0);
  expect(least && barLength(least, 20)).toBe(1);
});

test.each([
  ["Slack", barLines(loss).join("\n"), 20],
  ["Discord", renderChart(loss), 10],
  ["a terminal", drawChart(loss, styleFor({ isTTY: false }, {})), 24],
])("no bar on %s is longer than the longest, however small the upper end of its range", (_, drawn, longest) => {
  const bars = drawn.match(/[░▒█]+/g) ?? [];
  expect(bars.map(({ length }) => length)).toEqual([Math.round(0.75 * longest), 1]);
});
