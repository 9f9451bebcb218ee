import { clip } from "#core/clip.ts";
import type { Document, Part, Statement } from "#core/reply.ts";
import type { PageList, PagePart } from "#core/units.ts";
import { renderChart } from "./chart.ts";
import type { FileDisplay, MediaGallery } from "./components.ts";
import { renderDocument } from "./document.ts";
import { oneLine } from "./escape.ts";
import { pictureWords } from "./pictures.ts";
import { renderTable } from "./table.ts";
import { type Numbers, renderInline, renderLine, renderParagraph } from "./text.ts";

/** Longest heading and field label shown; they are labels, so longer ones are shortened visibly. */
const longestHeading = 200;

export type PartContext = {
  readonly numbers: Numbers;
  /** The address of a chart's picture, where one is sent along (`attachment://…`). */
  readonly picture: (chart: Extract<Part, { kind: "chart" }>) => string | undefined;
  /** The address of a document's file, where one is sent along. */
  readonly file: (document: Document) => string | undefined;
};

/** A part that people read, as Markdown, a picture or a file. Parts that people act on give nothing here. */
export function renderPart(part: PagePart, context: PartContext): (string | MediaGallery | FileDisplay)[] {
  const { numbers } = context;
  switch (part.kind) {
    case "heading":
      return [`### ${labelOf(part.text)}`];
    case "text":
      return [renderParagraph(part, numbers)];
    case "quote":
      return [quoted(renderParagraph(part, numbers))];
    case "list":
      return [part.items.map((item, i) => `${bullet(part, i)} ${renderInline(item, numbers)}`).join("\n")];
    case "fields":
      return [part.fields.map(({ label, value }) => field(label, value, numbers)).join("\n")];
    case "table":
      return [renderTable(part, numbers)];
    case "chart": {
      const url = context.picture(part);
      return url ? [{ type: 12, items: [{ media: { url }, description: pictureWords(part) }] }] : [renderChart(part)];
    }
    case "document": {
      const url = context.file(part);
      return [renderDocument(part), ...(url ? [{ type: 13 as const, file: { url } }] : [])];
    }
    default:
      return [];
  }
}

/** `> ` before every line but the small one below, which is not the source's. */
function quoted(markdown: string): string {
  return markdown.replace(/^(?!-# )/gm, "> ");
}

/** A list goes on counting on the next page, and the rest of an item that began on an earlier one has no number. */
function bullet({ ordered, places }: PageList, i: number): string {
  if (!ordered) return "-";
  const place = places?.[i] ?? i + 1;
  return place > 0 ? `${place}.` : "…";
}

function field(label: string, value: Statement, numbers: Numbers): string {
  return `**${labelOf(label)}**: ${renderInline(value, numbers)}`;
}

function labelOf(raw: string): string {
  return renderLine([clip(oneLine(raw), longestHeading)]) || "…";
}
