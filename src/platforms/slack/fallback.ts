import { splitSentences } from "#core/clip.ts";
import type { Page } from "#core/paginate.ts";
import type { Part, Statement } from "#core/reply.ts";
import { barLines } from "./chart.ts";
import { limits } from "./limits.ts";
import { nameOf, type Table } from "./table.ts";
import { cleanLetters, documentLines, escapeMrkdwn, label, plainStatement, sourceWords } from "./text.ts";

type Numbers = ReadonlyMap<string, number>;

/** Room kept to say that something was left out. */
const notice = 60;

/**
 * The answer without blocks: for notifications, screen readers, and clients that show none. Title, statements with
 * their dates, then sources, within `room` characters; cut at a sentence, and it says so.
 */
export function fallbackText(page: Page, numbers: Numbers, room: number = limits.fallbackText): string {
  const title = label(page.title, limits.headerText);
  const sources = page.sources.map(({ number, source }) => {
    const { title: name, rest } = sourceWords(source);
    return `[${number}] ${name}, ${rest}${source.url ? ` ${source.url}` : ""}`;
  });
  const content = fitting(
    page.parts.flatMap((part) => lines(part, numbers)),
    room - length([title]) - 2 * notice,
    () => "… There is more than fits here.",
  );
  const footer = fitting(
    sources,
    room - length([title, ...content]) - notice,
    (left) => `… and ${left === 1 ? "one source" : `${left} sources`} more.`,
  );
  return [title, ...content, ...footer].map(escapeMrkdwn).join("\n");
}

function lines(part: Part, numbers: Numbers): string[] {
  switch (part.kind) {
    case "heading":
      return [label(part.text, limits.headerText)];
    case "text":
    case "quote":
      return [plainStatement(part, numbers)];
    case "list":
      return part.items.map((item) => `• ${plainStatement(item, numbers)}`);
    case "fields":
      return part.fields.map((field) => `${label(field.label, 200)}: ${plainStatement(field.value, numbers)}`);
    case "table":
      return part.rows.map((row) => rowLine(part, row, numbers));
    case "chart":
      return [label(part.alt || part.title, limits.imageAlt), ...(part.alt ? [] : barLines(part))];
    case "document":
      return documentLines(part);
    case "buttons":
    case "select":
    case "form":
      return [];
  }
}

/** "Founded: OpenAI December 2015; Mistral April 2023" where the first column has no name, else every cell by its column's. */
function rowLine(table: Table, row: readonly Statement[], numbers: Numbers): string {
  const cells = row.map((value, i) => ({ name: nameOf(table, i), says: plainStatement(value, numbers) }));
  const [first, ...others] = cells;
  const join = (some: typeof cells, behind: string) =>
    some.map(({ name, says }) => (name ? `${name}${behind}${says}` : says)).join("; ");
  if (!first || first.name) return join(cells, ": ");
  return [first.says, join(others, " ")].filter(Boolean).join(": ");
}

/** As many lines as fit, the first that does not cut at a sentence, and a word on what is left out. */
function fitting(all: readonly string[], room: number, leftOut: (lines: number) => string): string[] {
  const kept: string[] = [];
  let left = room;
  for (const [i, line] of all.entries()) {
    if (length([line]) <= left) {
      kept.push(line);
      left -= length([line]);
      continue;
    }
    const part = sentencesWithin(line, left);
    return [...kept, ...(part ? [part] : []), leftOut(all.length - i)];
  }
  return kept;
}

function sentencesWithin(line: string, room: number): string {
  let kept = "";
  for (const sentence of splitSentences(cleanLetters(line).slice(0, room))) {
    if (length([kept + sentence]) > room) break;
    kept += sentence;
  }
  return kept.length < line.length && /[.!?…]\s*$/.test(kept) ? kept.trimEnd() : "";
}

/** Length once escaped, a line end included. */
const length = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + escapeMrkdwn(text).length + 1, 0);
