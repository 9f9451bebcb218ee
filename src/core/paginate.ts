import { isAction } from "./parts.ts";
import type { Part, Reply, Source } from "./reply.ts";
import { atoms, merge, type PagePart, splitUnit, type Unit, unitsOf } from "./units.ts";

/** What one message shows of a reply. */
export type Page = {
  readonly title: string;
  readonly parts: readonly PagePart[];
  /** Sources that this page's statements cite, numbered as in the whole reply. */
  readonly sources: readonly { readonly number: number; readonly source: Source }[];
  readonly page: number;
  readonly pages: number;
  /** Command lines of the neighbouring pages, where there are any. */
  readonly previous?: string;
  readonly next?: string;
};

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

/** The line that posts a reply's page for everyone; none where everyone sees it already, and none of what is one person's. */
export function shareLine(reply: Reply, { page }: Page): string | undefined {
  if (reply.shared || reply.personal || !reply.ok) return undefined;
  return `${reply.line}${page > 1 ? ` page:${page}` : ""} share:yes`;
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
