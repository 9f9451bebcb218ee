import type { Entry } from "#content/entry.ts";
import type { SearchIndex } from "./passages.ts";
import type { Question } from "./question.ts";
import type { Scored } from "./score.ts";

/** Companies it may be about, when nobody is named: a fact every study has is asked for, or it says "they". */
export function whichOf(
  { library, reader }: SearchIndex,
  { companies, others, units, facets, pronoun, outside, words }: Question,
  best: Scored | undefined,
): Entry[] {
  if (companies.length + others.length > 0) return [];
  const studies = library.ofKind("case-study").slice(0, mostOffered);
  if (outside && best?.read.entry.kind === "case-study") return studies;
  if (facets.size === 0) return [];
  // "What does ARR mean" asks for the term, not for somebody's; so does its bare name, unless every study has that row.
  if (best?.read.entry.kind === "glossary" && best.signs.phrase === 1 && best.signs.exact > 0) return [];
  if (best?.read.entry.kind === "glossary" && /\b(?:mean|means|meaning|stands? for|defin\w+)\b/.test(words.join(" ")))
    return [];
  // "Are partner deals bigger" is about the trade, and its own row says so.
  if (
    !pronoun &&
    best &&
    best.read.entry.kind !== "case-study" &&
    /^(?:is|are|do|does|can|should)$/.test(words[0] ?? "")
  )
    return [];
  const ofStudies = [...facets].some((i) =>
    reader.lexicon.facets[i]?.rows.some(({ section }) =>
      ["glance", "metrics", "partnerships", "lessons"].includes(section),
    ),
  );
  const rest = units.filter((unit) => unit.weight > 0.25 && !unit.facets.some((facet) => facets.has(facet)));
  return ofStudies && rest.length === 0 && (pronoun || words.length < 5) ? studies : [];
}

/** As many companies as there is room for buttons. */
const mostOffered = 8;
