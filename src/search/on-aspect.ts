import type { Entry, Passage } from "#content/entry.ts";
import { answerQuestion } from "./answer.ts";
import type { SearchIndex } from "./passages.ts";
import { isStopWord, stem, wordsOf } from "./tokens.ts";

type Reader = Pick<SearchIndex, "reader">;

/** Whether two phrases ask for the same thing in other words: "salary" and "On-target pay in the US". */
export function asksTheSame({ reader: { lexicon } }: Reader, one: string, other: string): boolean {
  const facetsOf = (text: string) => new Set(lexicon.scan(stemsOf(text)).flatMap(({ facets }) => facets));
  return facetsOf(one).intersection(facetsOf(other)).size > 0;
}

/** What an entry says of one aspect: its answer, else a row of its questions, that speaks of the very thing; or nothing. */
export function passageOn(search: SearchIndex, aspect: string, about: Entry): Passage | undefined {
  const { answers, why } = answerQuestion(search, aspect, about);
  const best = answers[0]?.entry === about && why.missing.length === 0 ? answers[0].passage : undefined;
  if (best && speaksOf(search, best, about, aspect)) return best;
  const asked = about.sections.flatMap(({ form, passages }) => (form === "faq" ? passages : []));
  const titled = (passage: Passage) => holds(search, passage.title, aspect);
  return (
    asked.find(titled) ??
    answers.find(({ entry, passage }) => entry === about && holds(search, said(passage), aspect))?.passage ??
    asked.find((passage) => speaksOf(search, passage, about, aspect))
  );
}

const said = ({ title, text }: Passage): string => `${title} ${text}`;

function speaksOf(search: SearchIndex, passage: Passage, entry: Entry, aspect: string): boolean {
  if (holds(search, [said(passage), ...passage.aliases, ...passage.asked].join(" "), aspect)) return true;
  const facets = search.reader.lexicon.scan(stemsOf(aspect)).flatMap((match) => match.facets);
  return facets.some((facet) => search.facetRows(entry).get(facet)?.some((row) => row.passage === passage));
}

/** Whether a text holds every telling word of an aspect, in any form or as one that means the same. */
function holds({ reader: { lexicon } }: Reader, text: string, aspect: string): boolean {
  const stems = stemsOf(text);
  const there = new Set(stems);
  const meant = new Set(lexicon.scan(stems).flatMap(({ concepts }) => concepts));
  const wanted = wordsOf(aspect)
    .filter((word) => !isStopWord(word))
    .map(stem);
  return (
    wanted.length > 0 &&
    wanted.every(
      (word) =>
        there.has(word) || lexicon.scan([word]).some(({ concepts }) => concepts.some((concept) => meant.has(concept))),
    )
  );
}

const stemsOf = (text: string): string[] => wordsOf(text).map(stem);
