import { clip } from "#core/clip.ts";
import { type Part, paragraph, plain, type Reply, type Statement, type Text } from "#core/reply.ts";
import { askedOf } from "./asked.ts";

/** Longest list said in one line, in characters. */
const longestLine = 400;

/** The statement that answers, as one line of text; undefined for a reply whose answer is no line, such as a table. */
export function lineOf(reply: Reply): Statement | undefined {
  const isAcross = askedOf(reply)?.across ?? false;
  for (const part of reply.parts) {
    const statement = statementIn(part, isAcross);
    if (statement) return { ...statement, text: oneLine(statement.text) };
    if (part.kind === "table" || part.kind === "chart") return undefined;
  }
  return undefined;
}

/** The first row of tables side by side, as one line: "Employees: OpenAI about 4,500; Anthropic not published". */
export function rowLineOf({ parts }: Pick<Reply, "parts">): string | undefined {
  const tables = parts.flatMap((part) => (part.kind === "table" ? [part] : []));
  const cells = tables.flatMap(({ columns, rows: [row] }) =>
    columns.slice(1).map((column, i) => `${column} ${beginningOf(plain(row?.[i + 1]?.text ?? []))}`),
  );
  const label = plain(tables[0]?.rows[0]?.[0]?.text ?? []).trim();
  return cells.length > 0 ? `${label ? `${label}: ` : ""}${cells.join("; ")}` : undefined;
}

function statementIn(part: Part, isAcross: boolean): Statement | undefined {
  if (part.kind === "text" || part.kind === "quote") {
    const { kind: _, ...statement } = part;
    return statement;
  }
  if (part.kind === "fields") return joined(part.fields.map(({ label, value }) => [`${label}: `, value]));
  if (part.kind === "list") return joined(namesOrAll(part.items, isAcross).map((item) => ["", item]));
  return undefined;
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

/** What a value says before it goes into details. */
const beginningOf = (value: string): string =>
  clip(
    value
      .replace(/^:?\s*/, "")
      .split(/[;(]|,\s|\.\s|\s[-–]\s/)[0]
      ?.trim() ?? "",
    60,
  );

/** Rows as one statement, as many as a line holds; how many are left is said. */
function joined(rows: readonly (readonly [string, Statement])[]): Statement | undefined {
  const [first, ...others] = rows;
  if (!first) return undefined;
  const text: Text = [first[0], ...first[1].text];
  const cites = new Set(first[1].cites);
  let said = 1;
  for (const [label, { text: words, cites: more = [] }] of others) {
    if (plain(text).length + plain(words).length > longestLine) break;
    text.push(/[.!?]$/.test(plain(text)) ? " " : "; ", label, ...words);
    for (const id of more) cites.add(id);
    said++;
  }
  if (said < rows.length) text.push(` (and ${rows.length - said} more)`);
  return { ...first[1], text: text.filter((piece) => piece !== ""), cites: [...cites] };
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
  const line = reply.ok ? lineOf(reply) : noLineOf(reply);
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
  const row = quote && statementIn(quote, false);
  return says && row ? { ...row, text: oneLine([...says.text, " ", ...row.text]) } : says;
}

/** What an answer says of itself in a paragraph of its own, such as that it may not fit. */
function caveatsOf({ parts }: Reply, { id, cites = [] }: Statement): Part[] {
  if (!id && cites.length === 0) return [];
  return parts.filter((part) => part.kind === "text" && !part.id && !part.cites?.length);
}

function afterQuestion(text: Text): Text {
  return text.map((piece, i) => {
    const before = text[i - 1];
    const asks = before !== undefined && plain([before]).endsWith("?");
    return asks && typeof piece === "string" ? piece.replace(/^\n/, " ") : piece;
  });
}
