import type { Passage } from "#content/entry.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Unit } from "../question/units.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";

/** What a partner is, as its row begins: "investor, cloud, since 2023". */
export function isRole({ stems, concepts }: Unit, { text }: Passage, { reader }: SearchIndex): boolean {
  const role = wordsOf(text.split(", since ")[0]?.slice(0, longestRole) ?? "").map(stem);
  const meant = new Set([...stems, ...concepts.flatMap((concept) => reader.lexicon.members(concept))]);
  return role.some((term) => meant.has(term) && !isStopWord(term));
}

const longestRole = 100;
