import type { Passage } from "#content/entry.ts";
import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { fold } from "#core/nearest.ts";
import { type Answer, paragraph, type Statement, strong } from "#core/reply.ts";
import type { AlignedRow, Alignment } from "../align.ts";
import { citesOf, sourcesOf, statementOf } from "../cite.ts";
import { sideTables } from "../columns.ts";
import { openLine } from "../open-line.ts";

/** The rows that an aspect names, and what they are headed with. */
export type Asked = { readonly heading: string; readonly rows: readonly AlignedRow[] };

/**
 * An alignment as tables, with its verdicts and a menu of the subjects; of some rows alone, when they are asked for.
 * `note` stands above it.
 */
export function showComparison(
  title: string,
  alignment: Alignment,
  asked: Asked | undefined,
  { library, now }: Context,
  note = "",
): Answer {
  const rows = asked?.rows ?? alignment.rows;
  const passages = [
    ...rows.flatMap((row) => row.cells.flatMap((cell) => cell.passages)),
    ...(asked ? [] : alignment.verdicts),
  ];
  return {
    title: clip(asked ? `${title} · ${asked.heading}` : title, 150),
    parts: [
      ...(note ? [paragraph(note)] : []),
      ...sideTables(
        alignment.subjects.map((subject) => subject.title),
        rows.map((row) => ({
          label: row.aspect,
          cells: row.cells.map((cell) => cellOf(cell.passages, row.aspect, now)),
        })),
      ),
      ...(alignment.verdicts.length > 0 && !asked
        ? [
            { kind: "heading" as const, text: "Verdict by situation" },
            {
              kind: "list" as const,
              items: alignment.verdicts.map((passage) =>
                statementOf(passage, now, [strong(passage.title), `: ${passage.text}`]),
              ),
            },
          ]
        : []),
      {
        kind: "select",
        placeholder: "Open one",
        options: alignment.subjects.map((subject) => ({
          label: clip(subject.title, 75),
          line: subject.entry ? openLine(subject.entry) : `find ${subject.id.replace(/-/g, " ")}`,
        })),
      },
    ],
    sources: sourcesOf(library, passages),
    data: {
      subjects: alignment.subjects.map((subject) => subject.id),
      rows: rows.map((row) => ({ aspect: row.aspect, cells: row.cells.map((cell) => dataOf(cell.passages)) })),
    },
  };
}

function cellOf(passages: readonly Passage[], aspect: string, now: Date): Statement | undefined {
  const [first] = passages;
  if (!first) return undefined;
  // A figure of another name than the row's says which one it is.
  const isOther = first.section === "metrics" && fold(first.title) !== fold(aspect);
  if (passages.length === 1)
    return statementOf(first, now, isOther ? [strong(first.title), `: ${joined(passages)}`] : [joined(passages)]);
  return {
    ...statementOf({ ...first, also: [] }, now, [joined(passages)]),
    cites: [...new Set(passages.flatMap(citesOf))],
  };
}

function dataOf(passages: readonly Passage[]) {
  const [first] = passages;
  if (!first) return { text: "not known", known: false, sources: [] };
  const text = joined(passages);
  return { text, known: true, asOf: first.asOf, sources: [...new Set(passages.flatMap(citesOf))] };
}

/** What a cell says: the row's text, or the headlines where several rows or a titled one share the cell. */
function joined(passages: readonly Passage[]): string {
  const headline =
    passages.length > 1 || passages.some((passage) => passage.section === "lessons" || passage.section === "risks");
  return passages
    .map((passage) => (headline && passage.title ? passage.title : passage.text).replace(/\.$/, ""))
    .join("; ");
}
