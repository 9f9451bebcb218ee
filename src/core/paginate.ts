import { halve } from "./clip.ts";
import { isAction, statementsOf } from "./parts.ts";
import { type Part, plain, type Reply, type Source, type Statement, type Text } from "./reply.ts";

/** What one message shows of a reply. */
export type Page = {
  readonly title: string;
  readonly parts: readonly Part[];
  /** Sources that this page's statements cite, numbered as in the whole reply. */
  readonly sources: readonly { readonly number: number; readonly source: Source }[];
  readonly page: number;
  readonly pages: number;
  /** Command lines of the neighbouring pages, where there are any. */
  readonly previous?: string;
  readonly next?: string;
};

/** A text that is not cut further, in UTF-16 units, as long as sources beside it can give way. */
const shortText = 400;

type Unit = { readonly part?: Part; readonly from: number; readonly cites: readonly string[] };

/** Parts people act on; up to this many are repeated on every page, further ones flow with the content. */
const repeatedActions = 4;

/**
 * Splits a reply into pages that fit a platform. `fits` renders a candidate and checks the platform's limits, so the
 * answer is exact. Nothing is dropped: a statement too large for a page goes on over the next ones, cut between
 * sentences if it can be; each page carries the sources its statements cite; actions are on every page.
 */
export function paginate(reply: Reply, fits: (page: Page) => boolean): Page[] {
  const actionParts = reply.parts.filter(isAction);
  const whole = reply.parts.length <= usualPage ? onePage(reply, actionParts.slice(0, repeatedActions)) : undefined;
  if (whole && fits(whole)) return [whole];
  for (let repeat = Math.min(repeatedActions, actionParts.length); repeat >= 0; repeat--) {
    const pages = split(reply, actionParts.slice(0, repeat), fits);
    if (!pages) continue;
    return pages.map((page, i) => ({
      ...page,
      pages: pages.length,
      ...(i > 0 ? { previous: `${reply.line} page:${i}` } : {}),
      ...(i + 1 < pages.length ? { next: `${reply.line} page:${i + 2}` } : {}),
    }));
  }
  throw new Error(`reply "${reply.line}": a part does not fit a page even by itself`);
}

/** All of it, in the order that pages have. */
function onePage(reply: Reply, repeated: readonly Part[]): Page {
  const shown = reply.parts.filter((part) => !repeated.includes(part) && atoms(part).length > 0);
  const sources = reply.sources.map((source, i) => ({ number: i + 1, source }));
  return { title: reply.title, parts: [...shown, ...repeated], sources, page: 1, pages: 1 };
}

/** Pages that all carry the repeated parts, or nothing when those leave too little room. */
function split(reply: Reply, repeated: readonly Part[], fits: (page: Page) => boolean): Page[] | undefined {
  const queue = unitsOf(reply, new Set(repeated));
  const pages: Page[] = [];
  if (queue.length === 0) {
    const only = compose(reply, [], repeated, 1);
    return repeated.length === 0 || fits(only) ? [alone(only)] : undefined;
  }
  while (queue.length > 0) {
    const candidate = (units: readonly Unit[]) => compose(reply, units, repeated, pages.length + 1);
    const count = largest(queue.length, (n) => fits(candidate(queue.slice(0, n))));
    const [first] = queue;
    if (count === 0 && first) {
      const halves = splitUnit(first, (cites) => fits(candidate([{ from: -1, cites }])));
      if (!halves) return undefined;
      queue.splice(0, 1, ...halves);
      continue;
    }
    pages.push(alone(candidate(queue.slice(0, count))));
    queue.splice(0, count);
  }
  return pages;
}

/** A measured page without the neighbours it was measured with. */
function alone({ previous: _, next: __, ...page }: Page): Page {
  return page;
}

/** The page a reply asks for, or the last one. @throws Error for a page below 1 */
export function pageOf(reply: Reply, fits: (page: Page) => boolean): Page {
  const pages = paginate(reply, fits);
  const page = pages[Math.min(reply.page, pages.length) - 1];
  if (!page) throw new Error(`reply "${reply.line}" has no page ${reply.page}`);
  return page;
}

function compose(reply: Reply, units: readonly Unit[], actions: readonly Part[], page: number): Page {
  const cited = new Set(units.flatMap((unit) => unit.cites));
  const sources = reply.sources
    .map((source, i) => ({ number: i + 1, source }))
    .filter(({ source }) => cited.has(source.id));
  // Measured with neighbours on both sides: the page that is shown is never larger than the one that was measured.
  const line = `${reply.line} page:999`;
  return {
    title: reply.title,
    parts: [...merge(units), ...actions],
    sources,
    page,
    pages: 999,
    previous: line,
    next: line,
  };
}

function unitsOf(reply: Reply, apart: ReadonlySet<Part>): Unit[] {
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
function atoms(part: Part): Part[] {
  switch (part.kind) {
    case "list":
      return part.items.map((item) => ({ ...part, items: [item] }));
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
function merge(units: readonly Unit[]): Part[] {
  const parts: Part[] = [];
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

function join(a: Part, b: Part): Part | undefined {
  if (a.kind === "list" && b.kind === "list") return { ...a, items: [...a.items, ...b.items] };
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

/** A page rarely holds more units than this: longer queues are felt from here on, so that a page costs its own size. */
const usualPage = 16;

/** Largest n up to `max` for which `holds(n)`; `holds` is taken to be true below and false above one place. */
function largest(max: number, holds: (n: number) => boolean): number {
  let low = 0;
  let high = Math.min(max, usualPage);
  while (holds(high)) {
    if (high === max) return max;
    low = high;
    high = Math.min(max, high * 2);
  }
  while (high - low > 1) {
    const mid = (low + high) >> 1;
    if (holds(mid)) low = mid;
    else high = mid;
  }
  return low;
}

function splitUnit(unit: Unit, sourcesFit: (cites: readonly string[]) => boolean): Unit[] | undefined {
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
  return halves?.map((half) => ({ part: withStatement(part, half), from, cites }));
}

function rebuilt(part: Part, from: number, known: readonly string[]): Unit {
  return { part, from, cites: citesOf(part).filter((id) => known.includes(id)) };
}

function withStatement(part: Part, statement: Statement): Part {
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
