import type { SearchIndex } from "../passages/search-index.ts";
import { asksWhichOfAll } from "../question/across-asked.ts";
import type { Question } from "../question/question.ts";
import { ranking } from "./across-order.ts";
import { asksWhoWith, nicheIn, residue } from "./across-rows.ts";

const most = /\b(?:most|fewest|least|highest number of|lowest number of|largest number of|how many) (?:\p{L}+ )?$/u;
const eachOfAll = /\b(?:all|each|every)\b.*\b(?:compan(?:y|ies)|startups?|firms?|labs?|stud(?:y|ies))\b/;

const asksAll = (line: string): boolean => asksWhichOfAll(line) || eachOfAll.test(line) || ranking.test(line);

/**
 * Whom all studies are asked to be counted by, though each only names them: "partners" in "which company has the most
 * partners?" Nothing where one study is asked about, or more is said of what to count.
 */
export function uncountedIn(search: SearchIndex, { words, units, companies, others }: Question): string | undefined {
  const line = words.join(" ");
  if (companies.length + others.length > 0 || !asksAll(line)) return undefined;
  const niche = nicheIn(line)?.words;
  const isAlone = (facet: number) => residue(units, facet).every(({ text }) => niche?.has(text));
  const counted = units.find(({ text, facets }) => {
    const at = line.lastIndexOf(text);
    const isAsked = most.test(line.slice(0, at)) || (ranking.test(line) && line.endsWith(`by ${text}`));
    return isAsked && facets.some((facet) => asksWhoWith(search, facet) && isAlone(facet));
  });
  return counted?.text;
}
