import type { Question } from "./question.ts";
import type { ReadPassage, Sense } from "./reading.ts";
import { isStopWord, wordsOf } from "./tokens.ts";
import type { Unit } from "./units.ts";

/** What a match is worth by where and how it was found. */
export const found = { exact: 1, synonym: 0.85, nearby: 0.7, nearbySynonym: 0.5 };

/** How far a passage speaks of one thing asked for: 0 to 1. */
export function coverageOf(unit: Unit, read: ReadPassage, question: Question): number {
  return unit.trust * matchOf(unit, read, question);
}

/** True when a unit is part of the name of the entry, or of the section named like one. */
export function namesUnit(unit: Unit, entry: string, section: string): boolean {
  return unit.names !== undefined && (unit.names === entry || unit.names === section);
}

function matchOf(unit: Unit, read: ReadPassage, question: Question): number {
  if (namesUnit(unit, read.entry.id, read.passage.section)) return found.exact;
  if (unit.number) return numberIn(unit, read);
  if (unit.strict && !saysOutright(unit.text, read)) return 0;
  if (holds(read.own, unit.stems)) return found.exact;
  if (unit.facets.some((facet) => question.facets.has(facet) && read.facets.has(facet))) return 0.95;
  if (means(read.own, unit.concepts) || holds(read.hint, unit.stems) || holds(read.asked, unit.stems))
    return found.synonym;
  if (means(read.asked, unit.concepts)) return found.nearby;
  if (means(read.hint, unit.concepts)) return found.nearby;
  if (holds(read.context, unit.stems)) return found.nearby;
  if (unit.stems.length > 1 && !unit.strict) {
    const content = unit.stems.filter((term) => !isStopWord(term));
    const held = content.filter((term) => read.own.stems.has(term)).length;
    if (held > 1) return found.nearby * (held / content.length);
  }
  if (means(read.context, unit.concepts)) return found.nearbySynonym;
  return 0;
}

/** True when all these stems stand in some words. */
export function holds({ stems: held }: Sense, stems: readonly string[]): boolean {
  for (const term of stems) if (!held.has(term)) return false;
  return true;
}

/** Stems run together ("intern", "internal"); a word that stands for nothing else must be there itself. */
function saysOutright(word: string, { passage, entry }: ReadPassage): boolean {
  const bare = word.replace(/s$/, "");
  const said = [passage.title, passage.text, ...passage.aliases, ...passage.asked, ...entry.aliases].join(" ");
  return ` ${wordsOf(said).join(" ")} `
    .split(` ${bare}`)
    .slice(1)
    .some((rest) => /^(?:s|es|ies)?\s/.test(rest));
}

/** A year is also covered by the day the row was true. */
function numberIn({ text, stems }: Unit, read: ReadPassage): number {
  if (holds(read.own, stems)) return found.exact;
  return /^(?:19|20)\d\d$/.test(text) && read.passage.asOf.startsWith(text) ? found.nearby : 0;
}

/** The greatest share of the question's weight that one quotable stretch covers, the title counted in. */
export function bestStretch({ units, total }: Question, read: ReadPassage, covered: readonly number[]): number {
  if (total === 0) return 0;
  let best = 0;
  for (const stretch of read.windows) {
    let sum = 0;
    for (const [i, unit] of units.entries()) {
      const whole = covered[i] ?? 0;
      if (whole > 0) sum += unit.weight * inStretch(unit, stretch, read, whole);
    }
    if (sum > best) best = sum;
  }
  return best / total;
}

function inStretch(unit: Unit, stretch: Sense, read: ReadPassage, whole: number): number {
  if (unit.trust < 1) return whole;
  if (namesUnit(unit, read.entry.id, read.passage.section)) return found.exact;
  if (holds(stretch, unit.stems) || holds(read.title, unit.stems)) return found.exact;
  if (means(stretch, unit.concepts) || means(read.title, unit.concepts)) return found.synonym;
  if (holds(read.hint, unit.stems) || holds(read.asked, unit.stems)) return found.synonym;
  if (unit.facets.some((facet) => read.facets.has(facet))) return 0.9;
  return whole <= found.nearby ? whole : 0;
}

/** True when some of these groups of words stand in some words. */
export function means({ concepts: held }: Sense, concepts: readonly number[]): boolean {
  for (const concept of concepts) if (held.has(concept)) return true;
  return false;
}
