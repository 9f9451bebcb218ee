import type { Entry } from "#content/entry.ts";
import type { Name, ReadPassage } from "../passages/read-passage.ts";
import { type Met, places } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight, type Unit } from "../question/units.ts";
import type { Kind } from "../vocabulary/lexicon.ts";
import { holds, means, type Sense } from "../vocabulary/sense.ts";
import { pairsShared } from "../words/word-pairs.ts";
import { found, namesUnit } from "./match.ts";

/**
 * How well the question agrees with the title or another name, synonyms counted; and, by the very words, with the second
 * best of them: that two ways of asking lead to a passage says more than that one does.
 */
type Agreement = { readonly best: number; readonly second: number };

/** F1 of the question's words and those of each name of a passage. */
export function titleAgreement({ units, spoken }: Question, read: ReadPassage, met: readonly Met[]): Agreement {
  const tells = (unit: Unit) => unit.weight > tellingWeight && !namesUnit(unit, read.entry.id, read.passage.section);
  if (!units.some((unit, i) => inNames(met[i]) && tells(unit))) return disagreed;
  const telling = units.filter(tells);
  const total = telling.reduce((sum, unit) => sum + unit.weight, 0);
  let best = 0;
  let bestExact = 0;
  let second = 0;
  for (const name of read.names()) {
    let weight = 0;
    let exact = 0;
    for (const unit of telling) {
      const held = holds(name.sense, unit.stems);
      if (held) exact += unit.weight;
      weight += unit.weight * (held ? 1 : means(name.sense, unit.concepts) ? found.synonym : 0);
    }
    if (weight === 0) continue;
    let said = 0;
    for (let i = 0; i < name.words.length; i++) if (spoken.has(name.words[i] ?? "")) said += name.weights[i] ?? 0;
    const exactly = exact === 0 ? 0 : f1(exact / total, shareSaid(said, exact, name));
    second = Math.max(second, Math.min(bestExact, exactly));
    bestExact = Math.max(bestExact, exactly);
    best = Math.max(best, f1(weight / total, shareSaid(said, weight, name)));
  }
  return { best, second };
}

/** The share of a name that is said, what is held of it counted as said. */
const shareSaid = (said: number, held: number, { weight }: Name): number => Math.min(1, Math.max(said, held) / weight);

const f1 = (recall: number, precision: number): number => (2 * recall * precision) / (recall + precision);

const disagreed: Agreement = { best: 0, second: 0 };

/** Something asked for stands in the title, or in the ways people ask. */
const inNames = (met: Met | undefined): boolean =>
  met !== undefined && ((met.said | met.meant) & (places.title | places.asked)) !== 0;

/** Every telling word of the question asks for what this row is. */
export function onlyFacets({ units, facets }: Question, read: ReadPassage): boolean {
  return units.every(
    (unit) =>
      unit.weight <= tellingWeight ||
      namesUnit(unit, read.entry.id, read.passage.section) ||
      unit.facets.some((facet) => facets.has(facet) && read.facets().get(facet) === 1),
  );
}

/** True when a passage holds what this kind of question asks for. */
export function fits(kind: Kind, { signs, passage, entry }: ReadPassage): boolean {
  switch (kind) {
    case "date":
      return signs().date;
    case "number":
      return signs().number;
    case "cost":
      return signs().money;
    case "person":
      return signs().name;
    case "why":
      return (
        /^Why\b/.test(passage.title) ||
        (entry.kind === "case-study" && !bareFacts.includes(passage.section)) ||
        passage.section === "play" ||
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

/** Sections of a study that say what is so, seldom why. */
const bareFacts: readonly string[] = ["summary", "glance", "timeline", "metrics", "partnerships", "faq", "questions"];

/** What a passage about one of two companies counts where they are compared, beside one that speaks of both. */
const oneSide = 0.85;

/** What a passage that is no company's own counts where a product is named. */
const fromAnywhere = 0.65;

/** How much a passage of an entry belongs to what is asked about; read where its entry does not tell. */
export function ownership(question: Question, entry: Entry, reading: () => ReadPassage): number {
  const { companies, others, viaPart } = question;
  if (companies.length > 0) {
    if (companies.includes(entry))
      return question.kinds.includes("comparison") &&
        !companies.every((company) => company === entry || reading().companies().has(company.id))
        ? oneSide
        : 1;
    if (viaPart && entry.kind !== "case-study") return fromAnywhere;
    return companies.some((company) => reading().companies().has(company.id))
      ? entry.kind === "case-study"
        ? 0.3
        : 0.45
      : 0;
  }
  if (others.length > 0)
    return others.some((other) => other === entry || other.id === reading().passage.section) ||
      sidesNamed(question, reading()) === 1
      ? 1
      : 0.4;
  return entry.kind === "case-study" ? 0.4 : 0.6;
}

/** True for words that stand for a side of a comparison; what its sides share stands for none. */
export const isOf = (unit: Unit, side: Sense): boolean =>
  unit.stems.some((term) => side.stems.has(term)) || means(side, unit.concepts);

/** Which share of a comparison's sides the question names; 0 where fewer than two are. */
function sidesNamed({ units }: Question, { entry, sides }: ReadPassage): number {
  if (entry.kind !== "comparison") return 0;
  const apart = sides();
  const named = apart.filter((side) => units.some((unit) => unit.weight > tellingWeight && isOf(unit, side)));
  return named.length < 2 ? 0 : named.length / apart.length;
}

/** Which share of the question's neighbouring words stand side by side in the passage. */
export function phraseShare({ pairs }: Question, read: ReadPassage): number {
  return pairs.length === 0 ? 0 : pairsShared(pairs, read.pairs()) / pairs.length;
}

/** Sections that answer only those who ask for them. */
const forTheAsking: readonly string[] = ["interview", "questions", "objections"];
/** The same of rows, by their titles. */
const namedRows: readonly string[] = ["Owner", "Weeks", "Deliverable"];

/** True for a passage of a sort that nobody wants who does not ask for it. */
export function unasked({ entry, passage }: ReadPassage): boolean {
  return entry.kind === "salaries" || forTheAsking.includes(passage.section) || namedRows.includes(passage.title);
}
