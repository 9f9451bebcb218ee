import type { Passage } from "#content/entry.ts";
import { explainedFirst, ofPostFirst } from "../confidence/doubt.ts";
import { isUntold } from "../confidence/open-point.ts";
import { buyerFirst } from "../confidence/told.ts";
import type { Listing } from "../list/listing.ts";
import type { ReadPassage } from "../passages/read-passage.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { asksWhichCompanies } from "../question/across-asked.ts";
import { amountsIn, type Labels, model, year } from "../question/labels.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight } from "../question/units.ts";
import { rank } from "../rank/rank.ts";
import type { Scored } from "../rank/score.ts";
import { wordsOf } from "../words/tokens.ts";
import { takeTurns } from "./sides.ts";

/** What may answer, best first: by all signs, then as the kind of question wants it. */
export function inOrder(
  search: SearchIndex,
  question: Question,
  list: Listing | undefined,
  terms: readonly Passage[],
  isSure: (scored: Scored) => boolean,
): readonly Scored[] {
  let ranked = listFirst(rank(search, question, [...(list?.passages ?? []), ...terms]), list);
  if (!list) ranked = plainFirst(apartFirst(calledFirst(ranked, question), question), question, isSure);
  if (!list || list.entry) {
    ranked = takeTurns(comparedFirst(ranked, question), question);
    ranked = studiesFirst(termsFirst(ranked, terms), question, isSure);
  }
  const labelled = ofPostFirst(labelledFirst(ranked, question.labels), question);
  const told = toldFirst(explainedFirst(labelled, question), question.words, isSure);
  return buyerFirst(told, question.deed);
}

/** The same with one of them brought to the front. */
const withFirst = (ranked: readonly Scored[], first: Scored | undefined): readonly Scored[] =>
  first ? [first, ...ranked.filter((scored) => scored !== first)] : ranked;

/** The rows of a list come first, in their order; behind the first one the row whose title asks the same. */
function listFirst(ranked: readonly Scored[], list: Listing | undefined): readonly Scored[] {
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
function studiesFirst(
  ranked: readonly Scored[],
  question: Question,
  isSure: (scored: Scored) => boolean,
): readonly Scored[] {
  if (!asksWhichCompanies(question)) return ranked;
  const best = ranked.find(({ read }) => read.entry.kind === "case-study");
  if (!best || best === ranked[0] || !isSure(best)) return ranked;
  return withFirst(ranked, best);
}

/** The terms held against each other come first, in the order they were named. */
function termsFirst(ranked: readonly Scored[], terms: readonly Passage[]): readonly Scored[] {
  const rows = terms.flatMap((term) => ranked.filter(({ read }) => read.passage === term));
  return rows.length > 0 && rows.length === terms.length
    ? [...rows, ...ranked.filter((scored) => !rows.includes(scored))]
    : ranked;
}

/** Where it is asked what something is called, a term goes before a row that says as much without a name. */
function calledFirst(ranked: readonly Scored[], { words, companies }: Question): readonly Scored[] {
  if (companies.length > 0 || !asksItsName.test(words.join(" "))) return ranked;
  const [best] = ranked;
  const term = ranked.slice(0, nearby).find(({ read }) => read.entry.kind === "glossary");
  if (!best || !term || term === best || best.score - term.score > nearScore) return ranked;
  return withFirst(ranked, term);
}

const asksItsName =
  /\bwhat(?:s| is| are) (?:that|it|this|those|these|such \w+) (?:called|named)\b|\b(?:do|would) (?:you|we|they|people|one) call\b|\bwhat(?:s| is) (?:a |the )?(?:word|term|name|jargon) for\b/;

/** Places, and the distance in score, within which two rows say much the same. */
const nearby = 3;
const nearScore = 1;

/** Companies held against each other and nothing else asked: the row that compares them comes first. */
function comparedFirst(ranked: readonly Scored[], { kinds, companies, units }: Question): readonly Scored[] {
  const named = new Set(companies.map(({ id }) => id));
  if (!kinds.includes("comparison") || named.size < 2) return ranked;
  if (units.some(({ weight, names }) => weight > tellingWeight && !(names && named.has(names)))) return ranked;
  const best = ranked.find(
    ({ read }) =>
      comparing.test(read.passage.title) &&
      companies.every((company) => company === read.entry || read.companies().has(company.id)),
  );
  return withFirst(ranked, best);
}

/** A row that holds a company against another gives way to that company's own row of what is asked: "who leads OpenAI?" */
function apartFirst(ranked: readonly Scored[], { kinds, companies }: Question): readonly Scored[] {
  const [best] = ranked;
  if (!best || kinds.includes("comparison") || companies.length !== 1) return ranked;
  if (!comparing.test(best.read.passage.title)) return ranked;
  const isOwn = ({ entry, passage }: ReadPassage) => entry === companies[0] && !comparing.test(passage.title);
  const own = ranked.find(
    ({ read, signs, score }) => isOwn(read) && signs.facet === 1 && best.score - score < nearScore,
  );
  return withFirst(ranked, own);
}

const comparing = /\b(?:compares?|differs?|differen(?:ce|t)|versus|vs)\b/i;

/**
 * Who asks for nothing but a facet wants the row that is called so, not one of its particulars ("which telecom companies
 * invested …?" for "who invested?"), nor one of another facet ("the biggest risk in partnering" for "the biggest partner").
 */
function plainFirst(
  ranked: readonly Scored[],
  { facets, units }: Question,
  isSure: (scored: Scored) => boolean,
): readonly Scored[] {
  const [best, ...others] = ranked;
  if (!best || units.some(({ weight, facets, names }) => weight > tellingWeight && facets.length === 0 && !names))
    return ranked;
  const isOfAnother =
    best.signs.title < called && [...best.read.facets()].some(([facet, share]) => share === 1 && !facets.has(facet));
  const isParticular = best.signs.exact === 1 && best.signs.title < particular;
  const plain = others
    .slice(0, nearby)
    .find(
      (scored) =>
        scored.signs.title >= called &&
        (isParticular ? scored.signs.exact === 1 : isOfAnother && scored.signs.facet > best.signs.facet) &&
        isSure(scored),
    );
  return withFirst(ranked, plain);
}

/** How far a title agrees with the question where it calls what is asked, and where it calls something narrower. */
const called = 0.75;
const particular = 0.5;

/**
 * A row that is titled with the very label comes before one that is titled with a sibling's; and before it one that speaks of
 * the label under another title, where that has more of what else is asked: the cloud whose price is wanted.
 */
function labelledFirst(ranked: readonly Scored[], { models, amounts }: Labels): readonly Scored[] {
  const [best] = ranked;
  const asked = [...models, ...amounts];
  if (!best || asked.length !== 1) return ranked;
  const titled = ({ read }: Scored): readonly string[] => {
    const words = wordsOf(read.passage.title);
    return models.length > 0 ? words.filter((word) => model.test(word)) : amountsIn(words);
  };
  const isTitled = (scored: Scored) => titled(scored).some((label) => asked.includes(label));
  const speaksOfIt = (scored: Scored) =>
    titled(scored).length === 0 && models.some((label) => scored.read.said().includes(` ${label} `));
  if (titled(best).length === 0 || isTitled(best)) return ranked;
  const nearest = ranked.slice(0, near);
  const owned = nearest.find(isTitled);
  const told = nearest.find(speaksOfIt);
  const own = told && told.signs.coverage > (owned?.signs.coverage ?? 0) + muchMore ? told : owned;
  return withFirst(ranked, own);
}

/** The share of what is asked by which a row must have more. */
const muchMore = 0.1;

/** Places in which a row's sibling is looked for. */
const near = 8;

/** What is not known of one year says nothing of a question that names none: a near row that tells something is first. */
function toldFirst(
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
  return withFirst(ranked, told);
}

/** Places behind the first in which that row must be. */
const nearest = 4;
