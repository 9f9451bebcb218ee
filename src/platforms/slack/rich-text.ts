import type { types } from "@slack/bolt";
import { hostOf } from "#core/host.ts";
import type { Inline, Statement, Text } from "#core/reply.ts";
import { limits } from "./limits.ts";
import { cleanLetters, labelWithHost, noteOf } from "./text.ts";

/** A run of letters or a link. */
export type Leaf = types.RichTextText | types.RichTextLink;

/** A text as rich_text elements, one to one: letters stay letters, whatever they spell. Never empty. */
export function leaves(text: Text): Leaf[] {
  const found = text.flatMap(leaf);
  return found.length > 0 ? found : [{ type: "text", text: " " }];
}

function leaf(piece: Inline): Leaf[] {
  const letters = cleanLetters(typeof piece === "string" ? piece : piece.text);
  if (!letters) return [];
  if (typeof piece === "string") return [{ type: "text", text: letters }];
  switch (piece.kind) {
    case "strong":
      return [{ type: "text", text: letters, style: { bold: true } }];
    case "emphasis":
      return [{ type: "text", text: letters, style: { italic: true } }];
    case "code":
      return [{ type: "text", text: letters, style: { code: true } }];
    case "link":
      return linkLeaf(letters, piece.url);
  }
}

/** A link that says where it leads; an address Slack cannot take becomes letters. */
export function linkLeaf(letters: string, url: string): Leaf[] {
  const host = hostOf(url);
  const shown = host ? labelWithHost(letters, host) : letters;
  return host && url.length <= limits.url ? [{ type: "link", url, text: shown }] : [{ type: "text", text: shown }];
}

/** A statement's elements with its date, sources and caveats in italics behind it. */
export function statementLeaves(statement: Statement, numbers: ReadonlyMap<string, number>): Leaf[] {
  const note = noteOf(statement, numbers);
  return note
    ? [...leaves(statement.text), { type: "text", text: `  ${note}`, style: { italic: true } }]
    : leaves(statement.text);
}

/** A paragraph. */
export function section(elements: Leaf[]): types.RichTextSection {
  return { type: "rich_text_section", elements };
}

/** Letters of one width, on the lines they stand on. */
export function preformatted(letters: string): types.RichTextPreformatted {
  return { type: "rich_text_preformatted", elements: [{ type: "text", text: letters || " " }] };
}

/** One line under the other in one paragraph; neighbouring paragraphs stand differently in different clients. */
export function lines(all: readonly Leaf[][]): types.RichTextSection {
  return section(all.flatMap((line, i) => (i > 0 ? [{ type: "text" as const, text: "\n" }, ...line] : line)));
}

/** One rich_text block. */
export function richText(...elements: types.RichTextBlockElement[]): types.RichTextBlock {
  return { type: "rich_text", elements };
}

/** Plain text of its own: labels, headers, small notes. Colons stay colons. */
export function plainText(text: string): types.PlainTextElement {
  return { type: "plain_text", text, emoji: false };
}
