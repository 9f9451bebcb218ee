import type { Row } from "../passages/learned.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { asksWhichOfAll, denied, namesCompanies } from "../question/across-asked.ts";
import { boundIn, inBound } from "../question/bounds.ts";
import { saysItself } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import type { Unit } from "../question/units.ts";
import type { Region } from "../vocabulary/regions.ts";
import { ownFigure } from "../words/figures.ts";
import { orderOf, type Part, partIn, ranking, sorted, superlative } from "./across-order.ts";
import {
  amongSaid,
  asksWhoWith,
  headingOf,
  type InNiche,
  nicheIn,
  ofFigures,
  residue,
  rowsOf,
  studies,
  studiesAsked,
} from "./across-rows.ts";
import type { Listing } from "./listing.ts";

const several = /\b(?:which|what|whose|who|name|rank|list|compan\w+|startups?|labs?)\b/;
/** The studies are held against each other, none of them by name: "compare the AI labs on headcount". */
const comparing =
  /\bcompare\b.*\b(?:companies|startups|firms|labs|studies)\b|\b(?:companies|startups|firms|labs|studies)\b.*\bcompare\b/;
const everyOne = /\b(?:all|each|every)\b/;

/**
 * The same row of every study, for a question that asks all of them: "which company is worth most?", "all companies valued
 * above $100B", "who is based in Paris?" In the order of their figures, where that is asked for; of several that are named
 * only those. Nothing where one study is asked about.
 */
export function acrossStudies(search: SearchIndex, question: Question): Listing | undefined {
  // "At least 500" asks for no least.
  const line = question.words.join(" ").replace(/\bat (?:least|most)\b/g, "");
  const asking: Asking = {
    line,
    bound: boundIn(question.text),
    niche: nicheIn(line),
    region: search.reader.lexicon.region(line),
    part: partIn(line),
  };
  const isBare = question.words.length <= 3 && question.companies.length === 0;
  const isRanked = ((superlative.test(line) || asking.part) && (isBare || several.test(line))) || ranking.test(line);
  const asksAll =
    (everyOne.test(line) && /\b(?:they|company|companies|studies|labs)\b/.test(line)) ||
    (question.companies.length === 0 && comparing.test(line));
  const asksWhich = question.companies.length === 0 && asksWhichOfAll(line);
  if (!isRanked && !asksAll && !asksWhich && !(asking.bound && several.test(line))) return undefined;
  if (asksOther(question, asking)) return undefined;
  const facets = [...new Set([...question.facets, ...question.units.flatMap((unit) => unit.facets)])];
  const figures = isRanked || asksAll || asking.bound !== undefined;
  for (const facet of figures ? facets : []) {
    const found = figuresOf(search, question, facet, asking, isRanked);
    if (found) return found;
  }
  for (const facet of (asksWhich || (asksAll && !/\bcompare\b/.test(line))) && !asking.bound
    ? [...facets, ...impliedBy(search, asking)]
    : []) {
    const found = thoseOf(search, question, facet, asking, isRanked);
    if (found) return found;
  }
  return undefined;
}

/** Who is of a place is based there, and who is in a niche is of that category. */
function impliedBy({ reader: { lexicon } }: SearchIndex, { line, region, niche }: Asking): number[] {
  const id = region ? "headquarters" : niche && namesCompanies(line) ? "category" : undefined;
  return lexicon.facets.flatMap((facet, i) => (facet.id === id ? [i] : []));
}

type Asking = {
  readonly line: string;
  readonly bound: ReturnType<typeof boundIn>;
  readonly niche: InNiche | undefined;
  readonly region: Region | undefined;
  readonly part: Part | undefined;
};

/** The rows of a figure that is asked of every study, in their order and within their bound. */
function figuresOf(
  search: SearchIndex,
  question: Question,
  facet: number,
  { line, bound, niche, part }: Asking,
  isRanked: boolean,
): Listing | undefined {
  if (asksWhoWith(search, facet)) return undefined;
  const rest = residue(question.units, facet).filter(
    ({ text, number }) => !((bound || isRanked) && (number || inBound.test(text))) && !niche?.words.has(text),
  );
  const isNarrowed = isRanked && narrows(rest, question, facet);
  if (rest.length > 0 && !isNarrowed) return undefined;
  const rows = rowsOf(search, facet, studiesAsked(search, question, niche), ofFigures);
  const years = rows.every(({ passage }) => /^Founded\b/.test(passage.title));
  if (rows.length < 2 || (bound && (bound.of === "year") !== years)) return undefined;
  const figures = rows.filter(({ passage }) => beginsWithFigure.test(passage.text));
  // Where most studies tell it in words alone, the figures of the others are no order.
  const all = rowsOf(search, facet, studiesAsked(search, question, niche));
  if (figures.length * 2 < Math.max(rows.length, all.length)) return undefined;
  const within = bound ? rows.filter(({ passage }) => bound.holds(passage.text)) : rows;
  if (within.length === 0) return undefined;
  // Of what was asked more narrowly than the rows tell, no order is claimed.
  const order = isNarrowed ? undefined : orderOf(line, years);
  if (isRanked && !order && !isNarrowed && !bound) return undefined;
  const ordered = order ? sorted(within, order, ({ passage }) => passage.text) : within;
  const { from, to } = part ?? { from: 0, to: mostListed };
  const shown = ordered.slice(from, to);
  if (shown.length === 0) return undefined;
  const currencies = new Set(shown.flatMap(({ passage }) => ownFigure(passage.text)?.currency || []));
  return {
    title: [
      `${headingOf(rows, facetId(search, facet))}${bound?.says ?? ""}`,
      // A bound says enough.
      ...(bound && !niche ? [] : amongSaid(question, niche)),
      ...(order ? [`${order.says}${!years && currencies.size > 1 ? " (currencies not converted)" : ""}`] : []),
      ...(from > 0 ? [`number ${from + 1} of ${ordered.length}`] : []),
      ...(from === 0 && ordered.length > to ? [`the first ${to === 1 ? "" : `${to} `}of ${ordered.length}`] : []),
    ].join(", "),
    entry: undefined,
    passages: shown.map(({ passage }) => passage),
  };
}

/** What every study says of a thing: those that say what else is asked; all of them, where nothing else is. */
function thoseOf(
  search: SearchIndex,
  question: Question,
  facet: number,
  { niche, region: named }: Asking,
  isRanked: boolean,
): Listing | undefined {
  const id = facetId(search, facet);
  const region = id === "headquarters" ? named : undefined;
  const rest = residue(question.units, facet).filter(({ text }) => !niche?.words.has(text) && !region?.words.has(text));
  const asked = studiesAsked(search, question, niche);
  const rows = rowsOf(search, facet, asked);
  const isWhole = rest.length === 0 && !region;
  if (isWhole ? rows.length < 2 || asksWhoWith(search, facet) : isRanked || denied.test(question.text))
    return undefined;
  // Those that say a thing are not those that it is not so of.
  if (denied.test(question.text) && rows.length < asked.length) return undefined;
  // What few answer, and no label is for, is another question that has the word in it.
  if (isWhole && rows.length * 2 <= asked.length && !hasLabel(search, facet)) return undefined;
  const fitting = rows.filter(
    ({ passage, entry }) => (!region || region.holds(passage.text)) && saysAll(search, rest, { passage, entry }),
  );
  if (fitting.length === 0) return undefined;
  const also = [...rest.map(({ text }) => text), ...(region ? [region.name] : [])].join(" ");
  return {
    title: [
      headingOf(rows, id) + (also ? `: ${also}` : ""),
      ...(rows.length < asked.length && !also
        ? [`${rows.length} of ${asked.length} studies`]
        : amongSaid(question, niche)),
    ].join(", "),
    entry: undefined,
    passages: fitting.slice(0, mostListed).map(({ passage }) => passage),
  };
}

function saysAll(search: SearchIndex, units: readonly Unit[], { passage, entry }: Row): boolean {
  if (units.length === 0) return true;
  const held = search.read(passage, entry).held();
  return units.every((unit) => saysItself(unit, held));
}

const hasLabel = ({ reader }: SearchIndex, facet: number): boolean =>
  reader.lexicon.facets[facet]?.rows.some(({ section }) => ofFigures.includes(section)) ?? false;

const facetId = ({ reader }: SearchIndex, facet: number): string => reader.lexicon.facets[facet]?.id ?? "";

/** Of a large library not every study is listed. */
const mostListed = 40;

/** A row's figure stands at its beginning, and not behind what it says in words. */
const beginsWithFigure = /^[^\d;]{0,40}\d/;

/** Something else than a study is looked for: "which role is the oldest?" */
function asksOther({ words, units }: Question, { niche, region }: Asking): boolean {
  const asked = words[words.findIndex((word) => /^(?:which|what)$/.test(word)) + 1] ?? "";
  if (!words.some((word) => /^(?:which|what)$/.test(word))) return false;
  const isFacet = units.some(({ text, facets }) => facets.length > 0 && text.split(" ").includes(asked));
  return !(
    /^(?:is|are|was|were|has|have|had|does|do|did|will|can|of|one|ones|other|\d+)$/.test(asked) ||
    studies.test(asked) ||
    superlative.test(asked) ||
    niche?.words.has(asked) ||
    region?.words.has(asked) ||
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
