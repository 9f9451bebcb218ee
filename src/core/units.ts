import { halve } from "./clip.ts";
import { statementsOf } from "./parts.ts";
import { type Part, plain, type Reply, type Statement, type Text } from "./reply.ts";

type List = Extract<Part, { kind: "list" }>;

/** A list on a page. `places`: each item's number in the whole list, 0 for the rest of one that began on an earlier page. */
export type PageList = List & { readonly places?: readonly number[] };
/** A part as a page shows it: the whole of it, or some of its pieces. */
export type PagePart = Exclude<Part, List> | PageList;

/** A piece of a reply that a page may end behind, with the sources it brings along. */
export type Unit = { readonly part?: PagePart; readonly from: number; readonly cites: readonly string[] };

/** A text that is not cut further, in UTF-16 units, as long as sources beside it can give way. */
const shortText = 400;

/** The pieces of a reply in reading order, without the parts that stand `apart`; sources that nothing cites come last. */
export function unitsOf(reply: Reply, apart: ReadonlySet<Part>): Unit[] {
  const known = new Set(reply.sources.map((source) => source.id));
  const units: Unit[] = reply.parts.flatMap((part, from) =>
    apart.has(part)
      ? []
      : atoms(part).map((atom) => ({ part: atom, from, cites: citesOf(atom).filter((id) => known.has(id)) })),
  );
  const cited = new Set(units.flatMap((unit) => unit.cites));
  const uncited = reply.sources.filter((source) => !cited.has(source.id));
  return [...units, ...uncited.map((source) => ({ from: -1, cites: [source.id] }))];
}

/** The pieces of a part that a page may end between. */
export function atoms(part: Part): PagePart[] {
  switch (part.kind) {
    case "list":
      return part.items.map((item, i) => ({ ...part, items: [item], ...(part.ordered ? { places: [i + 1] } : {}) }));
    case "fields":
      return part.fields.map((field) => ({ ...part, fields: [field] }));
    case "table":
      return part.rows.map((row) => ({ ...part, rows: [row] }));
    case "buttons":
      return part.buttons.map((button) => ({ ...part, buttons: [button] }));
    case "select":
      return part.options.map((option) => ({ ...part, options: [option] }));
    case "document":
      return part.text.split(/(?<=\n)/).map((line) => ({ ...part, text: line }));
    default:
      return [part];
  }
}

/** Puts neighbouring atoms of one part together again. */
export function merge(units: readonly Unit[]): PagePart[] {
  const parts: PagePart[] = [];
  let from = -1;
  for (const unit of units) {
    if (!unit.part) continue;
    const last = parts.at(-1);
    const joined = last && from === unit.from ? join(last, unit.part) : undefined;
    if (joined) parts[parts.length - 1] = joined;
    else parts.push(unit.part);
    from = unit.from;
  }
  return parts;
}

function join(a: PagePart, b: PagePart): PagePart | undefined {
  if (a.kind === "list" && b.kind === "list") {
    const places = [...(a.places ?? []), ...(b.places ?? [])];
    return { ...a, items: [...a.items, ...b.items], ...(a.ordered ? { places } : {}) };
  }
  if (a.kind === "fields" && b.kind === "fields") return { ...a, fields: [...a.fields, ...b.fields] };
  if (a.kind === "table" && b.kind === "table") return { ...a, rows: [...a.rows, ...b.rows] };
  if (a.kind === "buttons" && b.kind === "buttons") return { ...a, buttons: [...a.buttons, ...b.buttons] };
  if (a.kind === "select" && b.kind === "select") return { ...a, options: [...a.options, ...b.options] };
  if (a.kind === "document" && b.kind === "document") return { ...a, text: a.text + b.text };
  return undefined;
}

function citesOf(part: Part): string[] {
  return statementsOf(part).flatMap((statement) => statement.cites ?? []);
}

/**
 * Smaller pieces of one that is too large for a page of its own; nothing when it cannot be cut. `sourcesFit`: whether a
 * page holds these sources and nothing else.
 */
export function splitUnit(unit: Unit, sourcesFit: (cites: readonly string[]) => boolean): Unit[] | undefined {
  const { part, from, cites } = unit;
  const [statement] = part && part.kind !== "table" ? statementsOf(part) : [];
  // More sources than a page holds, or so many that hardly a sentence fits beside them: the text keeps the first half
  // of them, the others follow it.
  const few = !part || (statement && plain(statement.text).length <= shortText);
  if (cites.length > 1 && (few || !sourcesFit(cites))) {
    const half = cites.length >> 1;
    return [
      { ...unit, cites: cites.slice(0, half) },
      { from: -1, cites: cites.slice(half) },
    ];
  }
  if (!part) return undefined;
  if (part.kind === "table") {
    const cells = part.rows[0] ?? [];
    const fields = cells.map((value, i) => ({ label: part.columns[i] ?? " ", value }));
    return fields.map((field) => rebuilt({ kind: "fields", fields: [field] }, from, cites));
  }
  if (part.kind === "document") return halve(part.text)?.map((text) => ({ part: { ...part, text }, from, cites }));
  const halves = statement && splitStatement(statement);
  if (!halves) return undefined;
  return [
    { part: withStatement(part, halves[0]), from, cites },
    { part: withStatement(restOf(part), halves[1]), from, cites },
  ];
}

function rebuilt(part: Part, from: number, known: readonly string[]): Unit {
  return { part, from, cites: citesOf(part).filter((id) => known.includes(id)) };
}

/** What goes on from an earlier piece of the same statement. */
function restOf(part: PagePart): PagePart {
  return part.kind === "list" && part.ordered ? { ...part, places: [0] } : part;
}

function withStatement(part: PagePart, statement: Statement): PagePart {
  if (part.kind === "text" || part.kind === "quote") return { kind: part.kind, ...statement };
  if (part.kind === "list") return { ...part, items: [statement] };
  if (part.kind === "fields") return { ...part, fields: part.fields.map(({ label }) => ({ label, value: statement })) };
  return part;
}

function splitStatement(statement: Statement): [Statement, Statement] | undefined {
  const halves = splitText(statement.text);
  if (!halves) return undefined;
  const { text: _, ...rest } = statement;
  return [
    { ...rest, text: halves[0] },
    { ...rest, text: halves[1] },
  ];
}

function splitText(value: Text): [Text, Text] | undefined {
  if (value.length > 1) {
    const cut = value.length >> 1;
    return [value.slice(0, cut), value.slice(cut)];
  }
  const [only] = value;
  if (only === undefined) return undefined;
  const halves = halve(typeof only === "string" ? only : only.text);
  if (!halves) return undefined;
  const same = (letters: string) => [typeof only === "string" ? letters : { ...only, text: letters }];
  return [same(halves[0]), same(halves[1])];
}
