import type { Entry, Passage } from "#content/entry.ts";
import { type Niche, niches } from "#content/niches.ts";
import { type Figure, firstFigure, firstYear } from "./figures.ts";
import type { Listing } from "./list.ts";
import type { SearchIndex } from "./passages.ts";
import { meet, nowhere, places } from "./places.ts";
import type { Question } from "./question.ts";
import type { Unit } from "./units.ts";

/** Words for the most or the least of something. */
export const superlative =
  /\b(?:biggest|largest|greatest|worst|most|main|top|best|highest|lowest|smallest|fewest|least|oldest|youngest|first|last|latest|newest|earliest|richest|cheapest|number one)\b/;
const several = /\b(?:which|what|who|name|rank|list)\b/;
const ranking = /^(?:please )?(?:rank|sort|order)\b/;
const all = /\b(?:all|each|every)\b/;
const studies = /^(?:compan|stud|firm|start|busines|case|they|them|these|those)/;
const limit =
  /\b(above|over|more than|greater than|at least|exceeding|exceeds?|under|below|less than|fewer than|at most)\s+(?=[$€£]?\d)/i;

/**
 * The same row of every study, for a question that asks all of them: which is worth most, all that have raised more than
 * so much, or whoever works with somebody who has no entry. Nothing where one study is asked about.
 */
export function acrossStudies(search: SearchIndex, question: Question): Listing | undefined {
  return byFigure(search, question) ?? byName(search, question);
}

/** "Which company is worth most?", "all companies valued above $100B": rows in the order of their figures. */
function byFigure(search: SearchIndex, question: Question): Listing | undefined {
  const line = question.words.join(" ");
  const bound = boundIn(question.text);
  const niche = nicheIn(line);
  const isRanked = (superlative.test(line) && several.test(line)) || ranking.test(line);
  if (!isRanked && !(bound && several.test(line)) && !(all.test(line) && /\b(?:they|companies|studies)\b/.test(line)))
    return undefined;
  for (const facet of question.facets) {
    const rest = residue(question.units, facet).filter(
      ({ text, number }) => !(bound && (number || inBound.test(text))) && !niche?.words.has(text),
    );
    if (rest.some(({ hard }) => hard) || rest.length > (isRanked ? mostResidue : 0)) continue;
    const rows = rowsOf(search, facet, niche?.name);
    const title = rows[0]?.passage.title ?? "";
    if (rows.length < 2) continue;
    const within = bound ? rows.filter(({ passage }) => bound.holds(firstFigure(passage.text))) : rows;
    if (within.length === 0) continue;
    const order = orderOf(line, facetIsYear(within));
    return {
      title: [
        title,
        bound?.says ?? "",
        niche ? `, ${niche.name}` : bound ? "" : ", all studies",
        order ? `, ${order.says}` : "",
      ].join(""),
      entry: undefined,
      passages: (order ? sorted(within, order) : within).map(({ passage }) => passage),
    };
  }
  return undefined;
}

/** One word more than the facet may be asked ("most enterprise customers"): the rows still say which it is. */
const mostResidue = 1;

const asksWhom =
  /\bwho(?:m|se)?\b|\b(?:which|what|list|name|all)(?: of)?(?: all| the| these| your| \p{L}+)? (?:companies|company|startups?|firms?|studies|cases)\b/u;

/** "Who partners with AWS?": of each study the partner of that name; of investors, those that invest. */
function byName(search: SearchIndex, question: Question): Listing | undefined {
  const { units, facets, kinds, words } = question;
  if (!kinds.includes("list") && !kinds.includes("person")) return undefined;
  if (!asksWhom.test(words.join(" "))) return undefined;
  for (const facet of facets) {
    const [name, another] = residue(units, facet);
    if (!name || another) continue;
    const asking = units.find((unit) => unit.weight > 0.25 && unit.facets.includes(facet));
    const named = withoutWideGroups(name, search);
    const has = (unit: Unit | undefined, passage: Passage, entry: Entry) =>
      unit ? meet(unit, search.read(passage, entry).held()) : nowhere;
    const rows = search.library.ofKind("case-study").flatMap((entry): Row[] => {
      const partners = entry.sections.find(({ id }) => id === "partnerships")?.passages ?? [];
      const answering = new Set(
        search
          .facetRows(entry)
          .get(facet)
          ?.map(({ passage }) => passage),
      );
      const passage = partners.find((partner) => {
        const { said, meant } = has(named, partner, entry);
        const isNamed = ((said | meant) & places.title) !== 0;
        return isNamed && (answering.has(partner) || has(asking, partner, entry).said !== 0);
      });
      return passage ? [{ passage, entry }] : [];
    });
    if (rows.length > 1)
      return {
        title: `${titleWith(name, rows)}, all studies`,
        entry: undefined,
        passages: rows.map(({ passage }) => passage),
      };
  }
  return undefined;
}

/** Words of one company stand for another ("amazon"), those of a trade ("consultancies") for nobody. */
function withoutWideGroups(unit: Unit, { reader }: SearchIndex): Unit {
  return { ...unit, concepts: unit.concepts.filter((concept) => reader.lexicon.members(concept).length <= namesOfOne) };
}

const namesOfOne = 10;

/** The name as the rows write it. */
function titleWith({ text }: Unit, rows: readonly Row[]): string {
  const written = new RegExp(`\\b${text.replace(/[^\p{L}\p{N} ]/gu, ".")}\\b`, "iu");
  for (const { passage } of rows) {
    const match = written.exec(`${passage.title} ${passage.text}`);
    if (match) return match[0];
  }
  return text;
}

type Row = { readonly passage: Passage; readonly entry: Entry };

/** Of each study, of one niche or all, the row of the glance that a facet asks for. */
function rowsOf(search: SearchIndex, facet: number, niche: Niche["name"] | undefined): Row[] {
  return search.library.ofKind("case-study").flatMap((entry) => {
    if (niche && entry.niche !== niche) return [];
    const rows = search.facetRows(entry).get(facet) ?? [];
    const found = rows.find(({ passage, share }) => passage.section === "glance" && share === 1);
    return found ? [{ passage: found.passage, entry }] : [];
  });
}

/** Words beside the facet that say something, and not only that studies are asked about. */
function residue(units: readonly Unit[], facet: number): Unit[] {
  return units.filter(
    (unit) =>
      !unit.facets.includes(facet) &&
      unit.weight > 0.25 &&
      !studies.test(unit.text) &&
      !superlative.test(unit.text) &&
      !/^(?:money|much)$/.test(unit.text),
  );
}

type Bound = { readonly says: string; holds(figure: Figure | undefined): boolean };

/** "Above $100B": what a row's figure must be. */
function boundIn(text: string): Bound | undefined {
  const match = limit.exec(text);
  const figure = match && firstFigure(text.slice(match.index + match[0].length));
  if (!match || !figure) return undefined;
  const word = match[1]?.toLowerCase() ?? "";
  const below = /under|below|less|fewer|most/.test(word);
  return {
    says: ` ${word} ${figure.written}`,
    holds: (found) => found !== undefined && (below ? found.value < figure.value : found.value > figure.value),
  };
}

/** Words that such a bound is made of. */
const inBound =
  /^(?:above|over|more|greater|least|exceed\w*|under|below|less|fewer|most|than|trillion|billion|million|thousand|dollars?|euros?|\d.*)$/;

/** The one niche that a question keeps to, and the words that name it. */
function nicheIn(line: string): { readonly name: Niche["name"]; readonly words: ReadonlySet<string> } | undefined {
  const [only, other] = niches.filter(({ aliases }) => aliases.some((alias) => ` ${line} `.includes(` ${alias} `)));
  return only && !other ? { name: only.name, words: new Set(only.aliases) } : undefined;
}

type Order = { readonly says: string; readonly up: boolean; figure(text: string): number | undefined };

const facetIsYear = (rows: readonly Row[]): boolean => rows.every(({ passage }) => /^Founded\b/.test(passage.title));

/** In which order rows are wanted; nothing where the question does not say. */
function orderOf(line: string, years: boolean): Order | undefined {
  if (years) {
    const up = /\b(?:oldest|first|earliest)\b/.test(line);
    const down = /\b(?:youngest|newest|latest|last)\b/.test(line);
    return up || down ? { says: up ? "oldest first" : "youngest first", up, figure: firstYear } : undefined;
  }
  const up = /\b(?:lowest|smallest|fewest|least|cheapest)\b/.test(line);
  const down =
    /\b(?:biggest|largest|greatest|most|top|highest|richest|number one|best)\b/.test(line) || ranking.test(line);
  return up || down
    ? { says: up ? "lowest first" : "highest first", up, figure: (text) => firstFigure(text)?.value }
    : undefined;
}

/** Rows by their figures; those that have none come last. */
function sorted(rows: readonly Row[], { up, figure }: Order): Row[] {
  const last = up ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  const amountOf = ({ passage }: Row) => figure(passage.text) ?? last;
  return [...rows].sort((a, b) => {
    const [x, y] = [amountOf(a), amountOf(b)];
    return x === y ? 0 : x < y === up ? -1 : 1;
  });
}
