import type { ReadPassage } from "../passages/read-passage.ts";
import { type Met, places } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import type { Unit } from "../question/units.ts";
import { holds, means, type Sense } from "../vocabulary/sense.ts";
import { isStopWord } from "../words/tokens.ts";

/** What a match is worth by where and how it was found. */
export const found = { exact: 1, synonym: 0.85, nearby: 0.7, nearbySynonym: 0.5 };

/** How far a passage speaks of one thing asked for: 0 to 1. */
export function coverageOf(unit: Unit, met: Met, read: ReadPassage, question: Question): number {
  return unit.trust * matchOf(unit, met, read, question);
}

/** True when a unit is part of the name of the entry, or of the section named like one. */
export function namesUnit(unit: Unit, entry: string, section: string): boolean {
  return unit.names !== undefined && (unit.names === entry || unit.names === section);
}

function matchOf(unit: Unit, { said, meant }: Met, read: ReadPassage, question: Question): number {
  if (namesUnit(unit, read.entry.id, read.passage.section)) return found.exact;
  if (unit.number) return said & places.own ? found.exact : isYearOf(unit, read) ? found.nearby : 0;
  if (unit.strict && !saysOutright(unit.text, read)) return 0;
  if (said & places.own) return found.exact;
  if (unit.facets.some((facet) => question.facets.has(facet) && read.facets().has(facet))) return 0.95;
  if (meant & places.own || said & (places.hint | places.asked)) return found.synonym;
  if (meant & (places.asked | places.hint) || said & places.context) return found.nearby;
  if (unit.stems.length > 1 && !unit.strict) {
    const content = unit.stems.filter((term) => !isStopWord(term));
    const held = content.filter((term) => (read.held().stems.get(term) ?? 0) & places.own).length;
    if (held > 1) return found.nearby * (held / content.length);
  }
  return meant & places.context ? found.nearbySynonym : 0;
}

/** Stems run together ("intern", "internal"); a word that stands for nothing else must be there itself. */
function saysOutright(word: string, read: ReadPassage): boolean {
  const bare = word.replace(/s$/, "");
  return read
    .said()
    .split(` ${bare}`)
    .slice(1)
    .some((rest) => /^(?:s|es|ies)?\s/.test(rest));
}

/** A year is also covered by the day the row was true. */
const isYearOf = ({ text }: Unit, { passage }: ReadPassage): boolean =>
  /^(?:19|20)\d\d$/.test(text) && passage.asOf.startsWith(text);

/** The greatest share of the question's weight that one quotable stretch covers, the title counted in. */
export function bestStretch(
  { units, total }: Question,
  read: ReadPassage,
  met: readonly Met[],
  covered: readonly number[],
): number {
  if (total === 0) return 0;
  let best = 0;
  for (const stretch of read.windows()) {
    let sum = 0;
    for (let i = 0; i < units.length; i++) {
      const unit = units[i];
      const here = met[i];
      const whole = covered[i] ?? 0;
      if (unit && here && whole > 0) sum += unit.weight * inStretch(unit, here, stretch, read, whole);
    }
    if (sum > best) best = sum;
  }
  return best / total;
}

function inStretch(
  unit: Unit,
  { said, meant }: Met,
  stretch: Sense | "whole",
  read: ReadPassage,
  share: number,
): number {
  if (unit.trust < 1) return share;
  if (namesUnit(unit, read.entry.id, read.passage.section)) return found.exact;
  if (said & places.title || (stretch === "whole" ? said & places.text : holds(stretch, unit.stems)))
    return found.exact;
  if (meant & places.title || (stretch === "whole" ? meant & places.text : means(stretch, unit.concepts)))
    return found.synonym;
  if (said & (places.hint | places.asked)) return found.synonym;
  if (unit.facets.some((facet) => read.facets().has(facet))) return 0.9;
  return share <= found.nearby ? share : 0;
}
