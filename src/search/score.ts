import type { Kind } from "./lexicon.ts";
import type { Question, Unit } from "./question.ts";
import type { ReadPassage, Sense } from "./reading.ts";
import { isStopWord } from "./tokens.ts";

/** How far a passage answers a question, sign by sign; each 0 to 1. */
export type Signs = {
  /** BM25, relative to the best candidate. */
  readonly engine: number;
  /** Weight of the question's words that the passage covers. */
  readonly coverage: number;
  /** The same for its best sentence, the title counted in. */
  readonly sentence: number;
  /** How well question and title agree, both ways. */
  readonly title: number;
  /** Its title says what is asked, no more and no less; or it is the very row that is asked for. */
  readonly exact: number;
  /** It is a row of the kind that the question is after. */
  readonly facet: number;
  /** It holds a date, figure or name when one is asked for, a reason when why is asked. */
  readonly kind: number;
  /** It belongs to what is asked about. */
  readonly own: number;
  /** Neighbouring words of the question stand side by side in it. */
  readonly phrase: number;
  /** Names, numbers and strange words of the question that it lacks, as a share of its words' weight. */
  readonly lacks: number;
};

export type Scored = {
  readonly read: ReadPassage;
  readonly signs: Signs;
  readonly score: number;
  /** How far each unit is covered, in the order of the question's units. */
  readonly covered: readonly number[];
};

/** How much each sign counts. Found by coordinate search on the tuning questions of eval/, from even starts. */
export const weights: Readonly<Record<keyof Signs, number>> = {
  engine: 0.4,
  coverage: 1.3,
  sentence: 1.3,
  title: 0.85,
  exact: 0.5,
  facet: 0.75,
  kind: 0.45,
  own: 1.6,
  phrase: 0.8,
  lacks: -0.6,
};

/** What a match is worth by where and how it was found. */
const found = { exact: 1, synonym: 0.85, nearby: 0.7, nearbySynonym: 0.5 };

/** Scores one candidate. `engine` is its BM25 relative to the best. */
export function scorePassage(question: Question, read: ReadPassage, engine: number): Scored {
  const covered = question.units.map((unit) => coverageOf(unit, read, question));
  const total = question.units.reduce((sum, unit) => sum + unit.weight, 0);
  const share = (values: readonly number[]) =>
    total === 0 ? 0 : question.units.reduce((sum, unit, i) => sum + unit.weight * (values[i] ?? 0), 0) / total;
  const title = titleAgreement(question, read);
  const facet = facetOf(question, read);
  const signs: Signs = {
    engine,
    coverage: share(covered),
    sentence: bestSentence(question, read, share, covered),
    title,
    exact: title > 0.95 || (facet === 1 && onlyFacets(question, read)) ? 1 : 0,
    facet,
    kind: question.kinds.some((kind) => fits(kind, read)) ? 1 : 0,
    own: ownership(question, read),
    phrase: phraseShare(question, read),
    lacks: share(question.units.map((unit, i) => (unit.hard && covered[i] === 0 ? 1 : 0))),
  };
  let score = 0;
  for (const [sign, weight] of signEntries) score += weight * signs[sign];
  return { read, signs, score, covered };
}

const signEntries = Object.entries(weights) as readonly [keyof Signs, number][];

function coverageOf(unit: Unit, read: ReadPassage, question: Question): number {
  return unit.trust * matchOf(unit, read, question);
}

/** True when a unit is part of the name of the entry, or of the section named like one. */
export function namesUnit(unit: Unit, entry: string, section: string): boolean {
  return unit.names !== undefined && (unit.names === entry || unit.names === section);
}

function matchOf(unit: Unit, read: ReadPassage, question: Question): number {
  if (namesUnit(unit, read.entry.id, read.passage.section)) return found.exact;
  if (unit.number) return numberIn(unit, read);
  if (holds(read.own, unit.stems)) return found.exact;
  if (unit.facets.some((facet) => question.facets.has(facet) && read.facets.has(facet))) return 0.95;
  if (unit.concepts.some((concept) => read.own.concepts.has(concept))) return found.synonym;
  if (holds(read.context, unit.stems)) return found.nearby;
  if (unit.stems.length > 1 && !unit.strict) {
    const content = unit.stems.filter((term) => !isStopWord(term));
    const held = content.filter((term) => read.own.stems.has(term)).length;
    if (held > 1) return found.nearby * (held / content.length);
  }
  if (unit.concepts.some((concept) => read.context.concepts.has(concept))) return found.nearbySynonym;
  return 0;
}

function holds(sense: Sense, stems: readonly string[]): boolean {
  return stems.every((term) => sense.stems.has(term));
}

/** A year is also covered by the day the row was true. */
function numberIn({ text, stems }: Unit, read: ReadPassage): number {
  if (holds(read.own, stems)) return found.exact;
  return /^(?:19|20)\d\d$/.test(text) && read.passage.asOf.startsWith(text) ? found.nearby : 0;
}

function bestSentence(
  { units }: Question,
  read: ReadPassage,
  share: (values: readonly number[]) => number,
  covered: readonly number[],
): number {
  let best = 0;
  for (const sense of read.windows) {
    const here = share(
      units.map((unit, i) => {
        if (!covered[i]) return 0;
        if (unit.trust < 1) return covered[i];
        if (namesUnit(unit, read.entry.id, read.passage.section)) return found.exact;
        if (holds(sense, unit.stems) || holds(read.title, unit.stems)) return found.exact;
        if (unit.concepts.some((c) => sense.concepts.has(c) || read.title.concepts.has(c))) return found.synonym;
        if (unit.facets.some((facet) => read.facets.has(facet))) return 0.9;
        return covered[i] <= found.nearby ? covered[i] : 0;
      }),
    );
    if (here > best) best = here;
  }
  return best;
}

/** F1 of the question's words and those of the title, or of the best other name; synonyms count. */
function titleAgreement({ units, words }: Question, read: ReadPassage): number {
  const telling = units.filter((unit) => unit.weight > 0.25 && !namesUnit(unit, read.entry.id, read.passage.section));
  const total = telling.reduce((sum, unit) => sum + unit.weight, 0);
  if (total === 0) return 0;
  const asked = new Set([...units.flatMap((unit) => unit.stems), ...words]);
  return Math.max(
    0,
    ...read.names.map((name) => {
      const met = telling.map((unit) =>
        holds(name.sense, unit.stems) ? 1 : unit.concepts.some((c) => name.sense.concepts.has(c)) ? found.synonym : 0,
      );
      const recall = telling.reduce((sum, unit, i) => sum + unit.weight * (met[i] ?? 0), 0) / total;
      if (recall === 0) return 0;
      const said = name.words.filter((word) => asked.has(word)).length;
      const meant = met.reduce<number>((sum, value) => sum + value, 0);
      const precision = Math.min(1, Math.max(said, meant) / name.words.length);
      return (2 * recall * precision) / (recall + precision);
    }),
  );
}

/** A study's facts answer only a question about that study. */
function facetOf({ facets, companies }: Question, read: ReadPassage): number {
  if (read.entry.kind === "case-study" && !companies.includes(read.entry)) return 0;
  let best = 0;
  for (const facet of facets) best = Math.max(best, read.facets.get(facet) ?? 0);
  return best;
}

/** Every telling word of the question asks for what this row is. */
function onlyFacets({ units, facets }: Question, read: ReadPassage): boolean {
  return units.every(
    (unit) =>
      unit.weight <= 0.25 ||
      namesUnit(unit, read.entry.id, read.passage.section) ||
      unit.facets.some((facet) => facets.has(facet) && read.facets.get(facet) === 1),
  );
}

function fits(kind: Kind, { signs, passage, entry }: ReadPassage): boolean {
  switch (kind) {
    case "date":
      return signs.date;
    case "number":
      return signs.number;
    case "cost":
      return signs.money;
    case "person":
      return signs.name;
    case "why":
      return (
        /^Why\b/.test(passage.title) ||
        /\b(?:because|so that|since|therefore|to (?:keep|avoid|protect|win|get))\b/.test(passage.text)
      );
    case "definition":
      return entry.kind === "glossary" || passage.section === "summary" || /^What (?:is|are)\b/.test(passage.title);
    case "comparison":
      return (
        entry.kind === "comparison" || /\b(?:compare|differ|against|than)\b/.test(`${passage.title} ${passage.text}`)
      );
    case "advice":
      return (
        entry.kind === "playbook" ||
        entry.kind === "checklist" ||
        entry.kind === "idea" ||
        /^(?:Should|How|When|Which)\b/.test(passage.title)
      );
    case "how":
      return /^How\b/.test(passage.title) || passage.section === "what-to-do" || passage.title === "What to do";
    case "yes-no":
      return /^(?:Is|Are|Does|Do|Did|Has|Have|Can|Was)\b/.test(passage.title);
    default:
      return false;
  }
}

function ownership({ companies, others }: Question, { entry, companies: spoken, passage }: ReadPassage): number {
  if (companies.length > 0) {
    if (companies.includes(entry)) return 1;
    return companies.some((company) => spoken.has(company.id)) ? (entry.kind === "case-study" ? 0.3 : 0.45) : 0;
  }
  if (others.length > 0) return others.some((other) => other === entry || other.id === passage.section) ? 1 : 0.4;
  return entry.kind === "case-study" ? 0.4 : 0.6;
}

function phraseShare({ words }: Question, { bigrams }: ReadPassage): number {
  let all = 0;
  let hit = 0;
  for (let i = 1; i < words.length; i++) {
    all++;
    if (bigrams.has(`${words[i - 1]} ${words[i]}`)) hit++;
  }
  return all === 0 ? 0 : hit / all;
}
