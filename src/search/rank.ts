import type { Passage } from "#content/entry.ts";
import { asksWhichCompanies } from "./across-asked.ts";
import { findCandidates } from "./candidates.ts";
import { mostPromising } from "./glance.ts";
import type { Listing } from "./list.ts";
import type { SearchIndex } from "./passages.ts";
import type { Question } from "./question.ts";
import type { ReadPassage } from "./read-passage.ts";
import { type Scored, scorePassage } from "./score.ts";
import { tellingWeight } from "./units.ts";

/** The best candidates, best first, and those `wanted` among them; equal scores in the order of ids. */
export function rank(search: SearchIndex, question: Question, wanted: readonly Passage[] = []): Scored[] {
  return mostPromising(search, question, findCandidates(search, question, wanted), new Set(wanted))
    .map((one) => scorePassage(question, one))
    .sort((a, b) => b.score - a.score || (a.read.passage.id < b.read.passage.id ? -1 : 1));
}

/** The rows of a list come first, in their order; behind the first one the row whose title asks the same. */
export function listFirst(ranked: readonly Scored[], list: Listing | undefined): readonly Scored[] {
  if (!list) return ranked;
  const place = new Map(list.passages.map(({ id }, i) => [id, i]));
  const rows = ranked.filter(({ read }) => place.has(read.passage.id));
  rows.sort((a, b) => (place.get(a.read.passage.id) ?? 0) - (place.get(b.read.passage.id) ?? 0));
  const [first, ...others] = rows;
  if (!first) return ranked;
  const rest = ranked.filter((scored) => !rows.includes(scored));
  const same = rest.find(({ signs }) => signs.title > sameTitle);
  return [first, ...(same ? [same] : []), ...others, ...rest.filter((scored) => scored !== same)];
}

const sameTitle = 0.5;

/** Where companies are looked for, what is told of one goes before what is told of the trade. */
export function studiesFirst(
  ranked: readonly Scored[],
  question: Question,
  isSure: (scored: Scored) => boolean,
): readonly Scored[] {
  if (!asksWhichCompanies(question)) return ranked;
  const best = ranked.find(({ read }) => read.entry.kind === "case-study");
  if (!best || best === ranked[0] || !isSure(best)) return ranked;
  return [best, ...ranked.filter((scored) => scored !== best)];
}

/** The terms held against each other come first, in the order they were named. */
export function termsFirst(ranked: readonly Scored[], terms: readonly Passage[]): readonly Scored[] {
  const rows = terms.flatMap((term) => ranked.filter(({ read }) => read.passage === term));
  return rows.length > 1 && rows.length === terms.length
    ? [...rows, ...ranked.filter((scored) => !rows.includes(scored))]
    : ranked;
}

/** Where it is asked what something is called, a term goes before a row that says as much without a name. */
export function calledFirst(ranked: readonly Scored[], { words, companies }: Question): readonly Scored[] {
  if (companies.length > 0 || !asksItsName.test(words.join(" "))) return ranked;
  const [best] = ranked;
  const term = ranked.slice(0, nearby).find(({ read }) => read.entry.kind === "glossary");
  if (!best || !term || term === best || best.score - term.score > nearScore) return ranked;
  return [term, ...ranked.filter((scored) => scored !== term)];
}

const asksItsName =
  /\bwhat(?:s| is| are) (?:that|it|this|those|these|such \w+) (?:called|named)\b|\b(?:do|would) (?:you|we|they|people|one) call\b|\bwhat(?:s| is) (?:a |the )?(?:word|term|name|jargon) for\b/;

/** Places, and the distance in score, within which two rows say much the same. */
const nearby = 3;
const nearScore = 1;

/** Companies held against each other and nothing else asked: the row that compares them comes first. */
export function comparedFirst(ranked: readonly Scored[], { kinds, companies, units }: Question): readonly Scored[] {
  const named = new Set(companies.map(({ id }) => id));
  if (!kinds.includes("comparison") || named.size < 2) return ranked;
  if (units.some(({ weight, names }) => weight > tellingWeight && !(names && named.has(names)))) return ranked;
  const best = ranked.find(
    ({ read }) =>
      comparing.test(read.passage.title) &&
      companies.every((company) => company === read.entry || read.companies().has(company.id)),
  );
  return best ? [best, ...ranked.filter((scored) => scored !== best)] : ranked;
}

/** A row that holds a company against another gives way to that company's own row of what is asked: "who leads OpenAI?" */
export function apartFirst(ranked: readonly Scored[], { kinds, companies }: Question): readonly Scored[] {
  const [best] = ranked;
  if (!best || kinds.includes("comparison") || companies.length !== 1) return ranked;
  if (!comparing.test(best.read.passage.title)) return ranked;
  const isOwn = ({ entry, passage }: ReadPassage) => entry === companies[0] && !comparing.test(passage.title);
  const own = ranked.find(
    ({ read, signs, score }) => isOwn(read) && signs.facet === 1 && best.score - score < nearScore,
  );
  return own ? [own, ...ranked.filter((scored) => scored !== own)] : ranked;
}

const comparing = /\b(?:compares?|differs?|differen(?:ce|t)|versus|vs)\b/i;
