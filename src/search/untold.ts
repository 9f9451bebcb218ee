import type { Passage } from "#content/entry.ts";
import type { Scored } from "./score.ts";
import { wordsOf } from "./tokens.ts";

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
  const words = wordsOf(text);
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

/** One part by itself, however far its words stand apart: "no rent for the MI325X or the MI355X is held". */
const denies = (part: string): boolean => denial.test(part) && !noDenial.test(part);

const denial =
  /\b(?:undisclosed|unknown|unconfirmed|unpublished)\b|\b(?:no|not|nor|none)\b.{0,80}\b(?:found|captured|held|in hand|published|public|disclosed|told|known|gave|stated|named)\b|\bnot confirmed\b/i;

/** What somebody did not know, or what is said of all that is known, is told all the same. */
const noDenial = /\bha(?:d|s|ve) not known\b|\bknown to\b/i;

/** True for a row of what a study lists as not known. */
export const isOpenPoint = ({ section }: Passage): boolean => section === "unknown";

/** True for a row whose whole point is that no source tells what is asked: an open point, or the answer to this very question. */
export function isUntold({ read: { passage }, signs }: Scored): boolean {
  return (
    isOpenPoint(passage) || (opensUnknown(passage.text) && (signs.title > sameQuestion || signs.coverage > allOfIt))
  );
}

/** What is not known of one year says nothing of a question that names none: a near row that tells something is first. */
export function toldFirst(
  ranked: readonly Scored[],
  words: readonly string[],
  isSure: (scored: Scored) => boolean,
): readonly Scored[] {
  const [best] = ranked;
  if (!best || !isUntold(best) || words.some((word) => year.test(word))) return ranked;
  if (!wordsOf(`${best.read.passage.title} ${best.read.passage.text}`).some((word) => year.test(word))) return ranked;
  const told = ranked
    .slice(1, nearest)
    .find((scored) => !isUntold(scored) && best.score - scored.score < nearScore && isSure(scored));
  return told ? [told, ...ranked.filter((scored) => scored !== told)] : ranked;
}

const year = /^20\d\d$/;

/** How near that row must be, in places and in score. */
const nearest = 4;
const nearScore = 1;

/** "Not known: …"; or it says so in other words, and tells hardly anything beside. */
const opensUnknown = (text: string): boolean =>
  notKnown.test(text) ||
  (noneFound.test(text) && !/\d/.test(text) && partsKnown(text).known.join(" ").length <= little);

const notKnown = /^(?:not known|not found|no figure)\b/i;
const noneFound =
  /^(?:not published\b|(?:none|no\b[^.,;:]{0,40}|nothing) (?:is|are|was|were|has been)\b.{0,20}\b(?:found|published)\b)/i;

/** Letters of what is told beside. */
const little = 80;

/** So far a row's title, or a way that it is asked for, must agree with the question. */
const sameQuestion = 0.55;

/** Or such a part of what is asked must stand in it. */
const allOfIt = 0.8;
