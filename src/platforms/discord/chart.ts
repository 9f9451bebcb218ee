import { barLength, barsOf } from "#chart/bars.ts";
import { clip } from "#core/clip.ts";
import { compactNumber } from "#core/compact.ts";
import type { Chart } from "#core/reply.ts";
import { escapeInline, insideCode, oneLine } from "./escape.ts";

const longestBar = 10;
const longestLabel = 14;
const mostRows = 20;
const longestAlt = 600;

const figure = (value: number) => compactNumber(value, 4);

/** A chart as bars of block letters, phone-wide, with its numbers in words below. Bounded, so that it fits any page. */
export function renderChart(chart: Chart): string {
  const bars = barsOf(chart);
  const shown = bars.slice(0, mostRows);
  const labels = shown.map(({ label }) => clip(oneLine(insideCode(label)), longestLabel));
  const room = Math.max(0, ...labels.map((label) => label.length));
  const lines = shown.map((bar, i) => {
    const { value, low, high, marked } = bar;
    const block = (value < 0 ? "▒" : "█").repeat(barLength(bar, longestBar)).padEnd(longestBar);
    const range = low === undefined || high === undefined ? "" : ` (${figure(low)}–${figure(high)})`;
    return `${marked ? "▸" : " "}${labels[i]?.padEnd(room)} ${block} ${figure(value)}${range}`.trimEnd();
  });
  if (bars.length > shown.length) lines.push(`… and ${bars.length - shown.length} more`);
  const unit = oneLine(chart.unit);
  return [
    `**${escapeInline(clip(oneLine(chart.title), 120)) || "Chart"}**${unit ? ` (${escapeInline(clip(unit, 60))})` : ""}`,
    `\`\`\`\n${lines.join("\n")}\n\`\`\``,
    oneLine(chart.alt) && `-# ${escapeInline(clip(oneLine(chart.alt), longestAlt))}`,
  ]
    .filter(Boolean)
    .join("\n");
}
