import type { types } from "@slack/bolt";
import { barLength, barsOf } from "#chart/bars.ts";
import { codePoints } from "#core/clip.ts";
import { compactNumber } from "#core/compact.ts";
import type { Chart } from "#core/reply.ts";
import { limits } from "./limits.ts";
import { leaves, plainText, preformatted, richText, section } from "./rich-text.ts";
import { label } from "./text.ts";

/** A picture of a chart that Slack can show: a file uploaded before, or an address. */
export type ChartImage = { readonly fileId: string } | { readonly url: string };

const shown = { bars: 40, name: 28, bar: 20, title: 150, unit: 40 } as const;

/** A chart as a picture, or as bars of block characters with its numbers; its words beside it either way. */
export function chartBlocks(chart: Chart, image: ChartImage | undefined): types.KnownBlock[] {
  const title = `${label(chart.title, shown.title)} (${label(chart.unit, shown.unit)})`;
  const alt = label(chart.alt || chart.title, limits.imageAlt);
  if (image) {
    const source = "url" in image ? { image_url: image.url } : { slack_file: { id: image.fileId } };
    return [{ type: "image", alt_text: alt, title: plainText(label(title, limits.imageTitle)), ...source }];
  }
  return [
    richText(section(leaves([{ kind: "strong", text: title }])), preformatted(barLines(chart).join("\n") || "–")),
    { type: "context", elements: [plainText(alt)] },
  ];
}

/** One line a value: name, bar, number; "◂" marks the emphasised category. */
export function barLines(chart: Chart): string[] {
  const bars = barsOf(chart);
  const drawn = bars.slice(0, shown.bars).map((bar) => ({ ...bar, name: label(bar.label, shown.name) }));
  const room = Math.max(0, ...drawn.map((bar) => codePoints(bar.name)));
  const lines = drawn.map((bar) => {
    const { name, value, low, high, marked } = bar;
    const block = (value < 0 ? "░" : "█").repeat(barLength(bar, shown.bar));
    const range = low !== undefined && high !== undefined ? ` (${compactNumber(low)} to ${compactNumber(high)})` : "";
    const pad = " ".repeat(room - codePoints(name));
    return `${name}${pad}  ${block}${block ? " " : ""}${compactNumber(value)}${range}${marked ? " ◂" : ""}`;
  });
  const left = bars.length - drawn.length;
  return left > 0 ? [...lines, `… and ${left} more`] : lines;
}
