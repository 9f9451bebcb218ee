import { clip } from "#core/clip.ts";

/**
 * Letters as Discord shows them: what would break a line's order or pile marks upon marks is taken out, and so is
 * what JSON cannot carry. Keeps line breaks.
 */
export function letters(raw: string): string {
  return raw
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]|[\u2028\u2029]/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/(\p{M}{8})\p{M}+/gu, "$1");
}

/** Letters on one line, for labels. */
export function oneLine(raw: string): string {
  return letters(raw).replace(/\s+/g, " ").trim();
}

/** One line of at most `max` letters, never empty: Discord refuses empty labels. */
export function labelOf(raw: string, max: number): string {
  return clip(oneLine(raw), max) || "…";
}

/**
 * Plain text as Markdown that shows just its letters: no styles, spoilers, code, links, addresses, emoji, mentions or
 * time stamps. A zero-width space parts `@` from what would make it a mention, because Discord's server looks for
 * mentions without regard to backslashes. Line starts are left to `escapeLineStarts`.
 */
export function escapeInline(raw: string): string {
  return withoutMentions(letters(raw).replace(/[\\*_~`|[\]<]|:(?=\S)|(?<=<)[#/]|(?<=\])\(/g, "\\$&"));
}

/** Escapes what would make a heading, subtext, quote or list of a line; works on finished Markdown, line by line. */
export function escapeLineStarts(markdown: string): string {
  return markdown
    .replace(/^([^\S\n]*)([#>]|[-+](?=[\s#]|$))/gm, "$1\\$2")
    .replace(/^([^\S\n]*\d+)([.)])(?=\s|$)/gm, "$1\\$2");
}

/** Letters inside a code span or block, which knows no escapes: only the backtick could end it. */
export function insideCode(raw: string): string {
  return withoutMentions(letters(raw).replace(/`/g, "\u02cb"));
}

/** Lines inside a code block for somebody to copy: its end, three backticks, is parted, and single ones stay. */
export function insideBlock(raw: string): string {
  return withoutMentions(letters(raw).replace(/``(?=`)/g, "``\u200b"));
}

function withoutMentions(markdown: string): string {
  return markdown.replace(/@(?=everyone|here|[!&]?\d)/gi, "@\u200b");
}
