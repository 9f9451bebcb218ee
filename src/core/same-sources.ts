import type { Part, Source, Statement } from "./reply.ts";

type Cited = { readonly parts: readonly Part[]; readonly sources: readonly Source[] };

/** Entries name their sources on their own: one that several of them name is listed once, and cited by that one name. */
export function listOnce({ parts, sources }: Cited): { parts: Part[]; sources: Source[] } {
  const first = new Map<string, Source>();
  const named = new Map<string, string>();
  for (const source of sources) {
    const key = JSON.stringify([source.title, source.publisher, source.asOf, source.url]);
    const same = first.get(key);
    if (same) named.set(source.id, same.id);
    else first.set(key, source);
  }
  if (named.size === 0) return { parts: [...parts], sources: [...sources] };
  const renamed = (statement: Statement): Statement =>
    statement.cites
      ? { ...statement, cites: [...new Set(statement.cites.map((id) => named.get(id) ?? id))] }
      : statement;
  return { parts: parts.map((part) => citing(part, renamed)), sources: [...first.values()] };
}

function citing(part: Part, renamed: (statement: Statement) => Statement): Part {
  switch (part.kind) {
    case "text":
    case "quote":
      return { ...part, ...renamed(part) };
    case "list":
      return { ...part, items: part.items.map(renamed) };
    case "fields":
      return { ...part, fields: part.fields.map((field) => ({ ...field, value: renamed(field.value) })) };
    case "table":
      return { ...part, rows: part.rows.map((row) => row.map(renamed)) };
    default:
      return part;
  }
}
