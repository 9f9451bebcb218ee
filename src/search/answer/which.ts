import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import { tellingWeight } from "../question/units.ts";
import type { Scored } from "../rank/score.ts";

/** Companies it may be about, when nobody is named: a fact every study has is asked for, or it says "they". */
export function whichOf(
  { library, reader, facetRows }: SearchIndex,
  question: Question,
  best: Scored | undefined,
): Entry[] {
  const { companies, others, units, facets, pronoun, outside, words } = question;
  if (companies.length + others.length > 0) return [];
  if (best && isOfOne(question, best)) return [];
  const studies = companiesOffered(library);
  if (outside && best?.read.entry.kind === "case-study") return studies;
  // A bare "founders" is no sentence that could ask otherwise: all that the word stands for is asked, but a term itself.
  const isTerm = best?.read.entry.kind === "glossary" && best.read.passage.title.toLowerCase() === words.join(" ");
  const isBare = words.length < 4 && !opening.test(words[0] ?? "") && !isTerm;
  const asked = new Set([...facets, ...(isBare ? units.flatMap((unit) => unit.facets) : [])]);
  if (asked.size === 0) return [];
  // Its bare name asks for a term, unless every study has that row.
  if (best?.read.entry.kind === "glossary" && best.signs.phrase === 1 && best.signs.exact > 0) return [];
  // "What does ARR mean" asks for the term, not for somebody's.
  if (best?.read.entry.kind === "glossary" && /\b(?:mean|means|meaning|stands? for|defin\w+)\b/.test(words.join(" ")))
    return [];
  // So does a phrase that people ask for a row of the trade with: "kill a partnership".
  if (best && best.read.entry.kind !== "case-study" && best.signs.title === 1 && words.length > 2 && !pronoun)
    return [];
  // "Are partner deals bigger" is about the trade, and its own row says so.
  if (
    !pronoun &&
    best &&
    best.read.entry.kind !== "case-study" &&
    /^(?:is|are|do|does|can|should)$/.test(words[0] ?? "")
  )
    return [];
  const tells = (facet: number) =>
    reader.lexicon.facets[facet]?.rows.some(({ section }) =>
      ["glance", "metrics", "partnerships", "lessons"].includes(section),
    ) ||
    (isBare && studies.filter((study) => facetRows(study).has(facet)).length * 2 > studies.length);
  // "Career ladder in partnerships" asks for careers, which no study tells.
  const [heaviest] = units.filter((unit) => unit.facets.length > 0).sort((a, b) => b.weight - a.weight);
  if (heaviest && !heaviest.facets.some(tells)) return [];
  const rest = units.filter((unit) => unit.weight > tellingWeight && !unit.facets.some((facet) => asked.has(facet)));
  return [...asked].some(tells) && rest.length === 0 && (pronoun || words.length < 5) ? studies : [];
}

/** A rare word of the question stands in the best row: "how much did they pay for Argilla?" is asked of its buyer. */
export const isOfOne = ({ units }: Question, { covered, read }: Scored): boolean =>
  read.entry.kind === "case-study" &&
  units.some(
    ({ weight, number, concepts }, i) => weight >= rare && !number && concepts.length === 0 && covered[i] === 1,
  );

const rare = 0.65;

/** What a question begins with. */
const opening =
  /^(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|can|could|should|has|have)$/;

/** As many companies as there is room for buttons. */
const mostOffered = 8;

/** The companies that somebody may choose from, where nobody says which one is meant. */
export const companiesOffered = (library: Library): Entry[] => library.ofKind("case-study").slice(0, mostOffered);
