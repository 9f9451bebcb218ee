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

/** True for a row whose whole point is that no source tells it: of what a study lists as not known, or beginning so. */
export function isUntold({ section, text }: Passage): boolean {
  return section === "unknown" || opening.test(text);
}

const opening = /^(?:not known|not found|no figure|no public benchmark)\b/i;
