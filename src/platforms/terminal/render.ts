import type { Part, Reply, Statement, Text } from "#core/reply.ts";
import { formatDate } from "#present/dates.ts";
import { drawChart } from "./chart.ts";
import { clean, type Style, wrap } from "./style.ts";

/** A reply as text for a terminal or a pipe. Nothing is left out; control characters in content are dropped. */
export function renderText(reply: Reply, style: Style): string {
  const numbers = new Map(reply.sources.map((source, i) => [source.id, i + 1]));
  const blocks = [
    style.strong(clean(reply.title)),
    ...reply.parts.map((part) => renderPart(part, numbers, style)).filter(Boolean),
  ];
  if (reply.sources.length > 0)
    blocks.push(
      [style.faint("Sources"), ...reply.sources.map((source, i) => sourceLine(source, i + 1, style))].join("\n"),
    );
  return blocks.join("\n\n");
}

function renderPart(part: Part, numbers: ReadonlyMap<string, number>, style: Style): string {
  switch (part.kind) {
    case "heading":
      return style.strong(clean(part.text));
    case "text":
      return statement(part, numbers, style, "");
    case "quote":
      return statement(part, numbers, style, "│ ");
    case "list":
      return part.items
        .map((item, i) => statement(item, numbers, style, part.ordered ? `${i + 1}. ` : "• ", true))
        .join("\n");
    case "fields":
      return part.fields
        .map((field) =>
          statement(
            { ...field.value, text: [{ kind: "strong", text: `${field.label}: ` }, ...field.value.text] },
            numbers,
            style,
            "",
          ),
        )
        .join("\n");
    case "table":
      return part.rows
        .map((row) =>
          row
            .map((cell, i) =>
              statement(
                {
                  ...cell,
                  text: [{ kind: "strong", text: `${part.columns[i] ? `${part.columns[i]}: ` : ""}` }, ...cell.text],
                },
                numbers,
                style,
                i ? "  " : "",
              ),
            )
            .join("\n"),
        )
        .join("\n");
    case "chart":
      return drawChart(part, style);
    case "document":
      return clean(part.text).replace(/\n$/, "");
    case "buttons":
      return part.buttons
        .map((button) =>
          style.faint(`→ ${clean(button.label)}: ${"line" in button ? clean(button.line) : clean(button.url)}`),
        )
        .join("\n");
    case "select":
      return wrap(
        style.faint(`→ ${clean(part.placeholder)}: ${part.options.map((option) => clean(option.line)).join(" · ")}`),
        style.width,
        "",
        "  ",
      );
    case "form":
      return style.faint(
        clean(
          `→ ${part.label}: ${part.line} ${part.fields.map((field) => `${field.name}=${field.value ?? "…"}`).join(" ")}`,
        ),
      );
  }
}

function statement(
  value: Statement,
  numbers: ReadonlyMap<string, number>,
  style: Style,
  lead: string,
  hang = false,
): string {
  const cites = (value.cites ?? []).flatMap((id) => numbers.get(id) ?? []);
  const marks = [
    value.asOf ? formatDate(value.asOf) : "",
    ...(value.notes ?? []).map(clean),
    cites.length > 0 ? `[${cites.join(", ")}]` : "",
  ].filter(Boolean);
  const letters = inline(value.text, style) + (marks.length > 0 ? ` ${style.faint(`(${marks.join("; ")})`)}` : "");
  const indent = hang ? " ".repeat(lead.length) : lead;
  return letters
    .split("\n")
    .map((line, i) => wrap(line, style.width, i === 0 ? lead : indent, indent))
    .join("\n");
}

function inline(value: Text, style: Style): string {
  return value
    .map((piece) => {
      if (typeof piece === "string") return clean(piece);
      if (piece.kind === "strong") return style.strong(clean(piece.text));
      if (piece.kind === "emphasis") return style.emphasis(clean(piece.text));
      if (piece.kind === "code") return style.code(clean(piece.text));
      if (piece.kind === "link")
        return piece.text === piece.url ? clean(piece.url) : `${clean(piece.text)} <${clean(piece.url)}>`;
      return clean(piece.text);
    })
    .join("");
}

function sourceLine(source: Reply["sources"][number], number: number, style: Style): string {
  const words = [source.title, source.publisher, source.asOf ? formatDate(source.asOf) : "undated"]
    .filter(Boolean)
    .join(", ");
  return wrap(
    style.faint(`[${number}] ${clean(words)}${source.url ? ` ${clean(source.url)}` : ""}`),
    style.width,
    "",
    "    ",
  );
}
