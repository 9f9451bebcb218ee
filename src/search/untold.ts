import type { Passage } from "#content/entry.ts";
import { wordsOf } from "./tokens.ts";

const says = new Set(
  "undisclosed unknown unconfirmed unverified unpublished withheld private varies depends".split(" "),
);
const denies = new Set("not no never nor neither nobody".split(" "));
const known = new Set(
  "known public published found source sources confirmed disclosed given figure figures answered amount sum number date price total clear sure".split(
    " ",
  ),
);
const farthest = 4;

/** True for a text that says of something that it is not known: "the price was not found", "terms not public". */
export function saysUnknown(text: string): boolean {
  const words = wordsOf(text);
  return words.some(
    (word, i) =>
      says.has(word) || (denies.has(word) && words.slice(i + 1, i + 1 + farthest).some((next) => known.has(next))),
  );
}

/** The parts of a text that say of something that it is not known, and the others. */
export function partsKnown(text: string): { readonly known: readonly string[]; readonly unknown: readonly string[] } {
  const parts = text.split(/(?<=[.;!?])\s+/);
  return {
    known: parts.filter((part) => !saysUnknownAtAll(part)),
    unknown: parts.filter(saysUnknownAtAll),
  };
}

/** The same of one part by itself, however far its words stand apart: "no rent for the MI325X or the MI355X is held". */
const saysUnknownAtAll = (part: string): boolean => nothing.test(part);

const nothing =
  /\b(?:undisclosed|unknown|unconfirmed|unpublished)\b|\b(?:no|not|nor|none|neither)\b.{0,80}\b(?:found|captured|held|in hand|published|public|disclosed|confirmed|told|known|gave|gives)\b/i;

/** True for a row of what a study lists as not known. */
export const isOpenPoint = ({ section }: Passage): boolean => section === "unknown";

/** True for a row whose whole point is that no source tells it: of what a study lists as not known, or beginning so. */
export function isUntold(passage: Passage): boolean {
  return isOpenPoint(passage) || opening.test(passage.text);
}

const opening = /^(?:not known|not found|no figure|no public benchmark)\b/i;
