import { clip } from "#core/clip.ts";
import { plain, type Statement, type Text } from "#core/reply.ts";
import { insideCode, oneLine } from "./escape.ts";
import { type Numbers, provenance, renderInline, renderLine } from "./text.ts";

/** Columns of monospaced text that a phone shows without wrapping. */
const phoneColumns = 36;
const longestHeader = 100;

type Table = { readonly columns: readonly string[]; readonly rows: readonly (readonly Statement[])[] };

/**
 * A table, which Discord does not have: monospaced where it is narrow enough for a phone, else two columns as
 * "label: value" lines and more as one short list a row.
 */
export function renderTable(table: Table, numbers: Numbers): string {
  const narrow = monospaced(table, numbers);
  if (narrow) return narrow;
  const headers = table.columns.map((column) => renderLine([clip(oneLine(column), longestHeader)]));
  const two = headers.length <= 2 && table.rows.every((row) => row.length <= 2);
  return two ? pairs(headers, table.rows, numbers) : table.rows.map((row) => record(headers, row, numbers)).join("\n");
}

function pairs(headers: readonly string[], rows: Table["rows"], numbers: Numbers): string {
  const head = headers.filter(Boolean).join(" · ");
  const lines = rows.map(
    (cells) =>
      `- ${cells
        .map((cell) => renderInline(cell, numbers))
        .filter(Boolean)
        .join(": ")}`,
  );
  return [head && `**${head}**`, ...lines].filter(Boolean).join("\n");
}

function record(headers: readonly string[], [first, ...cells]: readonly Statement[], numbers: Numbers): string {
  const lines = cells.flatMap((cell, i) => {
    const value = renderInline(cell, numbers);
    const header = headers[i + 1];
    return value ? [`- ${header ? `${header}: ` : ""}${value}`] : [];
  });
  const name = first && renderLine(unstyled(first.text));
  const { says, cites } = first ? provenance(first, numbers) : { says: "", cites: "" };
  return [[`**${name || "—"}**`, says && `*${says}*`, cites].filter(Boolean).join(" "), ...lines].join("\n");
}

/** Bold cannot stand in bold; links and code stay. */
function unstyled(text: Text): Text {
  return text.map((piece) =>
    typeof piece !== "string" && (piece.kind === "strong" || piece.kind === "emphasis") ? piece.text : piece,
  );
}

/** Fixed-width lines, if every cell is short, of narrow letters, without links, and all share one date. */
function monospaced({ columns, rows }: Table, numbers: Numbers): string | undefined {
  const cells = rows.flat();
  const linked = (cell: Statement) => cell.text.some((piece) => typeof piece !== "string" && piece.kind === "link");
  const says = new Set(cells.map((cell) => provenance(cell, numbers).says));
  if (says.size > 1 || cells.some(linked) || rows.some((row) => row.length > columns.length)) return undefined;
  const drawn = (cell: Statement | undefined) =>
    cell ? oneLine(insideCode(`${plain(cell.text)} ${provenance(cell, numbers).cites}`)) : "";
  const lines = [
    columns.map((column) => oneLine(insideCode(column))),
    ...rows.map((row) => columns.map((_, i) => drawn(row[i]))),
  ];
  if (lines.flat().some((cell) => !isNarrow(cell))) return undefined;
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  if (widths.reduce((sum, width) => sum + width, 2 * (widths.length - 1)) > phoneColumns) return undefined;
  const [head, ...body] = lines.map((line) =>
    line
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  const date = [...says].join("");
  return [`\`\`\`\n${[head, rule, ...body].join("\n")}\n\`\`\``, date && `-# ${date}`].filter(Boolean).join("\n");
}

/** Only letters that are one column wide in a monospaced font. */
function isNarrow(cell: string): boolean {
  return /^[\u0020-\u024f\u2010-\u2026\u20a0-\u20bf\u02cb]*$/.test(cell);
}
