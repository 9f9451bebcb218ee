import { fold } from "#core/nearest.ts";
import { findPassages, type SearchIndex } from "../passages/search-index.ts";

/** The line that finds the passages that speak of what has no entry of its own; nothing where none does. */
export function findLine(search: SearchIndex, typed: string): string | undefined {
  const words = fold(typed);
  const known = words !== "" && words.split(" ").every((word) => search.knows(word));
  return known && findPassages(search, words, {}, 1).length > 0 ? `find ${words}` : undefined;
}
