import type { Part, Statement } from "./reply.ts";

/** The claims that a part makes, in reading order. */
export function statementsOf(part: Part): readonly Statement[] {
  switch (part.kind) {
    case "text":
    case "quote":
      return [part];
    case "list":
      return part.items;
    case "fields":
      return part.fields.map(({ value }) => value);
    case "table":
      return part.rows.flat();
    default:
      return [];
  }
}

/** Whether people act on a part, rather than read it. */
export function isAction(part: Part): part is Extract<Part, { kind: "buttons" | "select" | "form" }> {
  return part.kind === "buttons" || part.kind === "select" || part.kind === "form";
}
