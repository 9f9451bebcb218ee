import type { Entry, Passage } from "#content/entry.ts";
import { once } from "#core/once.ts";
import { sentencesOf } from "../engine/rerank.ts";
import type { Topic } from "../meaning/latent.ts";
import type { Names } from "../names/names.ts";
import { type Held, holdAll, places } from "../question/places.ts";
import type { FacetsAnswered } from "../vocabulary/facets.ts";
import { kindsOf } from "../vocabulary/kinds.ts";
import type { Kind, Lexicon } from "../vocabulary/lexicon.ts";
import { type Sense, senseOf, senseOfStems, sensesApart, sensesOf } from "../vocabulary/sense.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";
import { type WordPairs, wordPairsOf } from "../words/word-pairs.ts";

/** A passage read for answering; each part of it is worked out when it is first called for. */
export type ReadPassage = {
  readonly passage: Passage;
  readonly entry: Entry;
  /** What stands in it and around it, and where. */
  readonly held: () => Held;
  /** Its title, its other names and the ways people ask for it, each as content words without the entry's own name. */
  readonly names: () => readonly Name[];
  /** Its own words and names in lower case, between blanks. */
  readonly said: () => string;
  readonly sentences: () => readonly { readonly text: string; readonly sense: Sense }[];
  /** Stretches short enough to be quoted: all of a short text, else two sentences at a time. */
  readonly windows: () => readonly (Sense | "whole")[];
  /** What its entry compares, where it is a comparison. */
  readonly sides: () => readonly Sense[];
  /** Facets it answers, 1 for a row of that label, less for any row of a section. */
  readonly facets: () => FacetsAnswered;
  /** The kinds of questions that people ask for it with. */
  readonly kinds: () => ReadonlySet<Kind>;
  /** Companies it speaks of. */
  readonly companies: () => ReadonlySet<string>;
  readonly pairs: () => WordPairs;
  readonly topic: () => Topic;
  /** What it says and each of the ways people ask for it, as meanings, one behind the other. */
  readonly ways: () => Int8Array;
  readonly signs: () => {
    readonly number: boolean;
    readonly money: boolean;
    readonly date: boolean;
    readonly name: boolean;
  };
};

/** One way of naming a passage: its content words, with what each weighs (0 to 1, rare ones more), and what it means. */
export type Name = {
  readonly words: readonly string[];
  readonly weights: readonly number[];
  readonly weight: number;
  readonly sense: Sense;
};

const silent: Sense = { stems: new Set(), concepts: new Set() };

/** What passages are read with, beside the vocabulary. */
export type Around = {
  readonly names: Names;
  readonly topicOf: (terms: readonly string[]) => Topic;
  /** What a passage says and each of the ways people ask for it, as meanings, one behind the other. */
  readonly waysOf: (passage: Passage) => Int8Array;
  /** What a stem tells: rare ones more. */
  readonly weightOf: (stem: string) => number;
  readonly facetsOf: (passage: Passage, entry: Entry) => FacetsAnswered;
};

/** Splits a passage into words; all else is read when it is first wanted, for most passages are only glanced at. */
export function readPassage(
  passage: Passage,
  entry: Entry,
  context: Sense,
  lexicon: Lexicon,
  around: Around,
): ReadPassage {
  const bare = passage.text;
  const title = lineOf(passage.title);
  const sentences = sentencesOf(bare).map((text) => ({ text, words: wordsOf(text) }));
  const text = sentences.flatMap(({ words }) => words);
  const all = [...title.words, ...text];
  const textStems = once(() => text.map(stem));
  const aliases = once(() => passage.aliases.map(lineOf));
  const asked = once(() => [...new Set(passage.asked)].map(lineOf));
  const askedSenses = once(() => asked().map(({ stems }) => senseOfStems(stems, lexicon)));
  const starts = [0];
  for (const { words } of sentences) starts.push((starts.at(-1) ?? 0) + words.length);
  const senses = once(() => sensesOf(textStems(), lexicon));
  const within = (first: number, after: number) => senses()(starts[first] ?? 0, starts[after] ?? 0);
  const meant = (texts: readonly string[]) => (texts.length > 0 ? senseOf(texts.join(" · "), lexicon) : silent);
  const rivals = passage.also.map((rival) => rival.text);
  return {
    passage,
    entry,
    held: once(() =>
      holdAll([
        [places.title | places.own, meant([passage.title, ...passage.aliases])],
        [places.text | places.own, within(0, sentences.length)],
        [places.text | places.own, meant(rivals)],
        ...askedSenses().map((sense) => [places.asked, sense] as const),
        [places.hint, meant([lexicon.hint(passage.id)])],
        [places.context, context],
      ]),
    ),
    names: once(() => {
      const named = [title, ...aliases()].map((line) => ({ ...line, sense: senseOfStems(line.stems, lexicon) }));
      const ways = askedSenses().flatMap((sense, i) =>
        [asked()[i]].flatMap((line) => (line ? [{ ...line, sense }] : [])),
      );
      return namesOf([...named, ...ways], entry, around);
    }),
    said: once(
      () => ` ${wordsOf([passage.title, bare, ...rivals, ...passage.aliases, ...entry.aliases].join(" ")).join(" ")} `,
    ),
    sentences: once(() => sentences.map(({ text }, i) => ({ text, sense: within(i, i + 1) }))),
    windows: once(() =>
      bare.length <= shortText || sentences.length < 3 ? ["whole"] : sentences.slice(1).map((_, i) => within(i, i + 2)),
    ),
    sides: once(() => (entry.kind === "comparison" ? sensesApart(entry.title.split(/ v\.? /), lexicon) : [])),
    facets: once(() => around.facetsOf(passage, entry)),
    kinds: once(
      () =>
        new Set(
          [...questionsOf(passage.title).map(lineOf), ...asked()].flatMap(({ words }) => kindsOf(words.join(" "))),
        ),
    ),
    companies: once(
      () => new Set([...around.names.companiesIn(all), ...(entry.kind === "case-study" ? [entry.id] : [])]),
    ),
    pairs: once(() => wordPairsOf(all)),
    topic: once(() =>
      around.topicOf([title, { words: text, stems: textStems() }, ...aliases(), ...asked()].flatMap(termsOf)),
    ),
    ways: once(() => around.waysOf(passage)),
    signs: once(() => ({
      number: /\d/.test(bare),
      money: /[$€£]\s?\d|\d\s?(?:USD|EUR|million|billion)|\d%/.test(bare),
      date: /\b(?:1[89]|20)\d\d\b/.test(bare) || passage.section === "timeline",
      name: /\S\s+\p{Lu}\p{L}|^\p{Lu}\p{L}+ \p{Lu}/u.test(bare),
    })),
  };
}

/** Words, and the stem of each. */
type Line = { readonly words: readonly string[]; readonly stems: readonly string[] };

function lineOf(text: string): Line {
  const words = wordsOf(text);
  return { words, stems: words.map(stem) };
}

const termsOf = ({ words, stems }: Line): string[] => stems.filter((_, i) => !isStopWord(words[i] ?? ""));

function namesOf(lines: readonly (Line & { readonly sense: Sense })[], entry: Entry, { weightOf }: Around): Name[] {
  const entryWords = new Set(wordsOf(entry.title));
  return lines.flatMap(({ words, stems, sense }) => {
    const telling = stems.filter((_, i) => !isStopWord(words[i] ?? "") && !entryWords.has(words[i] ?? ""));
    return telling.length > 0 ? [nameOf([...new Set(telling)], sense, weightOf)] : [];
  });
}

/** "When was it founded? By whom?" are two questions; a title that asks nothing is none. */
const questionsOf = (title: string): string[] => title.match(/[^?]+\?/g) ?? [];

function nameOf(words: readonly string[], sense: Sense, weightOf: (stem: string) => number): Name {
  const weights = words.map(weightOf);
  return { words, weights, weight: weights.reduce((sum, weight) => sum + weight, 0), sense };
}

/** Texts up to this length, in characters, are quoted whole. */
const shortText = 260;
