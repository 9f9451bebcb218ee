import type { Mention } from "../names/names.ts";
import type { Match } from "../vocabulary/lexicon.ts";
import { isPlainWord } from "../words/plain-words.ts";
import { isStopWord, stem } from "../words/tokens.ts";
import type { Reader } from "./reader.ts";

/** One thing a passage must speak of to answer: a word, or a phrase the vocabulary knows. */
export type Unit = {
  readonly text: string;
  readonly stems: readonly string[];
  readonly concepts: readonly number[];
  readonly facets: readonly number[];
  /** 0 to 1: rare words tell more. */
  readonly weight: number;
  /** A number, a name, or a word the casebook never uses: without it nothing is answered. */
  readonly hard: boolean;
  /** It only fills: "really", "tell me". */
  readonly filler: boolean;
  /** The casebook, or its vocabulary, has it somewhere. */
  readonly heard: boolean;
  /** Only these very words will do. */
  readonly strict: boolean;
  readonly number: boolean;
  /** Written large where no sentence begins: somebody's name. */
  readonly capital: boolean;
  /** A word of it is somebody's name, however it is typed: "google cloud". */
  readonly named: boolean;
  /** Below 1 when the word was taken for a slip of another. */
  readonly trust: number;
  /** Id of the entry that these words name: its own rows need not repeat them. */
  readonly names: string | undefined;
};

/** The things asked for, word by word, phrases that the vocabulary knows as one. */
export function unitsOf(
  words: readonly string[],
  mentions: readonly Mention[],
  capital: ReadonlySet<string>,
  reader: Reader,
  compared: boolean,
): Unit[] {
  const { lexicon } = reader;
  // A company's name is the subject, not something its rows must repeat; a product's name is both, and so are two names
  // that are not held against each other.
  const companies = mentions.filter(({ entry }) => entry.kind === "case-study");
  const alone = compared || new Set(companies.map(({ entry }) => entry)).size < 2;
  const skipped = new Set(
    companies
      .filter(({ part }) => alone && !part)
      .flatMap(({ from, length, more }) =>
        Array.from({ length }, (_, i) => from + i).filter((i) => !isMore(more, words[i] ?? "")),
      ),
  );
  const trust: number[] = [];
  const stems = words.map((word, i) => {
    const own = stem(word);
    trust[i] = 1;
    if (skipped.has(i)) return "";
    if (isStopWord(word) || capital.has(word) || reader.isWord(word) || lexicon.knows(own)) return own;
    if (isPlainWord(word)) return own;
    const meant = reader.correct(word);
    if (meant) trust[i] = own.length < 7 ? shortSlip : longSlip;
    return meant ?? own;
  });
  const namedAt = new Map(
    mentions.flatMap(({ entry, from, length, more }) =>
      Array.from({ length }, (_, i) => from + i)
        .filter((i) => !isMore(more, words[i] ?? ""))
        .map((i) => [i, entry.id] as const),
    ),
  );
  const matches = lexicon.scan(stems);
  const inPhrase = new Map<number, (typeof matches)[number]>();
  for (const match of matches.filter(({ length }) => length > 1).sort((a, b) => b.length - a.length)) {
    const places = Array.from({ length: match.length }, (_, i) => match.from + i);
    if (places.some((i) => inPhrase.has(i) || skipped.has(i))) continue;
    for (const i of places) inPhrase.set(i, match);
  }
  const units: Unit[] = [];
  words.forEach((word, i) => {
    const phrase = inPhrase.get(i);
    const own = stems[i] ?? "";
    if (skipped.has(i) || own === "" || (phrase && phrase.from !== i)) return;
    if (phrase) {
      const said = words.slice(i, i + phrase.length);
      const match = matches.filter((m) => inside(m, phrase));
      units.push(unitOf(said.join(" "), stems.slice(i, i + phrase.length), match, reader, false, 1, namedAt.get(i)));
      return;
    }
    const match = matches.filter((m) => m.from === i && m.length === 1);
    if (isStopWord(word) && !match.some((m) => m.facets.length > 0)) return;
    const large =
      !lexicon.isEveryday(own) &&
      ((capital.has(word) && !lexicon.isLight(own)) ||
        (reader.isName(word) && !lexicon.isLight(own) && !isPlainWord(word)));
    units.push(unitOf(word, [own], match, reader, large, trust[i] ?? 1, namedAt.get(i)));
  });
  return dedupe(units);
}

type Run = { readonly from: number; readonly length: number };

/** A phrase means what it means, and what shorter phrases in it mean; not what its single words do. */
const inside = (inner: Run, outer: Run): boolean =>
  inner.from >= outer.from && inner.from + inner.length <= outer.from + outer.length && inner.length > 1;

/** A name may be typed in the plural. */
const isMore = (more: readonly string[], word: string): boolean =>
  more.includes(word) || (word.endsWith("s") && more.includes(word.slice(0, -1)));

/** Weight of a word that narrows nothing down. */
export const lightWeight = 0.2;

/** What weighs more than this tells what is asked for. */
export const tellingWeight = 0.25;

/** Weight of an ordinary word, however seldom the casebook uses it. */
const everydayWeight = 0.5;

const months = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** Months that are other words, too, unless written large. */
const verbs = /^(?:march|may)$/;

/** Short words turn into others by one slip ("lunch", "launch"); long ones hardly do. */
const shortSlip = 0.6;
const longSlip = 0.95;

function unitOf(
  text: string,
  stems: readonly string[],
  matches: readonly Omit<Match, "from" | "length">[],
  reader: Reader,
  capital: boolean,
  trust: number,
  names: string | undefined,
): Unit {
  const content = stems.filter((term) => !isStopWord(term) && term !== "doe");
  const rarities = (content.length > 0 ? content : stems).map((term) => reader.rarity(term));
  const known = rarities.flatMap((rarity) => rarity ?? []);
  const strict = reader.lexicon.isStrict(text);
  const concepts = strict ? [] : [...new Set(matches.flatMap((match) => match.concepts))];
  const facets = capital ? [] : [...new Set(matches.flatMap((match) => match.facets))];
  const number =
    stems.length === 1 && (/\d{2}|\d\D/.test(text) || (months.test(text) && (capital || !verbs.test(text))));
  const [only = ""] = stems;
  // An ordinary word that the casebook never uses tells nothing by its absence, even written large ("Dutch").
  const everyday = stems.length === 1 && matches.length === 0 && reader.lexicon.isEveryday(only);
  const plain = stems.length === 1 && matches.length === 0 && isPlainWord(text);
  const idle = (everyday || plain) && known.length === 0 && !capital;
  const filler = content.length === 0 || (stems.length === 1 && reader.lexicon.isLight(only));
  const light = idle || (!capital && !strict && filler);
  const strange = known.length < rarities.length && concepts.length === 0 && facets.length === 0;
  // A phrase says more than its words do: "answer to", "go wrong".
  const rare = known.length > 0 ? Math.max(...known) : concepts.length > 0 || facets.length > 0 ? 0.6 : 1;
  return {
    text,
    stems,
    concepts,
    facets,
    weight: light ? lightWeight : everyday ? everydayWeight : Math.max(stems.length > 1 ? 0.5 : 0.35, rare),
    hard: !light && (number || strange || strict || capital),
    filler,
    heard: known.length > 0 || concepts.length > 0 || facets.length > 0,
    strict,
    number,
    capital,
    named: capital || text.split(" ").some((word) => isNameOfSomebody(word, reader)),
    trust,
    names,
  };
}

/** Short words that are always written large are mostly abbreviations, unless they are a partner's name. */
const isNameOfSomebody = (word: string, { isName, isPartner }: Reader): boolean =>
  !isPlainWord(word) && (isPartner(word) || (isName(word) && word.length > longestShort));

const longestShort = 4;

function dedupe(units: readonly Unit[]): Unit[] {
  return units.filter((unit, i) => units.findIndex((other) => other.stems.join(" ") === unit.stems.join(" ")) === i);
}
