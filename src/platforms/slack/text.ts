import { clip } from "#core/clip.ts";
import { onceEach } from "#core/once-each.ts";
import { type Document, plain, type Source, type Statement } from "#core/reply.ts";
import { formatDate } from "#present/dates.ts";

/** Longest label taken from content before it is shortened visibly: titles of sources, headings, names of columns. */
export const labels = { source: 300, publisher: 100, heading: 300, column: 100, field: 200, note: 200 } as const;

/** Letters only: no control characters, no unpaired surrogates, nothing that turns the reading direction. New lines stay. */
export function cleanLetters(value: string): string {
  if (!notLetters.test(value)) return value;
  return value
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, "");
}

const notLetters = /[^\P{Cc}\n]|[\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/** One line of letters; never empty, because Slack refuses empty texts. */
export function label(value: string, max: number): string {
  const enough = value.trimStart().slice(0, max * 24);
  return clip(cleanLetters(enough).replace(/\s+/g, " ").trim(), max) || "–";
}

/** Letters as Slack's mrkdwn shows them: no mention, link or entity can come of them. */
export function escapeMrkdwn(value: string): string {
  if (!/[&<>]/.test(value)) return value;
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** True when mrkdwn shows the letters as they are: nothing in them would turn bold, a quote, code or an emoji. */
export function isMrkdwnSafe(value: string): boolean {
  return !/[*_~`]|:[\w+'-]+:|(?:^|\n)\s*>/.test(value);
}

/** A link's label with its true host behind it, unless it begins with that host. */
export function labelWithHost(value: string, host: string): string {
  const bare = value
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/^www\./, "");
  const behind = bare.startsWith(host) ? bare.charAt(host.length) : "x";
  return behind === "" || behind === "/" ? value : `${value} (${host})`;
}

/** "as of Aug 2023 · [2] [3] · second-hand", or nothing. */
export function noteOf({ asOf, cites = [], notes = [] }: Statement, numbers: ReadonlyMap<string, number>): string {
  const cited = cites.flatMap((id) => numbers.get(id) ?? []);
  return [
    asOf ? `as of ${formatDate(asOf)}` : "",
    [...new Set(cited)].map((number) => `[${number}]`).join(" "),
    ...notes.map((note) => (note.trim() ? label(note, labels.note) : "")),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** A statement's letters with its note in brackets. */
export function plainStatement(statement: Statement, numbers: ReadonlyMap<string, number>): string {
  const note = noteOf(statement, numbers);
  return cleanLetters(plain(statement.text)).trim() + (note ? ` (${note})` : "");
}

/** A document's lines, of letters only. */
export function documentLines({ text }: Document): string[] {
  return cleanLetters(text).replace(/\n$/, "").split("\n");
}

/** Title, publisher and day of a source, without its address. */
export const sourceWords = onceEach(({ title, publisher, asOf }: Source): { title: string; rest: string } => {
  const rest = [publisher?.trim() ? label(publisher, labels.publisher) : "", asOf ? formatDate(asOf) : "undated"];
  return { title: label(title, labels.source), rest: rest.filter(Boolean).join(", ") };
});
