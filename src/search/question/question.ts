import type { Entry, Kind as EntryKind } from "#content/entry.ts";
import { onceEach } from "#core/once-each.ts";
import { createRecent } from "#core/recent.ts";
import type { Topic } from "../meaning/latent.ts";
import { jobIn } from "../names/jobs.ts";
import { kindsOf, sortsOf, withoutSlips } from "../vocabulary/kinds.ts";
import type { Facet, Kind, Lexicon } from "../vocabulary/lexicon.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";
import { type WordPairs, wordPairsOf } from "../words/word-pairs.ts";
import { changeOfHands, turnedToSale } from "./changing-hands.ts";
import { type Deed, deedIn, deedOf } from "./deed.ts";
import { withoutForm } from "./forms.ts";
import type { KnownGap } from "./known-gaps.ts";
import { type Labels, labelsIn } from "./labels.ts";
import { pointsBack, pointsOutside, saysPronoun } from "./pointing.ts";
import { isHeldAgainst, mentionsIn, nameAt, strangerIn, writtenLarge } from "./question-names.ts";
import type { Reader } from "./reader.ts";
import { sizesAsked } from "./sizes.ts";
import { lightWeight, type Unit, unitsOf } from "./units.ts";
import { type Wanted, wantedIn } from "./wanted.ts";
import { writtenOut } from "./written-out.ts";

export type Question = {
  readonly text: string;
  readonly words: readonly string[];
  /** First the one that fits best. */
  readonly kinds: readonly Kind[];
  /** Kinds of entries whose trade it is to answer this. */
  readonly sorts: ReadonlySet<EntryKind>;
  readonly companies: readonly Entry[];
  /** Roles, playbooks and other entries named. */
  readonly others: readonly Entry[];
  /** Only a product of the company is named, which others may speak of too. */
  readonly viaPart: boolean;
  /** A name that is no entry's, as words, of which a fact is asked: "who is the CEO of Google?" */
  readonly stranger: readonly string[];
  /** The fact is the stranger's alone, and of a firm. */
  readonly strangerFirm: boolean;
  /** The words that name a person, where one alone is named. */
  readonly person: readonly string[];
  /** The words for the post whose pay is asked, where the library has no such role. */
  readonly job: readonly string[] | undefined;
  /** What somebody is said to have done: "merge" in "when did X merge with Y?" */
  readonly deed: Deed | undefined;
  readonly wanted: Wanted;
  readonly labels: Labels;
  /** It says "they" or "it" and names nobody. */
  readonly pronoun: boolean;
  /** Whom it speaks of was said before, outside of it. */
  readonly outside: boolean;
  /** It asks of whoever was named before, if anybody was: "what fee do they pay?", "what do managers earn there?" */
  readonly ofThem: boolean;
  readonly units: readonly Unit[];
  /** Sum of the units' weights. */
  readonly total: number;
  /** All words as they may stand in a title: typed and stemmed. */
  readonly spoken: ReadonlySet<string>;
  readonly topic: Topic;
  readonly meaning: Topic;
  readonly knownGap: KnownGap;
  /** How likely it is, by its wording, that only the asker's own firm, the hour or somebody's private life answers it: 0 to 1. */
  readonly beyond: number;
  /** Neighbouring words. */
  readonly pairs: WordPairs;
  /** Facets asked for, by number, with the share of the question's words that ask for them. */
  readonly facets: ReadonlySet<number>;
  /** All of them are figures, which differ from year to year. */
  readonly figure: boolean;
};

type IsWord = (word: string) => boolean;

/** The words of a question, short forms written out and those that say its kind spelt right. */
function wordsTyped(text: string, lexicon: Lexicon, isWord: IsWord): readonly string[] {
  return withoutSlips(lexicon.spelledOut(wordsOf(text)), isWord).map((word) => oneOf(word, isWord));
}

/** "H100s" are several of the H100; the L40S is a chip of its own. */
const oneOf = (word: string, isWord: IsWord): string =>
  /\p{L}\d+s$/u.test(word) && isWord(word.slice(0, -1)) ? word.slice(0, -1) : word;

/** The same without what only says how to tell it. */
export function wordsAsked(text: string, lexicon: Lexicon, isWord: IsWord): readonly string[] {
  return lexicon.withoutAsides(wordsTyped(text, lexicon, isWord));
}

/** Questions remembered as they were taken apart: one is read for whom it names, for what is off limits, and to be answered. */
const remembered = 8;
const lastRead = onceEach((_: Reader) => createRecent<Question>(remembered));

/** Takes a question apart. Pure; linear in its length but for names looked up with slips forgiven. */
export function readQuestion(text: string, reader: Reader, about?: Entry): Question {
  const recent = lastRead(reader);
  const key = `${about?.id ?? ""}\n${text}`;
  const question = recent.get(key) ?? takeApart(text, reader, about);
  recent.set(key, question);
  return question;
}

function takeApart(text: string, reader: Reader, about: Entry | undefined): Question {
  const typed = wordsTyped(writtenOut(text), reader.lexicon, reader.isWord);
  const line = typed.join(" ");
  const capital = writtenLarge(text);
  const { words, mentions } = mentionsIn(
    turnedToSale(reader.lexicon.withoutAsides(typed), reader.names),
    capital,
    reader,
  );
  const kinds = kindsOf(line);
  const pronoun = saysPronoun(line);
  const named = [...new Set(mentions.map(({ entry }) => entry))];
  const companies = named.filter((entry) => entry.kind === "case-study");
  const others = named.filter((entry) => entry.kind !== "case-study");
  const stranger = strangerIn(words, mentions, capital, reader);
  if (about?.kind === "case-study" && companies.length === 1 && isHeldAgainst(words, mentions))
    companies.unshift(about);
  if (about && !stranger.own && companies.length === 0 && !named.includes(about))
    (about.kind === "case-study" ? companies : others).push(about);
  const viaPart =
    companies.length > 0 && !about && mentions.every(({ entry, part }) => part || !companies.includes(entry));
  const all = withoutForm(unitsOf(words, mentions, capital, reader, kinds.includes("comparison")), kinds);
  const sizes = sizesAsked(words, companies, reader.names).flatMap((id) => facetNamed(reader.lexicon, id));
  // How big several are, each tells by its figures, which do not say "bigger".
  const units = sizes.length > 1 ? all.filter(({ names }) => names) : all;
  const facets = sizes.length > 0 ? new Set(sizes) : facetsOf(units, kinds, reader.lexicon);
  const isName = nameAt(words, mentions, capital, reader);
  const shouted = new Set((text.match(/(?<![\p{L}\p{N}])\p{Lu}{2,}(?![\p{L}\p{N}])/gu) ?? []).flatMap(wordsOf));
  const said = deedOf(words, (at) => isName(at) || shouted.has(words[at] ?? ""));
  const deed = changeOfHands(words, companies, reader) ?? (said && deedIn(said, units, reader, { capital, shouted }));
  if (deed?.buyer) {
    facets.clear();
    for (const i of facetNamed(reader.lexicon, "being-sold")) facets.add(i);
  }
  const person = reader.persons(words);
  const outside = pointsOutside(words);
  const sorts = sortsOf(line);
  const asksPay = sorts.has("salaries") || facetNamed(reader.lexicon, "pay").some((i) => facets.has(i));
  // A bare name asks what it is.
  const isBare = units.length === 0 || (!kinds.some(wantsOneFact) && !units.some(({ weight }) => weight > lightWeight));
  if (companies.length === 1 && isBare) for (const i of facetNamed(reader.lexicon, "summary")) facets.add(i);
  if (kinds.includes("place")) for (const i of facetNamed(reader.lexicon, "headquarters")) facets.add(i);
  // "Fewer than 500 people" counts those who work there.
  if (/\d(?:k| thousand)? people\b/.test(words.join(" ")))
    for (const i of facetNamed(reader.lexicon, "employees")) facets.add(i);
  return {
    text,
    words,
    kinds,
    sorts,
    companies,
    others,
    viaPart,
    stranger: stranger.words,
    deed,
    wanted: wantedIn(words, (word) => isName(words.indexOf(word)), reader.lexicon.posts),
    labels: labelsIn(words),
    strangerFirm: stranger.firm,
    person: person && !person.first ? words.slice(person.from, person.from + person.length) : [],
    job: asksPay ? jobIn(words, mentions, reader.lexicon) : undefined,
    pronoun,
    outside,
    ofThem: outside || pointsBack(words, text),
    units,
    total: units.reduce((sum, unit) => sum + unit.weight, 0),
    spoken: new Set([...units.flatMap((unit) => unit.stems), ...words]),
    topic: reader.topicOf(words.filter((word) => !isStopWord(word)).map(stem)),
    meaning: reader.meanings.of(words),
    knownGap: reader.knownGap(words),
    beyond: asksOfBook.test(text) ? 0 : reader.beyond(words),
    pairs: wordPairsOf(words),
    facets,
    figure: facets.size > 0 && [...facets].every((i) => isFigure(reader.lexicon.facets[i])),
  };
}

/** What the casebook has in it, it can tell. */
const asksOfBook = /\b(?:casebook|case stud(?:y|ies))\b/i;

/** Who, when, where or how much: a bare name with that asks not what it is. */
const wantsOneFact = (kind: Kind): boolean => ["person", "date", "number", "cost", "place"].includes(kind);

const isFigure = (facet: Facet | undefined): boolean =>
  facet?.rows.some(({ section, label }) => section === "metrics" && label.trim() !== "") ?? false;

/** Facets the words ask for; what mere filler asks for counts only when nothing else does. */
function facetsOf(units: readonly Unit[], kinds: readonly Kind[], { facets }: Lexicon): Set<number> {
  const asked = (list: readonly Unit[]) =>
    list.flatMap((unit) => unit.facets).filter((i) => facets[i]?.asked?.some((kind) => kinds.includes(kind)) ?? true);
  const outright = asked(units.filter((unit) => unit.weight > lightWeight));
  return new Set(outright.length > 0 ? outright : asked(units));
}

function facetNamed({ facets }: Lexicon, id: string): number[] {
  const i = facets.findIndex((facet) => facet.id === id);
  return i < 0 ? [] : [i];
}
