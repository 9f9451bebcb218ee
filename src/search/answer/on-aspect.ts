import type { Entry, Passage } from "#content/entry.ts";
import { rowsOf } from "../list/across-rows.ts";
import { findPassages, type SearchIndex } from "../passages/search-index.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";
import { answerQuestion } from "./answer.ts";

type Reader = Pick<SearchIndex, "reader">;

/** Whether two phrases ask for the same thing in other words: "salary" and "On-target pay in the US". */
export function asksTheSame({ reader: { lexicon } }: Reader, one: string, other: string): boolean {
  const facetsOf = (text: string) => new Set(lexicon.scan(stemsOf(text)).flatMap(({ facets }) => facets));
  return facetsOf(one).intersection(facetsOf(other)).size > 0;
}

/** The rows that tell the same of several entries, where the vocabulary says that the whole aspect asks for them. */
export function rowsOn(search: SearchIndex, aspect: string, entries: readonly Entry[]): ReadonlyMap<Entry, Passage> {
  const stems = stemsOf(aspect);
  const whole = search.reader.lexicon.scan(stems).filter(({ length }) => length === stems.length);
  // The facet of that very name before another that the word may ask for.
  const isNamed = (facet: number) =>
    stemsOf(search.reader.lexicon.facets[facet]?.id ?? "").join(" ") === stems.join(" ");
  const asked = whole.flatMap(({ facets }) => facets).toSorted((a, b) => Number(isNamed(b)) - Number(isNamed(a)));
  const rows = asked.map((facet) => rowsOf(search, facet, entries)).find((found) => found.length > 1) ?? [];
  return new Map(rows.map(({ entry, passage }) => [entry, passage]));
}

/** What an entry says of one aspect: its answer, the row that is meant for it, or one that speaks of it; else nothing. */
export function passageOn(search: SearchIndex, aspect: string, about: Entry): Passage | undefined {
  const rows = meantRows(search, aspect, about);
  const speaks = (passage: Passage) => rows.includes(passage) || holds(search, said(passage), aspect);
  const { answers } = answerQuestion(search, aspect, about);
  const answer = answers.find(({ entry, passage }) => entry === about && speaks(passage));
  if (answer) return answer.passage;
  if (rows[0]) return rows[0];
  const found = findPassages(search, aspect, { entry: about.id }).map(({ passage }) => passage);
  return found.find(({ title }) => holds(search, title, aspect)) ?? found.find(speaks);
}

const said = ({ title, text }: Passage): string => `${title} ${text}`;

/** Rows whose label answers what the vocabulary says the whole aspect asks for. */
function meantRows({ reader: { lexicon }, facetRows }: SearchIndex, aspect: string, about: Entry): Passage[] {
  const stems = stemsOf(aspect);
  const whole = lexicon.scan(stems).filter(({ length }) => length === stems.length);
  const rows = whole.flatMap(({ facets }) => facets.flatMap((facet) => facetRows(about).get(facet) ?? []));
  return rows.filter(({ share }) => share === 1).map(({ passage }) => passage);
}

/** Whether a text holds every telling word of an aspect, in any form or as one that means the same. */
function holds({ reader: { lexicon } }: Reader, text: string, aspect: string): boolean {
  const stems = stemsOf(text);
  const there = new Set(stems);
  const meant = new Set(lexicon.scan(stems).flatMap(({ concepts }) => concepts));
  const wanted = stemsOf(
    wordsOf(aspect)
      .filter((word) => !isStopWord(word))
      .join(" "),
  );
  return (
    wanted.length > 0 &&
    wanted.every(
      (word) =>
        there.has(word) || lexicon.scan([word]).some(({ concepts }) => concepts.some((concept) => meant.has(concept))),
    )
  );
}

const stemsOf = (text: string): string[] => wordsOf(text).map(stem);
