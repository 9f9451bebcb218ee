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
  const rows = chart.series.flatMap((series) =>
    series.values.map((value, i) => ({
      label: [chart.series.length > 1 ? series.name : "", chart.categories[i] ?? ""].filter(Boolean).join(" "),
      value,
      low: series.low?.[i],
      high: series.high?.[i],
      marked: chart.highlight === i,
    })),
  );
  const most = Math.max(Number.MIN_VALUE, ...rows.flatMap(({ value, high }) => [Math.abs(value), Math.abs(high ?? 0)]));
  const shown = rows.slice(0, mostRows);
  const labels = shown.map(({ label }) => clip(oneLine(insideCode(label)), longestLabel));
  const room = Math.max(0, ...labels.map((label) => label.length));
  const lines = shown.map(({ value, low, high, marked }, i) => {
    const bar = (value < 0 ? "▒" : "█").repeat(Math.round((Math.abs(value) / most) * longestBar)).padEnd(longestBar);
    const range = low === undefined || high === undefined ? "" : ` (${figure(low)}–${figure(high)})`;
    return `${marked ? "▸" : " "}${labels[i]?.padEnd(room)} ${bar} ${figure(value)}${range}`.trimEnd();
  });
  if (rows.length > shown.length) lines.push(`… and ${rows.length - shown.length} more`);
  const unit = oneLine(chart.unit);
  return [
    `**${escapeInline(clip(oneLine(chart.title), 120)) || "Chart"}**${unit ? ` (${escapeInline(clip(unit, 60))})` : ""}`,
    `\`\`\`\n${lines.join("\n")}\n\`\`\``,
    oneLine(chart.alt) && `-# ${escapeInline(clip(oneLine(chart.alt), longestAlt))}`,
  ]
    .filter(Boolean)
    .join("\n");
}
