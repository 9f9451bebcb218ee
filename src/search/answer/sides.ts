import type { Entry, Passage } from "#content/entry.ts";
import { rowsOf } from "../list/across-rows.ts";
import type { Row } from "../passages/learned.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight } from "../question/units.ts";
import type { Scored } from "../rank/score.ts";
import { stem } from "../words/tokens.ts";

/** One of the things compared, with its row for each thing asked about; a missing row is not known. */
export type Side = { readonly entry: Entry; readonly passages: readonly (Passage | undefined)[] };

/** The rows that two or more entries of one kind share and that were asked about: "compare A and B valuation". */
export function sidesOf(search: SearchIndex, question: Question): Side[] {
  const entries =
    question.companies.length > 1 ? question.companies : question.others.filter(({ kind }) => kind === "role");
  if (entries.length < 2) return [];
  const rowsFor = (facet: number) => new Map(sharedRows(search, entries, facet).map((row) => [row.entry, row.passage]));
  const asked = new Set([...question.facets, ...question.units.flatMap((unit) => unit.facets)]);
  const shared = [...asked]
    .filter((facet) => !isNamedElse(search, question, facet))
    .filter((facet) => askedOutright(question, facet) && !isRunElse(question, facet))
    .map((facet) => ({ facet, rows: rowsFor(facet) }))
    .filter(({ facet, rows }) => rows.size > 1 && (areFigures(rows) || asksNothingElse(question, facet)))
    .map(({ rows }) => rows)
    .filter(
      (rows, i, all) => all.findIndex((other) => entries.every((entry) => other.get(entry) === rows.get(entry))) === i,
    );
  // How big they are, one figure of several does not tell.
  const isOfSize = question.facets.size > 1 && question.units.every(({ names }) => names);
  if (shared.length < (isOfSize ? 2 : 1)) return [];
  return entries.slice(0, 4).map((entry) => ({ entry, passages: shared.slice(0, 3).map((rows) => rows.get(entry)) }));
}

/** A word that is the very name of one facet asks for that, and not for another that it may stand for: "price" for pricing. */
function isNamedElse({ reader: { lexicon } }: SearchIndex, { units }: Question, facet: number): boolean {
  const asking = units.filter(({ facets }) => facets.includes(facet));
  const named = (i: number) => (lexicon.facets[i]?.id ?? "").split("-").map(stem).join(" ");
  return (
    asking.length > 0 &&
    asking.every(({ facets, stems }) => facets.some((other) => other !== facet && named(other) === stems.join(" ")))
  );
}

/** Who runs some part of a company is no row of who runs the company, nor of that part: "who runs their channel?" */
const isRunElse = ({ units, wanted: { run } }: Question, facet: number): boolean =>
  run.length > 0 &&
  units.some((unit) => unit.facets.includes(facet) && !run.some((word) => unit.stems.includes(stem(word))));

const areFigures = (rows: ReadonlyMap<Entry, Passage>): boolean =>
  [...rows.values()].every(({ section }) => section !== "faq");

/** Answers to questions are held against each other only where nothing but them is asked, and nobody did something. */
const asksNothingElse = ({ units, deed }: Question, facet: number): boolean =>
  deed === undefined &&
  units.every(
    ({ text, facets, names, weight }) =>
      facets.includes(facet) || names || weight <= tellingWeight || comparing.test(text),
  );

const comparing = /^(?:compar|versus|vs$|differ|better|more)/;

/** Of each company the row that tells the same figure where they share one; of each role the row of that label. */
function sharedRows(search: SearchIndex, entries: readonly Entry[], facet: number): readonly Row[] {
  if (entries[0]?.kind === "case-study") return rowsOf(search, facet, entries);
  return entries.flatMap((entry) => {
    const rows = search.facetRows(entry).get(facet) ?? [];
    const found = rows.find(({ passage, share }) => passage.section !== "faq" && share === 1);
    return found ? [{ entry, passage: found.passage }] : [];
  });
}

/** Nothing but the facet is asked: what else the question says would be lost in a table. */
function askedOutright({ units }: Question, facet: number): boolean {
  const rest = units.filter((unit) => !unit.facets.includes(facet) && !unit.names && unit.weight > tellingWeight);
  return rest.every((unit) => unit.facets.length > 0 || comparing.test(unit.text));
}

/** The best of each entry compared before the second best of any, so that every side is heard. */
export function takeTurns(ranked: readonly Scored[], { companies, others }: Question): readonly Scored[] {
  const named = companies.length > 1 ? companies : others;
  if (named.length < 2) return ranked;
  const sideOf = ({ read }: Scored) =>
    named.find(
      (entry) => entry === read.entry || read.passage.id.endsWith(`-${entry.id}`) || read.passage.section === entry.id,
    );
  const [first] = ranked;
  if (!first) return ranked;
  const heard = new Set([sideOf(first)]);
  const next = ranked.filter((scored) => {
    const side = sideOf(scored);
    if (!side || heard.has(side)) return false;
    heard.add(side);
    return true;
  });
  return [first, ...next, ...ranked.filter((scored) => scored !== first && !next.includes(scored))];
}
