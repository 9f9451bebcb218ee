import type { types } from "@slack/bolt";
import { onceEach, onceEachFrozen } from "#core/once-each.ts";
import { type Page, pageOf, shareLine } from "#core/paginate.ts";
import { isAction } from "#core/parts.ts";
import type { Chart, Reply, Statement } from "#core/reply.ts";
import type { PageList, PagePart } from "#core/units.ts";
import { buttonBlocks, createMarks, formBlocks, type Marks, navigation, selectBlocks } from "./actions.ts";
import { type ChartImage, chartBlocks } from "./chart.ts";
import { fallbackText } from "./fallback.ts";
import { fieldBlocks } from "./fields.ts";
import { limits } from "./limits.ts";
import { fitsMessage } from "./measure.ts";
import { leaves, lines, plainText, preformatted, richText, section, statementLeaves } from "./rich-text.ts";
import { sourceBlocks } from "./sources.ts";
import { tableBlock, tableList } from "./table.ts";
import { documentLines, label, labels, noteOf } from "./text.ts";

/** What is sent to Slack, as it is sent: the answer as blocks, and the answer as text. */
export type SlackMessage = { readonly text: string; readonly blocks: types.KnownBlock[] };

export type SlackSettings = {
  /** Offer to share a private reply. Default true; not where nobody else could read it. */
  readonly share?: boolean;
  /** Use Slack's table block. Default true; the Home tab has none. */
  readonly tables?: boolean;
  /** A picture of a chart, once there is one; without it charts are bars of letters. */
  readonly chartImage?: (chart: Chart) => ChartImage | undefined;
};

/** The page a reply asks for, as a Slack message within all of Slack's limits. */
export function renderSlack(reply: Reply, settings: SlackSettings = {}): SlackMessage {
  return draw(reply, settings).message;
}

/** One rendering: the message, its text for when no block can be sent, and the lines to keep. */
export type Drawing = {
  readonly message: SlackMessage;
  readonly textAlone: () => string;
  /** Lines that are too long for the message's buttons and menus, by the key they carry instead. Keep them before sending. */
  readonly kept: ReadonlyMap<string, string>;
  /** The charts on the page. */
  readonly charts: readonly Chart[];
};

/** Draws the page a reply asks for; without pictures once a reply. */
export function draw(reply: Reply, settings: SlackSettings): Drawing {
  const { share = true, tables = true, chartImage } = settings;
  return chartImage ? drawPage(reply, settings) : drawLettered(reply)(share, tables);
}

const drawLettered = onceEachFrozen((reply: Reply) => {
  const drawn = new Map<string, Drawing>();
  return (share: boolean, tables: boolean): Drawing => {
    const manner = `${share} ${tables}`;
    const drawing = drawn.get(manner) ?? drawPage(reply, { share, tables });
    drawn.set(manner, drawing);
    if (Object.isFrozen(reply)) Object.freeze(drawing.message.blocks);
    return drawing;
  };
});

function drawPage(reply: Reply, settings: SlackSettings): Drawing {
  // Measured with charts in letters, which take more room: pages are the same once there are pictures.
  const { chartImage, ...lettered } = settings;
  const measured = onceEach((candidate: Page) => drawBlocks(reply, candidate, lettered), new Map());
  const page = pageOf(reply, (candidate) => fitsMessage(measured(candidate).blocks));
  const { blocks, marks } = chartImage ? drawBlocks(reply, page, settings) : measured(page);
  const numbers = numbersOf(page);
  return {
    message: { text: fallbackText(page, numbers), blocks },
    textAlone: () => fallbackText(page, numbers, limits.textAlone),
    kept: marks.kept,
    charts: page.parts.filter((part) => part.kind === "chart"),
  };
}

function drawBlocks(reply: Reply, page: Page, settings: SlackSettings) {
  const marks = createMarks();
  return { blocks: pageBlocks(reply, page, settings, marks), marks };
}

function numbersOf(page: Page): ReadonlyMap<string, number> {
  return new Map(page.sources.map(({ number, source }) => [source.id, number]));
}

function pageBlocks(reply: Reply, page: Page, settings: SlackSettings, marks: Marks): types.KnownBlock[] {
  const numbers = numbersOf(page);
  const lastContent = page.parts.findLastIndex((part) => !isAction(part));
  const content = page.parts.slice(0, lastContent + 1);
  const actions = page.parts.slice(lastContent + 1);
  const sheet = { numbers, settings, marks, tables: 0 };
  return [
    { type: "header", text: plainText(label(page.title, limits.headerText)) },
    ...content.flatMap((part) => partBlocks(part, sheet)),
    ...sourceBlocks(page.sources),
    ...actions.flatMap((part) => partBlocks(part, sheet)),
    ...navigation(page, settings.share !== false ? shareLine(reply, page) : undefined, marks),
  ];
}

type Sheet = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly settings: SlackSettings;
  readonly marks: Marks;
  tables: number;
};

function partBlocks(part: PagePart, sheet: Sheet): types.KnownBlock[] {
  const { numbers, settings, marks } = sheet;
  switch (part.kind) {
    case "heading":
      return [richText(section(leaves([{ kind: "strong", text: label(part.text, labels.heading) }])))];
    case "text":
      return [richText(section(leaves(part.text))), ...noteBlocks(part, numbers)];
    case "quote":
      return [richText({ type: "rich_text_quote", elements: leaves(part.text) }), ...noteBlocks(part, numbers)];
    case "list":
      return [listBlock(part, numbers)];
    case "fields":
      return fieldBlocks(part.fields, numbers);
    case "table": {
      const block =
        sheet.tables < limits.tablesInMessage && settings.tables !== false ? tableBlock(part, numbers) : undefined;
      if (block) sheet.tables++;
      return [block ?? richText(tableList(part, numbers))];
    }
    case "chart":
      return chartBlocks(part, settings.chartImage?.(part));
    case "document":
      return [richText(preformatted(documentLines(part).join("\n")))];
    case "buttons":
      return buttonBlocks(part.buttons, marks);
    case "select":
      return selectBlocks(part, marks);
    case "form":
      return formBlocks(part, marks);
  }
}

/** Date, sources and caveats of a paragraph, small under it. */
function noteBlocks(statement: Statement, numbers: ReadonlyMap<string, number>): types.ContextBlock[] {
  const note = noteOf(statement, numbers);
  return note ? [{ type: "context", elements: [plainText(label(note, limits.textObject))] }] : [];
}

function listBlock(
  { ordered, items, places = [] }: PageList,
  numbers: ReadonlyMap<string, number>,
): types.RichTextBlock {
  const elements = items.map((item) => statementLeaves(item, numbers));
  if (places.every((place, i) => place === i + 1))
    return richText({
      type: "rich_text_list",
      style: ordered ? "ordered" : "bullet",
      elements: elements.map((item) => section(item)),
    });
  // Slack numbers every list from 1: one that goes on from an earlier page carries its own numbers.
  return richText(lines(elements.map((item, i) => [...leaves([places[i] ? `${places[i]}.  ` : "…  "]), ...item])));
}
