import { clip } from "#core/clip.ts";
import { formText } from "#core/form-text.ts";
import { isLineKey, lineKey } from "#core/line-key.ts";
import { onceEach, onceEachFrozen } from "#core/once-each.ts";
import { type Page, pageOf, shareLine } from "#core/paginate.ts";
import { statementsOf } from "#core/parts.ts";
import { type Chart, type Document, type Part, plain, type Reply } from "#core/reply.ts";
import { createIds, lineRoom, renderAction, renderNavigation, withRows } from "./actions.ts";
import type { Block, DiscordMessage } from "./components.ts";
import { sizeOf } from "./components.ts";
import { oneLine } from "./escape.ts";
import { addressOf } from "./files.ts";
import { limits, messageFlags } from "./limits.ts";
import { renderPart } from "./parts.ts";
import { renderSources } from "./sources.ts";
import { renderLine } from "./text.ts";

const longestTitle = 150;

/** The bar beside an answer, and beside a refusal. */
const accents = { answer: 0x2f7d6d, refusal: 0xc98a1b } as const;

export type RenderOptions = {
  /** The address of a chart's picture (`attachment://chart.png`), where one is sent along; else it is drawn in text. */
  readonly picture?: (chart: Chart) => string | undefined;
  /** The address of a document's file, where one is sent along below its lines. */
  readonly file?: (document: Document) => string | undefined;
};

/** The page a reply asks for, as the Components V2 message that Discord is sent. Pure. */
export function renderDiscord(reply: Reply, options: RenderOptions = {}): DiscordMessage {
  const { rows, page, lettered } = pagedOf(reply);
  return options.picture || options.file ? renderPage(rows, page, options) : lettered(page);
}

/** A reply with its actions in rows, and its page that is shown: found by measuring, so once a reply. */
const pagedOf = onceEachFrozen((reply: Reply) => {
  const rows = withRows(reply);
  const lettered = onceEach((page: Page) => renderPage(rows, page, {}), new Map());
  return { rows, lettered, page: shownPage(rows, lettered) };
});

/** The charts on the page that a reply asks for. */
export function chartsShown(reply: Reply): Chart[] {
  if (!hasChart(reply.parts)) return [];
  return pagedOf(reply).page.parts.filter((part) => part.kind === "chart");
}

const hasChart = (parts: readonly Part[]): boolean => parts.some((part) => part.kind === "chart");

/** The documents of which the page that a reply asks for shows lines; whole, because a file is kept in one piece. */
export function documentsShown(reply: Reply): Document[] {
  const documents = reply.parts.filter((part) => part.kind === "document");
  if (documents.length === 0) return [];
  const shown = pagedOf(reply).page.parts.filter((part) => part.kind === "document");
  return documents.filter(({ name }) => shown.some((part) => part.name === name));
}

/** The lines (and forms) of a reply too long for a button, by the keys its buttons carry; keep them before it is sent. */
export function keptLinesOf(reply: Reply): Map<string, string> {
  const { rows, page } = pagedOf(reply);
  const lines = [...rows.parts.flatMap((part) => linesOf(part)), page.previous, page.next, shareLine(rows, page)];
  return new Map(
    lines.flatMap((line) => {
      if (line === undefined) return [];
      const key = lineKey(line.toWellFormed(), lineRoom);
      return isLineKey(key) ? [[key, line.toWellFormed()] as const] : [];
    }),
  );
}

function linesOf(part: Part): string[] {
  switch (part.kind) {
    case "buttons":
      return part.buttons.flatMap((button) => ("line" in button ? [button.line] : []));
    case "select":
      return part.options.map((option) => option.line);
    case "form":
      return [formText(part), part.line];
    default:
      return [];
  }
}

/** Pages are the same with files and without: a page turned to later may have the other. */
function shownPage(reply: Reply, lettered: (page: Page) => DiscordMessage): Page {
  return pageOf(reply, (page) => {
    if (isFarTooLong(page)) return false;
    return fits(lettered(page)) && (!page.parts.some(goesAlong) || fits(renderPage(reply, page, withFiles)));
  });
}

const goesAlong = ({ kind }: Part): boolean => kind === "chart" || kind === "document";

const withFiles: RenderOptions = { picture: () => addressOf("chart.png"), file: ({ name }) => addressOf(name) };

function fits(message: DiscordMessage): boolean {
  const size = sizeOf(message);
  return size.components <= limits.components && size.text <= limits.text - limits.mention;
}

/** Spares rendering what holds several pages of letters: pages are found by trying. */
function isFarTooLong({ parts }: Page): boolean {
  let letters = 0;
  for (const part of parts) {
    if (part.kind === "document") letters += part.text.length;
    for (const statement of statementsOf(part)) letters += plain(statement.text).length;
  }
  return letters > 2 * limits.text;
}

const none = (): undefined => undefined;

function renderPage(reply: Reply, page: Page, { picture = none, file = none }: RenderOptions): DiscordMessage {
  const ids = createIds();
  const context = {
    numbers: new Map(reply.sources.map((source, i) => [source.id, i + 1])),
    picture,
    file,
  };
  const read = page.parts.flatMap((part) => renderPart(part, context));
  const acted = page.parts.flatMap((part) => renderAction(part, ids));
  const footer = [renderSources(page), page.pages > 1 ? `-# Page ${page.page} of ${page.pages}` : ""];
  return {
    flags: messageFlags.componentsV2,
    components: [
      {
        type: 17,
        accent_color: reply.ok ? accents.answer : accents.refusal,
        components: [
          ...flow([`## ${renderLine([clip(oneLine(page.title), longestTitle)]) || "Casebook"}`, ...read]),
          ...ruled(footer.filter(Boolean).join("\n")),
          ...acted,
          ...renderNavigation(reply, page, ids),
        ],
      },
    ],
    allowed_mentions: { parse: [] },
  };
}

/** Markdown that follows Markdown becomes one text: a heading keeps close to what it heads. */
function flow(pieces: readonly (string | Block)[]): Block[] {
  const blocks: Block[] = [];
  for (const piece of pieces) {
    if (piece === "") continue;
    const last = blocks.at(-1);
    if (typeof piece !== "string") blocks.push(piece);
    else if (last?.type !== 10) blocks.push({ type: 10, content: piece });
    else blocks[blocks.length - 1] = { type: 10, content: `${last.content}${gap(last.content)}${piece}` };
  }
  return blocks;
}

function gap(above: string): string {
  return /^#{1,3} /.test(above.slice(above.lastIndexOf("\n") + 1)) ? "\n" : "\n\n";
}

function ruled(footer: string): Block[] {
  return footer
    ? [
        { type: 14, divider: true, spacing: 1 },
        { type: 10, content: footer },
      ]
    : [];
}
