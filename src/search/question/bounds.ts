import { firstYear, ownFigure, totalFigure } from "../words/figures.ts";

/** What the figure or the year of a row must be: "above $100B", "after 2015". */
type Bound = {
  readonly of: "figure" | "year";
  /** As a heading says it, with a blank in front. */
  readonly says: string;
  holds(text: string): boolean;
};

const figure = "[$€£]?\\s?\\d[\\d,.]*\\s?(?:trillion|billion|million|thousand|tn|bn|mn|[tbmk])?\\b";
const before = new RegExp(
  `\\b(?<word>above|over|more than|greater than|exceeding|exceeds?|at least|under|below|less than|fewer than|at most|up to)\\s+(?<figure>${figure})`,
  "i",
);
const behind = new RegExp(`(?<figure>${figure}) or (?<word>more|above|over|higher|less|fewer|below|lower)\\b`, "i");
const between = /\bbetween\s+(?<from>(?:19|20)\d\d)\s+and\s+(?<to>(?:19|20)\d\d)\b/i;
const year = /\b(?<word>after|since|before|until|in)\s+(?<year>(?:19|20)\d\d)\b/i;
const not = /\b(?:no|not|never|without|nor)\b|n['’]t\b/i;

/** The bound that a question sets, turned round where it is denied: "no more than $500M" is at most that. */
export function boundIn(text: string): Bound | undefined {
  return yearsIn(text) ?? figuresIn(text);
}

function figuresIn(text: string): Bound | undefined {
  const match = before.exec(text) ?? behind.exec(text);
  const { word = "", figure: written = "" } = match?.groups ?? {};
  const wanted = totalFigure(written)?.value;
  if (!match || wanted === undefined) return undefined;
  const denied = not.test(text.slice(0, match.index));
  const up = /above|over|more|greater|exceed|least|higher/i.test(word) !== denied;
  const included = (/least|most|up to/i.test(word) || behind.test(text)) !== denied;
  const says = up ? (included ? "at least" : "above") : included ? "at most" : "below";
  return {
    of: "figure",
    says: ` ${says} ${written.trim()}`,
    holds: (row) => {
      const value = ownFigure(row)?.value;
      if (value === undefined) return false;
      return value === wanted ? included : value > wanted === up;
    },
  };
}

function yearsIn(text: string): Bound | undefined {
  const range = between.exec(text);
  const match = range ?? year.exec(text);
  if (!match || not.test(text.slice(0, match.index))) return undefined;
  const { from = "", to = "", word = "", year: written = "" } = match.groups ?? {};
  const at = Number(written);
  const [first, last] = range
    ? [Number(from), Number(to)]
    : ({
        after: [at + 1, Number.POSITIVE_INFINITY],
        since: [at, Number.POSITIVE_INFINITY],
        before: [0, at - 1],
        until: [0, at],
        in: [at, at],
      }[word.toLowerCase()] ?? [0, 0]);
  return {
    of: "year",
    says: range ? ` from ${from} to ${to}` : ` ${word.toLowerCase()} ${written}`,
    holds: (row) => {
      const founded = firstYear(row);
      return founded !== undefined && founded >= (first ?? 0) && founded <= (last ?? 0);
    },
  };
}

/** A text without the bound that it sets. */
export const withoutBound = (text: string): string =>
  [between, before, behind, year]
    .reduce((rest, bound) => rest.replace(bound, ""), text)
    .replace(/\s+/g, " ")
    .trim();

/** Words that a bound is made of. */
export const inBound =
  /^(?:above|over|more|greater|least|exceed\w*|under|below|less|fewer|higher|lower|most|than|trillion|billion|million|thousand|dollars?|euros?|after|since|before|until|between|\d.*)$/;
