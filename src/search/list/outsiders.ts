import { onceEach } from "#core/once-each.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import { isPlainWord } from "../words/plain-words.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";

/** Somebody who has no entry: a firm, a person, an office. */
export type Outsider = {
  /** The name as a text writes it, large, in one of its ways; nothing where the text does not name it. */
  in(text: string): string | undefined;
  /** Whether a passage, by its number, holds a word of each part of the name: only then is it worth reading. */
  mayBeIn(document: number): boolean;
};

/** More names than one has stand for a trade ("deloitte", "consultancies"). */
const mostWays = 10;

/** Whoever is called by these words, or by others that the vocabulary has for the same. */
export function outsiderOf(words: readonly string[], search: SearchIndex): Outsider {
  const { lexicon, persons } = search.reader;
  const known = lexicon.phrasesFor(words);
  const same = known.length > mostWays ? [] : known.filter((way) => !areTwo(search, words, way));
  // A person is called by the last name as well.
  const surname = persons(words)?.length === 2 ? [words.slice(-1)] : [];
  const ways = [words, ...surname, ...same];
  const written = ways.map((way) => way.map(literally).join("[^\\p{L}\\p{N}]{1,3}"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  return {
    mayBeIn: holding(search, ways),
    in: (text) => {
      for (const { 0: found, index } of text.matchAll(pattern))
        if (/^[\p{Lu}\p{N}]/u.test(found) && !(isPlainWord(found.toLowerCase()) && begins(text, index))) return found;
      return undefined;
    },
  };
}

/** Which passages hold all the words of one of these names, as the index knows it; small words do not count. */
function holding({ index }: SearchIndex, ways: readonly (readonly string[])[]) {
  const words = ways.map((way) => way.filter((word) => !isStopWord(word)).map(stem));
  if (words.some((way) => way.length === 0)) return () => true;
  const held = words.map((way) =>
    way.map((term) => index.engine.match(new Map([[term, 1]]), (matches) => matches.held())),
  );
  return (document: number): boolean => held.some((way) => way.every((holds) => holds[document] === 1));
}

/** A word as a pattern that holds for it alone. */
export const literally = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Two partners that one study tells apart, though a question about either may mean both: "Visa", "Mastercard". */
function areTwo(search: SearchIndex, one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [` ${one.join(" ")} `, ` ${other.join(" ")} `];
  return partnersIn(search).some(
    ({ titles, all }) =>
      all.includes(a) &&
      all.includes(b) &&
      titles.some((title) => title.includes(a) && !title.includes(b)) &&
      titles.some((title) => title.includes(b) && !title.includes(a)),
  );
}

/** The titles of each study's partnerships, as words between blanks, and all of them in one. */
const partnersIn = onceEach(({ library }: SearchIndex) =>
  library.ofKind("case-study").map(({ sections }) => {
    const { passages = [] } = sections.find(({ id }) => id === "partnerships") ?? {};
    const titles = passages.map(({ title }) => ` ${wordsOf(title).join(" ")} `);
    return { titles, all: titles.join("|") };
  }),
);

/** An ordinary word is written large where a sentence begins. */
const begins = (text: string, at: number): boolean => /(?:^|[.!?:;]\s)$/.test(text.slice(Math.max(0, at - 2), at));
