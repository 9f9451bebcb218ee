import type { ReadPassage } from "../passages/read-passage.ts";
import { meet } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight, type Unit } from "../question/units.ts";
import type { Kind } from "../vocabulary/lexicon.ts";
import { isPlainWord } from "../words/plain-words.ts";
import { isStopWord, wordsOf } from "../words/tokens.ts";

/** True where a name is asked about that stands nowhere in or around the row: "is Shopify paying OpenAI for its checkout?" */
export function lacksName({ units, kinds, words }: Question, read: ReadPassage): boolean {
  // Advice and comparisons tell who asks, or take names as examples.
  if (kinds.some((kind) => leavesNames.has(kind))) return false;
  const isOne = read.entry.kind !== "case-study" && isAbout(read.passage.title, words) ? isNamed : isBareName;
  return units.some((unit) => isOne(unit) && isAbsent(unit, read));
}

/** True for a row called after somebody else than the one asked about: "AWS services tiers" for Google's. */
export const isCalledAfterAnother = ({ units, kinds, words }: Question, read: ReadPassage): boolean =>
  !kinds.some((kind) => leavesNames.has(kind)) &&
  read.entry.kind !== "case-study" &&
  isAbout(read.passage.title, words) &&
  units.some((unit) => isNamed(unit) && isAbsent(unit, read));

/** True for a name that stands nowhere in or around a row, nor in what it cites. */
export function isAbsent(unit: Unit, { held, passage: { id, sources } }: ReadPassage): boolean {
  const { said, meant } = meet(unit, held());
  if ((said | meant) !== 0) return false;
  const cited = new Set(wordsOf([id, ...sources].join(" ")));
  return !wordsOf(unit.text).some((word) => cited.has(word));
}

/** Its title names somebody else: "AWS services tiers". */
const isAbout = (title: string, words: readonly string[]): boolean =>
  [...title.matchAll(/(?<=^|\s|\()(\p{Lu}[\p{L}\p{N}'’.-]*)/gu)].some(([, found = ""]) =>
    wordsOf(found).some((word) => !words.includes(word) && !isPlainWord(word) && !isStopWord(word)),
  );

const leavesNames: ReadonlySet<Kind> = new Set<Kind>(["advice", "how", "comparison"]);

/** A name that the vocabulary has no other words for. */
const isBareName = (unit: Unit): boolean =>
  unit.capital && unit.concepts.length + unit.facets.length === 0 && isNamed(unit);

/** True for a name by its letters: of the trade at large, what is told of one firm or country is not told of another. */
export const isNamed = ({ text, named, names, number, trust, weight }: Unit): boolean =>
  named && names === undefined && !number && trust === 1 && weight > tellingWeight && !isPlainWord(text);
