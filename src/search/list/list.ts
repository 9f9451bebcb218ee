import type { Entry, Passage } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { headOf } from "../question/ask-form.ts";
import { places, standsIn } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import { lightWeight, tellingWeight, type Unit } from "../question/units.ts";
import { namesUnit } from "../rank/match.ts";
import { isOf } from "../rank/signs.ts";
import { wholeSection } from "../vocabulary/facets.ts";
import type { Kind } from "../vocabulary/lexicon.ts";
import { stem } from "../words/tokens.ts";
import { acrossStudies } from "./across.ts";
import { dealingsNamed } from "./across-dealings.ts";
import { foundersWho } from "./across-founders.ts";
import { superlative } from "./across-order.ts";
import { groupAsked } from "./groups.ts";
import { inCommon } from "./in-common.ts";
import type { Listing } from "./listing.ts";
import { modelPrices } from "./model-prices.ts";
import { partAsked } from "./part-asked.ts";
import { isRole } from "./partner-role.ts";
import { pitfallsAsked } from "./pitfalls.ts";

/** No list answers these. */
const never: ReadonlySet<Kind> = new Set(["date", "number", "cost", "why", "yes-no", "comparison", "place"]);

/** Units that do not belong to the facet, and say something. */
function residue(units: readonly Unit[], facet: number, entry: Entry | undefined): Unit[] {
  return units.filter(
    (unit) =>
      !unit.facets.includes(facet) &&
      unit.weight > tellingWeight &&
      !containing.test(unit.text) &&
      !(entry && namesUnit(unit, entry.id, "")),
  );
}

/** "What should an agenda cover" asks for nothing but the agenda. */
const containing = /^(?:cover|include|contain)s?$/;

/** All rows of a section, or those of them that speak of what else is asked for; nothing when one row is wanted. */
export function listFor(search: SearchIndex, question: Question): Listing | undefined {
  const verdicts = verdictsFor(search, question);
  if (verdicts) return verdicts;
  const whole = modelPrices(search, question) ?? pitfallsAsked(search, question) ?? partAsked(question);
  if (whole) return whole;
  const dealings = foundersWho(search, question) ?? dealingsNamed(search, question) ?? inCommon(search, question);
  if (dealings) return dealings;
  const group = groupAsked(search, question);
  if (group) return group;
  const subjects = [...question.companies, ...question.others];
  const [entry] = subjects;
  if (subjects.length !== 1) return question.others.length > 0 ? undefined : acrossStudies(search, question);
  if (!entry) return undefined;
  if (question.kinds.some((kind) => never.has(kind))) return undefined;
  // Whoever runs the partnerships is none of the partners.
  const isRun = ({ stems }: Unit) => question.wanted.run.some((word) => stems.includes(stem(word)));
  const line = question.words.join(" ");
  for (const facet of question.facets) {
    // What a company is, is told in whole only when nothing else is asked.
    if (question.facets.size > 1 && search.reader.lexicon.facets[facet]?.id === "summary") continue;
    const asking = question.units.filter((unit) => unit.facets.includes(facet));
    if (asking.some(isRun)) continue;
    const isLight = asking.length > 0 && asking.every(({ weight }) => weight <= lightWeight);
    if (isLight && wantsElse(question, asking)) continue;
    const plural = asking.some(({ text }) => /s$/.test(text));
    if (superlative.test(line) && !plural) continue;
    // Which kinds there are is not told by naming all partners.
    const isPartners = search.reader.lexicon.facets[facet]?.id === "partners";
    if (isPartners && sorts.test(line)) continue;
    const rows = rowsOf(search, entry, facet);
    const rest = residue(question.units, facet, entry);
    const speaking = (where: number) =>
      rows.filter((passage) => {
        const held = search.read(passage, entry).held();
        return rest.every((unit) => standsIn(unit, held, where));
      });
    const narrow = speaking(places.own);
    const told = narrow.length > 1 ? narrow : speaking(places.own | places.context);
    const fitting = isPartners ? inThatRole(search, rest, told) : told;
    if (fitting.length < 2) continue;
    const section = entry.sections.find(({ id }) => id === fitting[0]?.section);
    return { title: `${entry.title} · ${section?.title ?? ""}`, entry, passages: fitting };
  }
  return undefined;
}

/** The thing that is asked for is none of these words: "what degree does a director need" wants no list of duties. */
function wantsElse({ units, words }: Question, asking: readonly Unit[]): boolean {
  const head = headOf(words);
  const isHead = ({ text }: Unit) => text === head || text.endsWith(` ${head}`);
  return head !== undefined && units.some((unit) => isHead(unit) && !asking.includes(unit));
}

const sorts = /\b(?:kinds|types|sorts|classes|categories)\b/;

/** Of partners those whose row begins with what is asked for, "chips" in "investor, chips", where there are such. */
function inThatRole(search: SearchIndex, rest: readonly Unit[], rows: readonly Passage[]): readonly Passage[] {
  const such = rows.filter((row) => rest.every((unit) => isRole(unit, row, search)));
  return such.length > 1 ? such : rows;
}

/** The verdicts of a comparison whose sides are held against each other, and nothing else is asked. */
function verdictsFor({ library, read }: SearchIndex, question: Question): Listing | undefined {
  const line = question.words.join(" ");
  if (!question.sorts.has("comparison") || question.companies.length > 0 || /\bdiffer/.test(line)) return undefined;
  for (const entry of library.ofKind("comparison")) {
    const passages = entry.sections.find(({ id }) => id === "verdicts")?.passages ?? [];
    const [first] = passages;
    if (!first) continue;
    const sides = read(first, entry).sides();
    const ofSide = (unit: Unit) => sides.findIndex((side) => isOf(unit, side));
    const telling = question.units.filter((unit) => unit.weight > tellingWeight);
    const named = new Set(telling.map(ofSide).filter((side) => side >= 0));
    const whole = question.others.includes(entry);
    if ((named.size > 1 || whole) && telling.every((unit) => ofSide(unit) >= 0 || (whole && unit.names === entry.id)))
      return { title: entry.title, entry, passages };
  }
  return undefined;
}

/** The rows of the first section that the facet names and the entry has. */
function rowsOf(search: SearchIndex, entry: Entry, facet: number): Passage[] {
  const rows = (search.facetRows(entry).get(facet) ?? [])
    .filter(({ share }) => share === wholeSection)
    .map(({ passage }) => passage);
  const wanted = search.reader.lexicon.facets[facet]?.rows.find(({ section }) =>
    rows.some((row) => row.section === section),
  );
  return wanted ? rows.filter((row) => row.section === wanted.section) : rows;
}
