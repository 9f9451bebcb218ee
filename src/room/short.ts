import { type Part, paragraph, plain, type Reply, type Statement, type Text } from "#core/reply.ts";
import { askedOf } from "./asked.ts";
import { eachLineOf } from "./each-line.ts";
import { mostSources, rowLineOf } from "./row-line.ts";
import { beginningOf, sentencesTelling, soughtBy, withoutQuestion } from "./telling.ts";

/** Longest line, in characters: what is read at a glance. */
const longestLine = 240;
/** As many rows as a line names. */
const mostRows = 5;

/** The statement that answers, as one line of text; undefined for a reply whose answer is no line, such as a table. */
export function lineOf(reply: Reply): Statement | undefined {
  const each = eachLineOf(reply);
  if (each) return each;
  const { across = false, list: rows, question = "" } = askedOf(reply) ?? {};
  for (const [i, part] of reply.parts.entries()) {
    const statement = statementIn(part, { isAcross: across, rows, question });
    if (statement && !leadsOn(part, reply.parts[i + 1])) {
      const before = reply.parts[i - 1];
      const lead = before?.kind === "text" && leadsOn(before, part) ? [...before.text, " "] : [];
      return {
        ...statement,
        text: oneLine([...lead, ...statement.text]),
        ...(statement.cites ? { cites: statement.cites.slice(0, mostSources) } : {}),
      };
    }
    if (part.kind === "table" || part.kind === "chart") return undefined;
  }
  return undefined;
}

/** Whether a text only leads on to the rows behind it: "The nearest figures, for other places:" */
const leadsOn = (part: Part, next: Part | undefined): boolean =>
  part.kind === "text" &&
  plain(part.text).trimEnd().endsWith(":") &&
  (next?.kind === "list" || next?.kind === "fields");

/** What a line is made for: whether it is of all studies, how many rows answer in all, and what was asked. */
type Wanted = { readonly isAcross: boolean; readonly rows: number | undefined; readonly question: string };

function statementIn(part: Part, wanted: Wanted): Statement | undefined {
  if (part.kind === "text" || part.kind === "quote") {
    const { kind: _, ...statement } = part;
    return { ...statement, text: shortly(statement.text, wanted.question) };
  }
  if (part.kind === "fields")
    return joined(
      part.fields.map(({ label, value }) => [`${label}: `, value]),
      wanted,
    );
  if (part.kind === "list")
    return joined(
      namesOrAll(part.items, wanted.isAcross).map((item) => ["", item]),
      wanted,
    );
  return undefined;
}

/** A text that is no longer than a line; of a longer one the sentences that answer. A question in its heading was asked already. */
function shortly(text: Text, question: string): Text {
  const said = withoutQuestion(text);
  if (plain(said).length <= longestLine) return said;
  const [first] = said;
  const heading = typeof first === "object" && first.kind === "strong" ? [first] : [];
  const rest = plain(said.slice(heading.length));
  return [
    ...heading,
    heading.length > 0 ? ": " : "",
    sentencesTelling(rest.replace(/^[:\s]+/, ""), soughtBy(question), longestLine),
  ];
}

/**
 * Rows too long for one line that begin with a name each ("Circular finance: …") are said by their names, figures with them;
 * of what all studies were asked, the names alone would say nothing.
 */
function namesOrAll(rows: readonly Statement[], isAcross: boolean): readonly Statement[] {
  const named = rows.flatMap((row) => {
    const [first, ...rest] = row.text;
    return typeof first === "object" && first.kind === "strong" ? [{ row, name: first.text, value: plain(rest) }] : [];
  });
  const long = rows.reduce((sum, { text }) => sum + plain(text).length, 0) > longestLine;
  if (!long || named.length < rows.length || rows.length < 2) return rows;
  const figures = named.map(({ value }) => beginningOf(value));
  const counted = isAcross || figures.filter((figure) => /^.{0,30}\d/.test(figure)).length > (2 * rows.length) / 3;
  return named.map(({ row, name }, i) => ({ ...row, text: [counted ? `${name}: ${figures[i]}` : name] }));
}

/** Rows as one statement, the first of them, as many as a line holds; how many are left is said. */
function joined(shown: readonly (readonly [string, Statement])[], wanted: Wanted): Statement | undefined {
  const [first, ...others] = shown;
  if (!first) return undefined;
  const text: Text = [first[0], ...shortly(first[1].text, wanted.question)];
  const cites = [first[1].cites ?? []];
  let said = 1;
  for (const [label, { text: words, cites: more = [] }] of others) {
    const isFull = said >= mostRows && !wanted.isAcross;
    if (isFull || plain(text).length + plain(words).length > longestLine) break;
    text.push(/[.!?…]$/.test(plain(text)) ? " " : "; ", label, ...words);
    cites.push(more);
    said++;
  }
  const left = Math.max(wanted.rows ?? 0, shown.length) - said;
  if (left > 0) text.push(` (and ${left} more)`);
  return { ...first[1], text: text.filter((piece) => piece !== ""), cites: inTurns(cites) };
}

/** The first source of each row before the second of any, so that the few that are shown stand for as many rows. */
function inTurns(cites: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...cites.map(({ length }) => length));
  return [...new Set(Array.from({ length: longest }, (_, i) => cites.flatMap((ids) => ids[i] ?? [])).flat())];
}

function oneLine(text: Text): Text {
  const flat = (letters: string) => letters.replace(/:?\s*\n\s*/g, ": ").replace(/\s+/g, " ");
  // A heading that asks needs no colon behind it.
  return afterQuestion(text).map((piece) =>
    typeof piece === "string" ? flat(piece) : { ...piece, text: flat(piece.text) },
  );
}

/** An answer as a meeting wants it: one line with its date and sources, and its first way on. */
export function shorten(reply: Reply): Reply {
  const isAsked = askedOf(reply) !== undefined;
  const line = reply.ok
    ? (lineOf(reply) ?? (isAsked ? rowLineOf(reply, askedOf(reply)?.question) : undefined))
    : noLineOf(reply);
  if (!line) return reply;
  const buttons = reply.parts.find((part) => part.kind === "buttons");
  const cited = new Set(line.cites);
  return {
    ...reply,
    parts: [
      { kind: "text", ...line },
      ...(reply.ok ? caveatsOf(reply, line) : []),
      ...(buttons ? [{ ...buttons, buttons: buttons.buttons.slice(0, reply.ok ? 1 : 3) }] : []),
    ],
    sources: reply.sources.filter(({ id }) => cited.has(id)),
  };
}

/** A no in a meeting, which says that the recap keeps the question. */
export function withOpenPoint(reply: Reply): Reply {
  const at = reply.parts.findIndex((part) => part.kind === "buttons");
  const says = paragraph("It goes into the recap as an open point.");
  return { ...reply, parts: reply.parts.toSpliced(at < 0 ? reply.parts.length : at, 0, says) };
}

/** A no as one line, with the row that it quotes. */
function noLineOf(reply: Reply): Statement | undefined {
  const says = lineOf(reply);
  const quote = reply.parts.find((part) => part.kind === "quote");
  if (!says || !quote) return says;
  const { kind: _, ...row } = quote;
  return { ...row, text: oneLine([...says.text, " ", ...row.text]) };
}

/** What an answer says of itself in a paragraph of its own, such as that it may not fit. */
export function caveatsOf({ parts }: Reply, { id, cites = [] }: Statement): Part[] {
  if (!id && cites.length === 0) return [];
  return parts.filter(
    (part, i) =>
      part.kind === "text" &&
      !part.id &&
      !part.cites?.length &&
      !counting.test(plain(part.text)) &&
      !leadsOn(part, parts[i + 1]),
  );
}

/** How many rows a list leaves out; the line says it itself. */
const counting = /^… and \d+ more/;

function afterQuestion(text: Text): Text {
  return text.map((piece, i) => {
    const before = text[i - 1];
    const asks = before !== undefined && plain([before]).endsWith("?");
    return asks && typeof piece === "string" ? piece.replace(/^\n/, " ") : piece;
  });
}
