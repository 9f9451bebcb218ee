import type { Passage } from "#content/entry.ts";
import { wordsOf } from "../words/tokens.ts";

const says = new Set(
  "undisclosed unknown unconfirmed unverified unpublished withheld private varies depends".split(" "),
);
const negations = new Set("not no never nor neither nobody".split(" "));
const known = new Set(
  "known public published found source sources confirmed disclosed given figure figures answered amount sum number date price total clear sure".split(
    " ",
  ),
);
const farthest = 4;

/** True for a text that says of something that it is not known: "the price was not found", "terms not public". */
export function saysUnknown(text: string): boolean {
  const words = wordsOf(text.replace(ignorance, ""));
  return words.some(
    (word, i) =>
      says.has(word) || (negations.has(word) && words.slice(i + 1, i + 1 + farthest).some((next) => known.has(next))),
  );
}

/** The parts of a text that say of something that it is not known, and the others. */
export function partsKnown(text: string): { readonly known: readonly string[]; readonly unknown: readonly string[] } {
  const parts = text.split(/(?<=[.;!?,:])\s+|\s+(?:and|but)\s+(?=\S+\s+\S+\s+\S+)/);
  return { known: parts.filter((part) => !denies(part)), unknown: parts.filter(denies) };
}

/** True for one part that says so by itself, however far its words stand apart: "no rent for the MI325X or the MI355X is held". */
export const denies = (part: string): boolean => denial.test(part) && !noDenial.test(part);

const denial =
  /\b(?:undisclosed|unknown|unconfirmed|unpublished|withheld)\b|\b(?:no|not|nor|none)\b.{0,80}\b(?:found|captured|held|in hand|published|public|disclosed|told|known|gave|stated|named)\b|\bnot confirmed\b/i;

/** What somebody did not know, or what is said of all that is known, is told all the same. */
const ignorance = /\bha(?:d|s|ve) not known\b/gi;
const noDenial = new RegExp(`${ignorance.source}|\\bknown to\\b`, "i");

/** True for a row of what a study lists as not known. */
export const isOpenPoint = ({ section }: Passage): boolean => section === "unknown";

/** "Not known: …"; or it says so in other words, and tells hardly anything beside. */
export const opensUnknown = (text: string): boolean =>
  notKnown.test(text) ||
  (noneFound.test(text) && !/\d/.test(text) && partsKnown(text).known.join(" ").length <= little);

/** A row that is called so: "GPU rates not found at the large clouds". */
export const isCalledUnknown = (title: string): boolean =>
  !title.endsWith("?") &&
  /\bnot (?:found|stated|known|published|disclosed)\b|\bwithout (?:\p{L}+ )?figures\b/iu.test(title);

const notKnown = /^(?:not known|not found|not confirmed|no figure)\b/i;
const noneFound =
  /^(?:not published\b|(?:none|no\b[^.,;:]{0,40}|nothing) (?:is|are|was|were|has been)\b.{0,20}\b(?:found|published)\b)/i;

/** Letters of what is told beside. */
const little = 80;
