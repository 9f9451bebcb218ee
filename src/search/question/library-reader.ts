import type { Library } from "#content/library.ts";
import type { Steps } from "#core/steps.ts";
import type { Terms } from "../index.ts";
import type { TopicOf } from "../meaning/latent.ts";
import { createMeanings } from "../meaning/meaning.ts";
import { shippedWordVectors } from "../meaning/word-vectors.ts";
import { createNames } from "../names/names.ts";
import { createPeople } from "../names/people.ts";
import { createPersons } from "../names/persons.ts";
import type { Lexicon } from "../vocabulary/lexicon.ts";
import { isStopWord, stem } from "../words/tokens.ts";
import { createSpelling } from "../words/typo.ts";
import { type Classifier, classifierSteps, classify } from "./classifier.ts";
import { type GapCounts, gapSteps, knownGapsIn } from "./known-gaps.ts";
import { wordsAsked } from "./question.ts";
import type { Reader } from "./reader.ts";
import { lightWeight } from "./units.ts";

/** What is learnt of a library's words, as plain data, so that a reader opens on it in a fraction of the time. */
export type Learnt = {
  readonly gaps: GapCounts;
  /** What tells questions that no library can answer from those that rows answer. */
  readonly beyond: Classifier | undefined;
  /** Words that the library writes large: names of people, firms and places; and words of partners' names. */
  readonly written: { readonly names: ReadonlySet<string>; readonly partners: ReadonlySet<string> };
};

/** Learns how a library's words and the questions beside its rows are written. */
export function* learnSteps(library: Library, terms: Pick<Terms, "counts" | "words">, lexicon: Lexicon): Steps<Learnt> {
  const known = wordsKnown(library, terms, lexicon);
  function* wordsIn(questions: readonly string[] = []): Steps<(readonly string[])[]> {
    const words: (readonly string[])[] = [];
    for (const asked of questions) {
      words.push(wordsAsked(asked, lexicon, known.isWord));
      yield;
    }
    return words;
  }
  const unanswered = yield* wordsIn(library.records.unanswered);
  const answered = yield* wordsIn(library.records.answered);
  const beyond = yield* wordsIn(library.records.beyond);
  const asked = yield* wordsIn(waysOfAsking(library));
  return {
    gaps: yield* gapSteps([...unanswered, ...beyond], answered, known),
    beyond: yield* classifierSteps(beyond, [...asked, ...unanswered], known.names.withoutCompanies),
    written: yield* namesWritten(library),
  };
}

const waysOfAsking = ({ passages }: Library): string[] => [...new Set(passages.flatMap(({ asked }) => asked))];

/** What questions about a library are read with: its words, its names, and what it is known not to answer. */
export function openReader(
  library: Library,
  terms: Pick<Terms, "counts" | "words">,
  lexicon: Lexicon,
  topicOf: TopicOf,
  { gaps, beyond, written }: Learnt,
): Reader {
  const words = new Map([...lexicon.words].map((word) => [stem(word), 1]));
  for (const [term, count] of terms.counts) words.set(term, count + (words.get(term) ?? 0));
  const known = wordsKnown(library, terms, lexicon);
  const correctStem = createSpelling(words);
  // Of a slip in a short word the stem is shorter still: "fudning".
  const spell = createSpelling(new Map(lexicon.words.map((word) => [word, 1])));
  const correctWord = (word: string) => {
    const meant = spell(word);
    return meant === undefined ? undefined : stem(meant);
  };
  return {
    lexicon,
    names: known.names,
    people: createPeople(library),
    persons: createPersons(library),
    rarity: known.rarity,
    weightOf: known.weightOf,
    knownGap: knownGapsIn(gaps, known),
    beyond: classify(beyond, known.names.withoutCompanies),
    isWord: known.isWord,
    correct: (word) => correctStem(stem(word)) ?? correctWord(word),
    isName: (word) => written.names.has(word),
    isPartner: (word) => written.partners.has(word),
    topicOf,
    meanings: createMeanings(shippedWordVectors(), known.without),
  };
}

/** The words of a library and of the vocabulary, what each tells, and the names among them. */
function wordsKnown(library: Library, { counts, words }: Pick<Terms, "counts" | "words">, lexicon: Lexicon) {
  const written = new Set(lexicon.words);
  const most = Math.log(1 + library.passages.length);
  const rarities = new Map([...counts].map(([term, having]) => [term, Math.max(0, 1 - Math.log(having) / most)]));
  const rarity = (term: string) => rarities.get(term);
  const names = createNames(library, lexicon);
  return {
    names,
    rarity,
    weightOf: (term: string) => (lexicon.isLight(term) ? lightWeight : Math.max(0.35, rarity(term) ?? 1)),
    without: names.withoutCompanies,
    isWord: (word: string) => isStopWord(word) || written.has(word) || words.has(word),
  };
}

/**
 * Words that the library writes large, inside sentences, nine times out of ten: names of people, firms and places. Of
 * partners' names also those in capitals.
 */
function* namesWritten(library: Library): Steps<Learnt["written"]> {
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
  return { names, partners };
}
