import type { Entry } from "#content/entry.ts";
import type { Names } from "../names/names.ts";

const size = /^(?:big|bigger|biggest|large|larger|largest|small|smaller|smallest|size|sizes)$/;
const firm = /^(?:compan(?:y|ies)|startups?|labs?|firms?|stud(?:y|ies)|cases?|of|all|the|your|these|here|in|casebook)$/;
const around =
  /^(?:who|which|what|how|one|of|they|it|them|these|those|is|are|the|two|three|both|or|and|than|vs|versus|compared?|compares?|by|in|does|do|to|with|now|today|currently|much|really|actually|overall|terms)$/;

/**
 * The facets that tell how big companies are, where several are held against each other by their size and nothing else is
 * asked; of all of them, their valuation. None for other questions.
 */
export function sizesAsked(
  words: readonly string[],
  companies: readonly Entry[],
  { withoutCompanies }: Pick<Names, "withoutCompanies">,
): readonly string[] {
  const rest = withoutCompanies(words);
  if (!rest.some((word) => size.test(word))) return [];
  const isAsked = (known: RegExp) => rest.every((word) => size.test(word) || around.test(word) || known.test(word));
  if (companies.length > 1) return isAsked(firm) ? ["valuation", "revenue", "employees"] : [];
  const isOfAll =
    companies.length === 0 && rest.some((word) => /st$/.test(word)) && rest.some((word) => nouns.test(word));
  return isOfAll && isAsked(firm) ? ["valuation"] : [];
}

const nouns = /^(?:compan(?:y|ies)|startups?|labs?|firms?)$/;
