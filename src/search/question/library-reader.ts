import type { Library } from "#content/library.ts";
import type { Steps } from "#core/steps.ts";
import type { Index } from "../index.ts";
import { createMeanings } from "../meaning/meaning.ts";
import { shippedWordVectors } from "../meaning/word-vectors.ts";
import { createNames } from "../names/names.ts";
import { createPeople } from "../names/people.ts";
import { createPersons } from "../names/persons.ts";
import type { Lexicon } from "../vocabulary/lexicon.ts";
import { isStopWord, stem } from "../words/tokens.ts";
import { createSpelling } from "../words/typo.ts";
import { createKnownGaps } from "./known-gaps.ts";
import { wordsAsked } from "./question.ts";
import type { Reader } from "./reader.ts";
import { lightWeight } from "./units.ts";

/** What questions about a library are read with: its words, its names, and what it is known not to answer. */
export function* readerSteps(
  library: Library,
  index: Index,
  lexicon: Lexicon,
  topicOf: Reader["topicOf"],
): Steps<Reader> {
  const words = new Map([...lexicon.words].map((word) => [stem(word), 1]));
  for (const [term, count] of index.dictionary.counts) words.set(term, count + (words.get(term) ?? 0));
  const written = new Set(lexicon.words);
  const most = Math.log(1 + library.passages.length);
  const names = createNames(library, lexicon);
  const rarities = new Map(
    [...index.dictionary.counts].map(([term, having]) => [term, Math.max(0, 1 - Math.log(having) / most)]),
  );
  const rarity = (term: string) => rarities.get(term);
  const weightOf = (term: string) => (lexicon.isLight(term) ? lightWeight : Math.max(0.35, rarity(term) ?? 1));
  const correctStem = createSpelling(words);
  // Of a slip in a short word the stem is shorter still: "fudning".
  const spell = createSpelling(new Map(lexicon.words.map((word) => [word, 1])));
  const correctWord = (word: string) => {
    const meant = spell(word);
    return meant === undefined ? undefined : stem(meant);
  };
  const isWord = (word: string) => isStopWord(word) || written.has(word) || index.words.has(word);
  yield;
  return {
    lexicon,
    names,
    people: createPeople(library),
    persons: createPersons(library),
    rarity,
    weightOf,
    knownGap: createKnownGaps(
      (library.records.unanswered ?? []).map((asked) => wordsAsked(asked, lexicon, isWord)),
      (library.records.answered ?? []).map((asked) => wordsAsked(asked, lexicon, isWord)),
      weightOf,
      names.withoutCompanies,
    ),
    isWord,
    correct: (word) => correctStem(stem(word)) ?? correctWord(word),
    ...(yield* namesWritten(library)),
    topicOf,
    meanings: createMeanings(shippedWordVectors(), names.withoutCompanies),
  };
}

/**
 * Words that the library writes large, inside sentences, nine times out of ten: names of people, firms and places. Of
 * partners' names also those in capitals.
 */
function* namesWritten(library: Library): Steps<Pick<Reader, "isName" | "isPartner">> {
  const large = new Map<string, number>();
  const small = new Map<string, number>();
  const lower = new Set<string>();
  for (const { text } of library.passages) {
    for (const [word] of text.matchAll(/(?<=[\p{Ll}\p{N},;]['’]?s?\s)\p{L}[\p{L}\p{N}]+/gu)) {
      const counts = /^\p{Lu}\p{Ll}/u.test(word) ? large : small;
      const key = word.toLowerCase();
      counts.set(key, (counts.get(key) ?? 0) + 1);
      if (word === key) lower.add(key);
    }
    yield;
  }
  const names = new Set(
    [...large].filter(([word, count]) => count >= 9 * (small.get(word) ?? 0)).map(([word]) => word),
  );
  const partners = new Set(
    library.passages
      .filter(({ section }) => section === "partnerships")
      .flatMap(({ title }) => title.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? [])
      .map((word) => word.toLowerCase())
      .filter((word) => !lower.has(word)),
  );
  return { isName: (word) => names.has(word), isPartner: (word) => partners.has(word) };
}
