import { clip } from "#core/clip.ts";
import type { Inline, Statement, Text } from "#core/reply.ts";
import { formatDate } from "#present/dates.ts";
import { escapeInline, escapeLineStarts, insideCode, oneLine } from "./escape.ts";
import { link } from "./link.ts";

/** Bounds of what stands beside one statement; what is left out is counted. Sources are all named below the page. */
const longestNote = 100;
const mostNotes = 3;
const mostCitations = 60;

const apart = "\u200b";

/** Text as Markdown that may hold line breaks. */
export function renderText(text: Text): string {
  return escapeLineStarts(inlines(text))
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** Text as Markdown on one line. */
export function renderLine(text: Text): string {
  return escapeLineStarts(inlines(text).replace(/\s+/g, " ").trim());
}

function inlines(text: Text): string {
  let markdown = "";
  let marked = false;
  for (const piece of joined(text)) {
    const isMarked = typeof piece !== "string";
    const rendered = isMarked ? renderMarked(piece) : escapeInline(piece);
    // Two styles that touch would read as one run of asterisks or backticks.
    markdown += marked && isMarked && /^\S/.test(rendered) && /\S$/.test(markdown) ? apart + rendered : rendered;
    if (rendered) marked = isMarked;
  }
  return markdown;
}

/** Plain pieces that touch become one, so that no mention or address can be put together from halves. */
function joined(text: Text): Inline[] {
  const pieces: Inline[] = [];
  for (const piece of text) {
    const last = pieces.at(-1);
    if (typeof piece === "string" && typeof last === "string") pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return pieces;
}

function renderMarked(piece: Exclude<Inline, string>): string {
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(piece.text) ?? [];
  if (oneLine(inner) === "") return piece.kind === "link" ? link(piece.url, piece.url) : before && " ";
  switch (piece.kind) {
    case "strong":
      return `${before}**${escapeInline(oneLine(inner))}**${after}`;
    case "emphasis":
      return `${before}*${escapeInline(oneLine(inner))}*${after}`;
    case "code":
      return `${before}\`${oneLine(insideCode(inner))}\`${after}`;
    case "link":
      return `${before}${link(oneLine(inner), piece.url)}${after}`;
  }
}

/** Numbers of the sources a reply shows, by id. */
export type Numbers = ReadonlyMap<string, number>;

/** Date and caveats, then source numbers: "as of Aug 2023, second-hand" and "[2][4–6]". */
export function provenance(statement: Statement, numbers: Numbers): { says: string; cites: string } {
  const { asOf, notes = [] } = statement;
  const shown = notes.slice(0, mostNotes).map((note) => escapeInline(clip(oneLine(note), longestNote)));
  const left = notes.length - mostNotes;
  const others = left > 0 ? `${left} more ${left === 1 ? "note" : "notes"}` : "";
  const says = [asOf ? `as of ${formatDate(asOf)}` : "", ...shown, others].filter(Boolean).join(", ");
  return { says, cites: citations(statement, numbers) };
}

function citations(statement: Statement, numbers: Numbers): string {
  const cited = [...new Set((statement.cites ?? []).flatMap((id) => numbers.get(id) ?? []))].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of cited) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs.slice(0, mostCitations).map(([from, to]) => (from === to ? `[${from}]` : `[${from}–${to}]`));
  return shown.join("") + (runs.length > mostCitations ? ` and ${runs.length - mostCitations} more below` : "");
}

/** A statement as a paragraph with its provenance small below. */
export function renderParagraph(statement: Statement, numbers: Numbers): string {
  const { says, cites } = provenance(statement, numbers);
  const below = [says, cites].filter(Boolean).join(" ");
  return [renderText(statement.text), below && `-# ${below}`].filter(Boolean).join("\n");
}

/** A statement on one line with its provenance behind it. */
export function renderInline(statement: Statement, numbers: Numbers): string {
  const { says, cites } = provenance(statement, numbers);
  return [renderLine(statement.text), says && `*${says}*`, cites].filter(Boolean).join(" ");
}
