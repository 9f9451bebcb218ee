import { firstYear, ownFigure } from "../words/figures.ts";
import { counts, places } from "../words/ordinals.ts";

/** In which order the same row of several studies is wanted. */
type Order = { readonly says: string; readonly up: boolean; figure(text: string): number | undefined };

/** Words for the most or the least of something. */
export const superlative =
  /\b(?:biggest|largest|greatest|worst|most|main|top|bottom|best|highest|lowest|smallest|fewest|least|oldest|youngest|first|last|latest|newest|earliest|richest|cheapest|number one)\b/;

/** A whole order is asked for. */
export const ranking =
  /^(?:please )?(?:rank|sort|order)\b|^(?:the )?(?:top|bottom)\b.* by\b|\b(?:companies|startups|labs|studies)\b.* by\b|\b(?:highest|lowest|oldest|youngest) first\b/;

const youngest = /\b(?:youngest|newest|latest|last|bottom|most recent|most recently|descending)\b/;

/** The order that a line asks for; nothing where it does not say. `years`: the rows tell years. */
export function orderOf(line: string, years: boolean): Order | undefined {
  const said = / (highest|lowest|oldest|youngest) first\b/.exec(line)?.[1];
  if (years) {
    const turned = said ? /highest|youngest/.test(said) : youngest.test(line);
    const up = /\b(?:oldest|first|earliest|ascending)\b/.test(line) || (ranking.test(line) && !turned);
    if (!up && !turned) return undefined;
    const first = said ? !turned : up;
    return { says: first ? "oldest first" : "youngest first", up: first, figure: firstYear };
  }
  const up = said
    ? /lowest|youngest/.test(said)
    : /\b(?:lowest|smallest|fewest|least|cheapest|bottom|ascending)\b/.test(line);
  const down =
    /\b(?:biggest|largest|greatest|most|top|highest|richest|number one|best)\b/.test(line) || ranking.test(line);
  return up || down
    ? { says: up ? "lowest first" : "highest first", up, figure: (text) => ownFigure(text)?.value }
    : undefined;
}

/** Things by the figures of their texts; those that have none come last. */
export function sorted<T>(things: readonly T[], { up, figure }: Order, textOf: (thing: T) => string): T[] {
  const last = up ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return things
    .map((thing) => ({ thing, amount: figure(textOf(thing)) ?? last }))
    .sort((a, b) => (a.amount === b.amount ? 0 : a.amount < b.amount === up ? -1 : 1))
    .map(({ thing }) => thing);
}

const count = `(\\d{1,2}|${counts.slice(1).join("|")})`;
const several = new RegExp(
  `\\b(?:top|bottom|first|last|best|biggest|largest|smallest) ${count}\\b(?! (?:days?|weeks?|months?|quarters?|years?)\\b)|\\b${count} (?:most|fewest|least|best|worst|(?:old|young|new|big|larg|small|high|low|rich|great)est)\\b`,
);
const single = new RegExp(
  `\\b(?:(${places.slice(1).join("|")}|[2-9](?:nd|rd|th))(?= (?:most|least|place|company|one|best|worst|\\p{L}+est)\\b|$)|(?:number|no|rank) (\\d{1,2}|${counts.slice(1).join("|")})$)`,
  "u",
);

/** Which of the rows in their order are wanted: "top 3" all up to the third, "the second largest" that one alone. */
export type Part = { readonly from: number; readonly to: number };

/** The part of an order that a line asks for; nothing where it asks for all. */
export function partIn(line: string): Part | undefined {
  const [, place, number] = single.exec(line) ?? [];
  if (place ?? number) {
    const at = place && places.includes(place) ? places.indexOf(place) : countOf(place ?? number ?? "") - 1;
    return { from: at, to: at + 1 };
  }
  const [, behind, before] = several.exec(line) ?? [];
  const many = behind ?? before;
  return many === undefined ? undefined : { from: 0, to: countOf(many) };
}

const countOf = (written: string): number =>
  counts.includes(written) ? counts.indexOf(written) + 1 : Number.parseInt(written, 10);

/** Words that say an order or a part of it, and nothing of what is ordered. */
export const ordering = new RegExp(
  `^(?:much|rank\\w*|sort\\w*|order\\w*|ascending|descending|recent\\w*|bottom|place|number|[2-9](?:nd|rd|th)|\\d{1,2}|${[...counts, ...places].join("|")})$`,
);
