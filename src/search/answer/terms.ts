import type { Passage } from "#content/entry.ts";
import { onceEach } from "#core/once-each.ts";
import type { SearchIndex } from "../passages/search-index.ts";
import type { Question } from "../question/question.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";

/** Terms that the question names outright, and that must be among what answers: those held against each other, or the one explained. */
export function termsAsked(search: SearchIndex, question: Question): readonly Passage[] {
  const compared = termsCompared(search, question);
  return compared.length > 0 ? compared : termExplained(search, question);
}

const explaining =
  /^(?:what (?:is|are|does)(?: covered (?:by|in|under))?|whats|define|explain|(?:the )?(?:meaning|definition) of) (?:an? |our |my )?(.+?)(?: (?:means?|covers?|regulates?|says?|stands? for))?(?: again)?$/;

/** The term that is asked for by its name and nothing else: "what is a partner?", "define tier". */
function termExplained({ library }: SearchIndex, { words, companies, viaPart }: Question): Passage[] {
  const [, name] = explaining.exec(words.join(" ")) ?? [];
  if (name === undefined || (companies.length > 0 && !viaPart)) return [];
  const called = stemsOf(name);
  const calledBy = (names: (passage: Passage) => readonly string[]) =>
    termsOf(library).filter((passage) => names(passage).includes(called));
  const whole = calledBy(stemmedNames);
  return whole.length > 0 ? whole : calledBy(stemmedParts);
}

/** True for the name of a term of the glossary. */
export const isTerm = ({ library }: SearchIndex, text: string): boolean =>
  termsOf(library).some((passage) => stemmedNames(passage).includes(stemsOf(written(text))));

const termsOf = onceEach((library: SearchIndex["library"]): readonly Passage[] =>
  library.ofKind("glossary").flatMap((entry) => entry.sections.flatMap(({ passages }) => passages)),
);

const written = (name: string): string => wordsOf(name).join(" ");

const namesOf = onceEach(({ title, aliases }: Passage): readonly string[] => [title, ...aliases].map(written));

const stemsOf = (name: string): string => name.split(" ").map(stem).join(" ");

const stemmedNames = onceEach((passage: Passage): readonly string[] => namesOf(passage).map(stemsOf));

/** "Margin and markup" explains each of them. */
const stemmedParts = onceEach(({ title }: Passage): readonly string[] =>
  title
    .split(/,| and /)
    .map(written)
    .map(stemsOf),
);

/** The terms of the glossary that are held against each other: "the difference between co-sell and co-marketing". */
function termsCompared({ library, reader }: SearchIndex, { kinds, words, companies }: Question): Passage[] {
  if (!kinds.includes("comparison") || companies.length > 0) return [];
  const line = ` ${words.join(" ")} `;
  const named = termsOf(library).flatMap((passage) => {
    const names = namesOf(passage).map((name) => ` ${name} `);
    const longest = names.filter((name) => line.includes(name)).sort((a, b) => b.length - a.length)[0];
    return longest ? [{ passage, name: longest, at: line.indexOf(longest) }] : [];
  });
  const whole = named.filter(
    ({ name, at }) =>
      !named.some((other) => other.name.length > name.length && other.name.includes(name) && at >= other.at),
  );
  const left = whole
    .reduce((rest, { name }) => rest.replace(name, " "), line)
    .split(" ")
    .filter((word) => word && !isStopWord(word) && !reader.lexicon.isLight(stem(word)) && !framing.test(word));
  return whole.length > 1 && whole.length <= mostCompared && left.length === 0
    ? whole.sort((a, b) => a.at - b.at).map(({ passage }) => passage)
    : [];
}

/** As many as are shown. */
const mostCompared = 3;

/** Words that frame a comparison. */
const framing =
  /^(?:compare|compared|comparison|difference|differences|differ|different|between|versus|vs|v|side|explain|same|distinguish|apart|tell)$/;
