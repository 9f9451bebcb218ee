import { plain, type Reply, type Statement, type Text } from "#core/reply.ts";
import { partTelling, soughtBy, withoutQuestion } from "./telling.ts";

/** As many sources as stand behind a line. */
export const mostSources = 3;
/** Letters of a side that no label says the subject of. */
const longestAlone = 100;

/** The first row of tables side by side, as one line: "Employees: OpenAI about 4,500; Anthropic not published". */
export function rowLineOf({ parts }: Pick<Reply, "parts">, question = ""): Statement | undefined {
  const tables = parts.flatMap((part) => (part.kind === "table" ? [part] : []));
  const label = plain(tables[0]?.rows[0]?.[0]?.text ?? []).trim();
  const sides = tables.flatMap(({ columns, rows: [row] }) =>
    columns.slice(1).map((name, i) => ({ name, cell: row?.[i + 1] })),
  );
  if (sides.length === 0) return undefined;
  const sought = soughtBy(question);
  const told = sides.map(({ name, cell = { text: [] } }) => {
    const value = plain(label ? withoutName(cell.text) : withoutQuestion(cell.text));
    // A figure as of the year that is asked for need not name it.
    const isOfYear = sought.year !== undefined && cell.asOf?.startsWith(sought.year);
    const wanted = isOfYear ? { ...sought, year: undefined } : sought;
    return label ? `${name} ${partTelling(value, wanted)}` : `${name}: ${partTelling(value, wanted, longestAlone)}`;
  });
  const cites = sides.flatMap(({ cell }) => cell?.cites?.slice(0, 1) ?? []).slice(0, mostSources);
  const text = `${label ? `${label}: ` : ""}${told.join("; ")}`;
  return { text: [text], ...(cites.length > 0 ? { cites } : {}) };
}

/** A cell without the name of its own row, where the line has one: "Annualised revenue" under "Revenue". */
const withoutName = (text: Text): Text => {
  const [first, ...rest] = text;
  return typeof first === "object" && first.kind === "strong" && rest.length > 0 ? rest : text;
};
