import { expect, test } from "vitest";
import { chartKey, createPainter } from "#chart/painter.ts";
import { createRecent } from "#core/recent.ts";
import type { Chart } from "#core/reply.ts";

const chart: Chart = {
  kind: "chart",
  type: "bar",
  title: "Readiness",
  unit: "points of 100",
  alt: "Data 40, people 70.",
  categories: ["Data", "People"],
  series: [{ name: "Score", values: [40, 70] }],
  highlight: 0,
};
const phone = { theme: "light", width: 360 } as const;
/** The eight bytes that every PNG begins with. */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test("a picture is drawn once for the same chart, whatever its words for screen readers", async () => {
  const paint = createPainter();
  const png = await paint(chart, phone);
  expect([...png.subarray(0, 8)]).toEqual(signature);
  expect(await paint({ ...structuredClone(chart), alt: "in other words" }, phone)).toBe(png);
  expect(await paint(chart, { ...phone, theme: "dark" })).not.toEqual(png);
  expect(await paint({ ...chart, highlight: 1 }, phone)).not.toEqual(png);
});

test("pictures are drawn by another thread, so that everything else goes on", async () => {
  const paint = createPainter();
  const [here, all] = [process.threadCpuUsage(), process.cpuUsage()];
  await Promise.all(Array.from({ length: 12 }, (_, i) => paint({ ...chart, title: `Readiness ${i}` }, phone)));
  // Processor time; drawn here, they would take nearly all of it on this thread.
  expect(process.threadCpuUsage(here).user).toBeLessThan(process.cpuUsage(all).user / 2);
});

test("what cannot be drawn rejects and is tried anew, and the next chart is drawn", async () => {
  const paint = createPainter();
  const broken: Chart = { ...chart, series: [] };
  Object.assign(broken, { categories: null });
  await expect(paint(broken, phone)).rejects.toThrow();
  await expect(paint(broken, phone)).rejects.toThrow();
  expect((await paint(chart, phone)).length).toBeGreaterThan(5000);
});

test("an idle thread is ended, and starts again when it is needed", async () => {
  const paint = createPainter({ idle: 1, remembered: 1 });
  const first = await paint(chart, phone);
  await new Promise((resolve) => setTimeout(resolve, 50));
  await paint({ ...chart, title: "Another" }, phone);
  const again = await paint(chart, phone);
  expect(again).not.toBe(first);
  expect(again).toEqual(first);
});

test("charts that look the same have one name", () => {
  expect(chartKey({ ...chart, alt: "" })).toBe(chartKey(chart));
  expect(chartKey({ ...chart, unit: "%" })).not.toBe(chartKey(chart));
});

test("what was not used for longest is forgotten first", () => {
  const recent = createRecent<number>(2);
  recent.set("a", 1);
  recent.set("b", 2);
  expect(recent.get("a")).toBe(1);
  recent.set("c", 3);
  expect([recent.get("a"), recent.get("b"), recent.get("c")]).toEqual([1, undefined, 3]);
  recent.delete("a");
  expect(recent.get("a")).toBeUndefined();
});
