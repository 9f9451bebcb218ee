import type { TopicOf } from "../meaning/latent.ts";
import type { Meanings } from "../meaning/meaning.ts";
import type { Names } from "../names/names.ts";
import type { People } from "../names/people.ts";
import type { Persons } from "../names/persons.ts";
import type { Lexicon } from "../vocabulary/lexicon.ts";
import type { Classify } from "./classifier.ts";
import type { KnownGaps } from "./known-gaps.ts";

/** What questions are read with. */
export type Reader = {
  readonly lexicon: Lexicon;
  readonly names: Names;
  readonly people: People;
  readonly persons: Persons;
  /** In how many passages a stem stands, against all: 0 for everywhere to 1 for one; undefined where it stands nowhere. */
  readonly rarity: (stem: string) => number | undefined;
  /** What a stem tells where it stands in a name: rare ones more. */
  readonly weightOf: (stem: string) => number;
  /** True for a word that stands in the library or the vocabulary, letter by letter. */
  readonly isWord: (word: string) => boolean;
  /** The stem that a misspelt word was meant to have. */
  readonly correct: (word: string) => string | undefined;
  /** True for a word that the library always writes large: a name. */
  readonly isName: (word: string) => boolean;
  /** True for a word of a partner's name, whichever way it is written there: "ASML". */
  readonly isPartner: (word: string) => boolean;
  /** How near a question is to one that is known to have no answer. */
  readonly knownGap: KnownGaps;
  /** How likely it is that no library can answer a question, by its wording. */
  readonly beyond: Classify;
  /** What some stems are about, among the topics of the library. */
  readonly topicOf: TopicOf;
  readonly meanings: Meanings;
};
