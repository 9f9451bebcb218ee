import { stripVTControlCharacters } from "node:util";

/** How text is marked up: with colours for people, without when piped. */
export type Style = {
  readonly width: number;
  strong(text: string): string;
  emphasis(text: string): string;
  code(text: string): string;
  faint(text: string): string;
};

const ansi = (open: number, close: number) => (text: string) => `\u001b[${open}m${text}\u001b[${close}m`;
const same = (text: string) => text;

/** Style for an output: colours on a terminal unless NO_COLOR is set; lines are not wrapped when piped. */
export function styleFor(
  output: { isTTY?: boolean; columns?: number },
  environment: Readonly<Record<string, string | undefined>>,
): Style {
  const width = output.isTTY ? Math.max(40, Math.min(output.columns || 80, 110)) : Number.POSITIVE_INFINITY;
  const colour = environment.FORCE_COLOR
    ? environment.FORCE_COLOR !== "0"
    : Boolean(output.isTTY) && !environment.NO_COLOR && environment.TERM !== "dumb";
  return colour
    ? { width, strong: ansi(1, 22), emphasis: ansi(3, 23), code: ansi(36, 39), faint: ansi(2, 22) }
    : { width, strong: same, emphasis: same, code: (text) => `\`${text}\``, faint: same };
}

const wide =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uFF01-\uFF60]/u;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Columns a text takes on a terminal. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of graphemes.segment(stripVTControlCharacters(text))) columns += wide.test(segment) ? 2 : 1;
  return columns;
}

/** Breaks a line between words so that it fits `width` columns; `first` and `rest` stand before the lines. */
export function wrap(line: string, width: number, first = "", rest = first): string {
  if (width === Number.POSITIVE_INFINITY) return first + line;
  const lines: string[] = [];
  let current = first;
  let empty = true;
  for (const word of line.split(" ")) {
    if (!empty && columnsOf(current) + 1 + columnsOf(word) > width) {
      lines.push(current);
      current = rest;
      empty = true;
    }
    current += (empty ? "" : " ") + word;
    empty = false;
  }
  return [...lines, current].join("\n");
}

/** Drops what could steer a terminal: escape sequences, control and formatting characters. New lines stay. */
export function clean(value: string): string {
  return value.toWellFormed().replace(/[^\P{Cc}\n]|\p{Cf}/gu, "");
}
