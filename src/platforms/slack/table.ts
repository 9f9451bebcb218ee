import type { types } from "@slack/bolt";
import type { Part, Statement } from "#core/reply.ts";
import { limits } from "./limits.ts";
import { leaves, richText, section, statementLeaves } from "./rich-text.ts";
import { cleanLetters, label, labels, plainStatement } from "./text.ts";

export type Table = Extract<Part, { kind: "table" }>;
type Numbers = ReadonlyMap<string, number>;
type Cell = types.TableBlock["rows"][number][number];

/** A table as Slack's own block, column names first; nothing when it is wider than Slack allows. */
export function tableBlock(table: Table, numbers: Numbers): types.TableBlock | undefined {
  const width = Math.max(table.columns.length, ...table.rows.map((row) => row.length));
  if (width > limits.tableColumns) return undefined;
  const columns = Array.from({ length: width }, (_, i) => i);
  const header = columns.map((i): Cell => {
    const name = nameOf(table, i);
    return name ? markedCell({ text: [{ kind: "strong", text: name }] }, numbers) : { type: "raw_text", text: " " };
  });
  const rows = table.rows.map((row) => columns.map((i) => cell(row[i], numbers)));
  return {
    type: "table",
    column_settings: columns.map((i) => ({ is_wrapped: true, align: isNumeric(table, i) ? "right" : "left" })),
    rows: [header, ...rows],
  };
}

function cell(statement: Statement | undefined, numbers: Numbers): Cell {
  if (!statement) return { type: "raw_text", text: " " };
  const marked = statement.text.some((piece) => typeof piece !== "string");
  const letters = plainStatement(statement, numbers);
  const bare = cleanLetters(statement.text.map((piece) => (typeof piece === "string" ? piece : "")).join("")).trim();
  return marked || letters !== bare ? markedCell(statement, numbers) : { type: "raw_text", text: bare || " " };
}

function markedCell(statement: Statement, numbers: Numbers): Cell {
  return richText(section(statementLeaves(statement, numbers)));
}

/** What a column is called; empty where it has no name. */
export function nameOf(table: Table, column: number): string {
  const name = table.columns[column]?.trim();
  return name ? label(name, labels.column) : "";
}

function isNumeric(table: Table, column: number): boolean {
  return table.rows.every((row) => {
    const [only, ...others] = row[column]?.text ?? [];
    return others.length === 0 && typeof only === "string" && /^[\s$€£~≈<>+−-]*\d[\d,.\s]*\S{0,3}$/u.test(only);
  });
}

/** A table as a list, one row an item: for a message's second table, and for surfaces without tables. */
export function tableList(table: Table, numbers: Numbers): types.RichTextList {
  return {
    type: "rich_text_list",
    style: "bullet",
    elements: table.rows.map((row) => section(row.flatMap((value, i) => cellLeaves(table, value, i, numbers)))),
  };
}

function cellLeaves(table: Table, value: Statement, column: number, numbers: Numbers) {
  const name = nameOf(table, column);
  const lead = column === 0 ? "" : name ? ` · ${name}: ` : " · ";
  const [first, ...others] = value.text;
  const named = column === 0 && typeof first === "string" && others.length === 0;
  const text = named ? [{ kind: "strong" as const, text: first }] : value.text;
  return [...(lead ? leaves([lead]) : []), ...statementLeaves({ ...value, text }, numbers)];
}
