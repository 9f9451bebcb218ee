import type { Entry, Passage } from "#content/entry.ts";
import { type Niche, niches } from "#content/niches.ts";
import { boundIn, inBound } from "./bounds.ts";
import { firstYear, totalFigure } from "./figures.ts";
import type { Listing } from "./list.ts";
import type { SearchIndex } from "./passages.ts";
import type { Question } from "./question.ts";
import type { Unit } from "./units.ts";

/** Words for the most or the least of something. */
export const superlative =
  /\b(?:biggest|largest|greatest|worst|most|main|top|best|highest|lowest|smallest|fewest|least|oldest|youngest|first|last|latest|newest|earliest|richest|cheapest|number one)\b/;
const several = /\b(?:which|what|whose|who|name|rank|list|compan\w+|startups?|labs?)\b/;
const ranking = /^(?:please )?(?:rank|sort|order)\b|\b(?:companies|startups|labs|studies)\b.* by\b/;
const all = /\b(?:all|each|every)\b/;
const studies = /^(?:compan|stud|firm|start|busines|labs?$|case|they|them|these|those)/;

/**
 * The same row of every study, for a question that asks all of them: "which company is worth most?", "all companies valued
 * above $100B". In the order of their figures, where that is asked for; of several that are named only those. Nothing where one
 * study is asked about.
 */
export function acrossStudies(search: SearchIndex, question: Question): Listing | undefined {
  // "At least 500" asks for no least.
  const line = question.words.join(" ").replace(/\bat (?:least|most)\b/g, "");
  const bound = boundIn(question.text);
  const niche = nicheIn(line);
  const isBare = question.words.length <= 3 && question.companies.length === 0;
  const isRanked = (superlative.test(line) && (isBare || several.test(line))) || ranking.test(line);
  const asksAll = all.test(line) && /\b(?:they|company|companies|studies|labs)\b/.test(line);
  if (!isRanked && !asksAll && !(bound && several.test(line))) return undefined;
  if (asksOther(question, niche)) return undefined;
  const asked = studiesAsked(search, question, niche);
  for (const facet of new Set([...question.facets, ...question.units.flatMap(({ facets }) => facets)])) {
    const rest = residue(question.units, facet).filter(
      ({ text, number }) => !((bound || isRanked) && (number || inBound.test(text))) && !niche?.words.has(text),
    );
    const kept = rest.length === 0 ? "all" : isRanked && narrows(rest, question, facet) ? "narrowed" : undefined;
    const rows = kept ? rowsOf(search, facet, asked) : [];
    const years = rows.every(({ passage }) => /^Founded\b/.test(passage.title));
    if (rows.length < 2 || (bound && (bound.of === "year") !== years)) continue;
    if (rows.filter(({ passage }) => /\d/.test(passage.text.slice(0, figureWithin))).length * 2 < rows.length) continue;
    const within = bound ? rows.filter(({ passage }) => bound.holds(passage.text)) : rows;
    if (within.length === 0) continue;
    // Of what was asked more narrowly than the rows tell, no order is claimed.
    const order = kept === "all" ? orderOf(line, years) : undefined;
    const shown = order ? sorted(within, order) : within;
    const most = topIn(line) ?? mostListed;
    return {
      title: [
        `${rows[0]?.passage.title ?? ""}${bound?.says ?? ""}`,
        // A bound says enough.
        ...(bound && !niche ? [] : amongSaid(question, niche)),
        ...(order ? [order.says] : []),
        ...(shown.length > most ? [`the first ${most} of ${shown.length}`] : []),
      ].join(", "),
      entry: undefined,
      passages: shown.slice(0, most).map(({ passage }) => passage),
    };
  }
  return undefined;
}

/** Among which studies was looked, as a heading says it; nothing where they are named. */
export function amongSaid({ companies }: Question, niche: InNiche | undefined): string[] {
  if (niche) return [niche.name];
  return companies.length > 0 ? [] : ["all studies"];
}

/** Those that are named, those of a niche, or all. */
export function studiesAsked(
  { library }: SearchIndex,
  { companies }: Question,
  niche: InNiche | undefined,
): readonly Entry[] {
  if (companies.length > 0) return companies;
  return library.ofKind("case-study").filter((entry) => !niche || entry.niche === niche.name);
}

/** Of a large library not every study is listed. */
const mostListed = 40;

/** A row's figure stands at its beginning. */
const figureWithin = 80;

/** "Top 3": how many are wanted. */
function topIn(line: string): number | undefined {
  const count = /\btop (\d{1,2})\b/.exec(line)?.[1];
  return count === undefined ? undefined : Number(count);
}

/** Something else than a study is looked for: "which role is the oldest?" */
function asksOther({ words, units }: Question, niche: InNiche | undefined): boolean {
  const asked = words[words.findIndex((word) => /^(?:which|what)$/.test(word)) + 1] ?? "";
  if (!words.some((word) => /^(?:which|what)$/.test(word))) return false;
  const isFacet = units.some(({ text, facets }) => facets.length > 0 && text.split(" ").includes(asked));
  return !(
    /^(?:is|are|was|were|has|have|had|does|do|of|one|ones|\d+)$/.test(asked) ||
    studies.test(asked) ||
    superlative.test(asked) ||
    niche?.words.has(asked) ||
    isFacet
  );
}

/** One word more that stands before what is asked for: "most enterprise customers". */
function narrows(rest: readonly Unit[], { words, units }: Question, facet: number): boolean {
  const [word, other] = rest;
  if (!word || other || word.hard) return false;
  const line = words.join(" ");
  return units.some(({ text, facets }) => facets.includes(facet) && line.includes(`${word.text} ${text}`));
}

type Row = { readonly passage: Passage; readonly entry: Entry };

/** Of each study the row of the glance that a facet asks for. */
function rowsOf(search: SearchIndex, facet: number, entries: readonly Entry[]): Row[] {
  return entries.flatMap((entry) => {
    const rows = search.facetRows(entry).get(facet) ?? [];
    const found = rows.find(({ passage, share }) => passage.section === "glance" && share === 1);
    return found ? [{ passage: found.passage, entry }] : [];
  });
}

/** Words beside the facet that say something, and not only that studies are asked about. */
export function residue(units: readonly Unit[], facet: number): Unit[] {
  return units.filter(
    (unit) =>
      !unit.facets.includes(facet) &&
      unit.weight > 0.25 &&
      !unit.names &&
      !studies.test(unit.text) &&
      !superlative.test(unit.text) &&
      !/^(?:money|much|rank\w*|sort\w*|order\w*|ascending|descending|recently|recent)$/.test(unit.text),
  );
}

type InNiche = { readonly name: Niche["name"]; readonly words: ReadonlySet<string> };

/** The one niche that a question keeps to, and the words that name it. */
export function nicheIn(line: string): InNiche | undefined {
  const [only, other] = niches.filter(({ aliases }) => aliases.some((alias) => ` ${line} `.includes(` ${alias} `)));
  return only && !other ? { name: only.name, words: new Set(only.aliases) } : undefined;
}

type Order = { readonly says: string; readonly up: boolean; figure(text: string): number | undefined };

/** In which order rows are wanted; nothing where the question does not say. */
function orderOf(line: string, years: boolean): Order | undefined {
  if (years) {
    const up = /\b(?:oldest|first|earliest)\b|\bascending\b/.test(line) || (ranking.test(line) && !youngest.test(line));
    return up || youngest.test(line)
      ? { says: up ? "oldest first" : "youngest first", up, figure: firstYear }
      : undefined;
  }
  const up = /\b(?:lowest|smallest|fewest|least|cheapest|ascending)\b/.test(line);
  const down =
    /\b(?:biggest|largest|greatest|most|top|highest|richest|number one|best)\b/.test(line) || ranking.test(line);
  return up || down
    ? { says: up ? "lowest first" : "highest first", up, figure: (text) => totalFigure(text)?.value }
    : undefined;
}

const youngest = /\b(?:youngest|newest|latest|last|most recent|most recently|descending)\b/;

/** Rows by their figures; those that have none come last. */
function sorted(rows: readonly Row[], { up, figure }: Order): Row[] {
  const last = up ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const amountOf = ({ passage }: Row) => figure(passage.text) ?? last;
  return [...rows].sort((a, b) => {
    const [x, y] = [amountOf(a), amountOf(b)];
    return x === y ? 0 : x < y === up ? -1 : 1;
  });
}
