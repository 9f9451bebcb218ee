import type { askedKinds, VocabularyFile } from "#content/asking.ts";
import { fold } from "#core/nearest.ts";
import { createAsides } from "../words/asides.ts";
import { isStopWord, stem, wordsOf } from "../words/tokens.ts";
import { createRegions, type Regions } from "./regions.ts";

/** What a question asks for. */
export type Kind = (typeof askedKinds)[number];

export type Facet = {
  readonly id: string;
  readonly asked: readonly Kind[] | undefined;
  /** Rows that answer: a section (`*` for any), and what their title between two blanks must hold. */
  readonly rows: readonly { readonly section: string; readonly label: string }[];
};

/** A run of words that the vocabulary knows: the groups it belongs to and the facets it asks for, by number. */
export type Match = {
  readonly from: number;
  readonly length: number;
  readonly concepts: readonly number[];
  readonly facets: readonly number[];
};

/** The vocabulary made ready to be looked up. */
export type Lexicon = {
  readonly facets: readonly Facet[];
  /** All known runs in a list of stems (stop words kept), by where they begin. Linear in its length. */
  scan(stems: readonly string[]): Match[];
  isLight(stem: string): boolean;
  /** True for words, as written but for a plural, that no other words stand for. */
  isStrict(written: string): boolean;
  /** True for an ordinary word, which tells something only where the casebook uses it. */
  isEveryday(stem: string): boolean;
  /** True for a word that stands in some group or facet, by itself or in a phrase. */
  knows(stem: string): boolean;
  /** The phrases of all groups that hold this one, as words. */
  phrasesFor(words: readonly string[]): readonly (readonly string[])[];
  /** Other words for an entry, a section (`entry#section`) or a row, by its id. */
  hint(id: string): string;
  /** The stems of the words that tell of the event that a word says; undefined for a word that says none. */
  event(stem: string): ReadonlySet<string> | undefined;
  /** The ways to say each post, as words. */
  readonly posts: readonly (readonly (readonly string[])[])[];
  /** True for what a job is called by. */
  isJob(word: string): boolean;
  /** The words of a question with short forms written out. */
  spelledOut(words: readonly string[]): readonly string[];
  /** The words of a question without the phrases that only say how to tell it. */
  withoutAsides(words: readonly string[]): readonly string[];
  /** All words of a group's members, as stems. */
  members(concept: number): readonly string[];
  /** The place that a question's words name, with all that lies in it. */
  readonly region: Regions;
  readonly words: readonly string[];
};

type Known = { stems: readonly string[]; concepts: Set<number>; facets: Set<number> };

/** The runs that begin with a stem, the longest first: the stems after it, and what they stand for. */
type Runs = ReadonlyMap<string, readonly (Omit<Match, "from"> & { readonly rest: readonly string[] })[]>;

const empty: VocabularyFile = {
  facets: [],
  synonyms: [],
  hints: {},
  strict: [],
  everyday: [],
  light: [],
  short: {},
  jobs: [],
  events: [],
  posts: [],
  asides: [],
};

/** Reads the vocabulary once, so that each question is looked up in maps. */
export function createLexicon(file: VocabularyFile = empty): Lexicon {
  const growing = new Map<string, Known[]>();
  const words = new Set<string>();
  const add = (phrase: string): Known | undefined => {
    const written = wordsOf(phrase);
    const stems = written.map(stem);
    const [first] = stems;
    if (first === undefined) return undefined;
    for (const word of written) words.add(word);
    const list = growing.get(first) ?? [];
    const before = list.find(
      (known) => known.stems.length === stems.length && known.stems.every((s, i) => s === stems[i]),
    );
    if (before) return before;
    const known: Known = { stems, concepts: new Set(), facets: new Set() };
    list.push(known);
    growing.set(first, list);
    return known;
  };
  const synonyms = [...file.synonyms, ...placesOf(file)];
  synonyms.forEach((group, concept) => {
    for (const phrase of group) add(phrase)?.concepts.add(concept);
  });
  file.facets.forEach((facet, i) => {
    for (const phrase of facet.words) add(phrase)?.facets.add(i);
  });
  for (const phrase of file.strict) add(phrase);
  const runs: Runs = new Map([...growing].map(([first, list]) => [first, list.map(runOf).sort(longestFirst)]));
  const strict = new Set(file.strict.map((phrase) => singular(wordsOf(phrase).join(" "))));
  for (const hint of Object.values(file.hints)) for (const word of wordsOf(hint)) words.add(word);
  const light = new Set(file.light.flatMap(wordsOf).map(stem));
  const members = synonyms.map((group) => [...new Set(group.flatMap(wordsOf).map(stem))]);
  const groups = synonyms.map((group) => group.map(wordsOf));
  const everyday = new Set(file.everyday.flatMap(wordsOf).map(stem));
  const short = new Map(Object.entries(file.short).map(([written, meant]) => [written, wordsOf(meant)]));
  const stemsOf = (said: readonly string[]) => said.flatMap(wordsOf).map(stem);
  const eventOf = new Map(
    file.events.flatMap(({ says, also }) => {
      const tells = new Set(stemsOf([...says, ...also]));
      return stemsOf(says).map((term) => [term, tells] as const);
    }),
  );
  const jobs = new Set(file.jobs);
  const knownStems = new Set([...words].map(stem));
  return {
    facets: file.facets.map(({ id, asked, rows }) => ({ id, asked, rows: rows.map(rowOf) })),
    scan: (stems) => scan(stems, runs),
    isLight: (term) => light.has(term),
    isStrict: (written) => strict.has(singular(written)),
    isEveryday: (term) => everyday.has(term),
    knows: (term) => knownStems.has(term) || light.has(term) || everyday.has(term),
    phrasesFor: (given) => {
      const phrase = given.join(" ");
      return groups.filter((group) => group.some((member) => member.join(" ") === phrase)).flat();
    },
    spelledOut: (given) =>
      given.some((word) => short.has(word)) ? given.flatMap((word) => short.get(word) ?? word) : given,
    isJob: (word) => jobs.has(word),
    event: (term) => eventOf.get(term),
    posts: file.posts.map((group) => group.map(wordsOf)),
    withoutAsides: createAsides(file.asides),
    hint: (id) => file.hints[id] ?? "",
    members: (concept) => members[concept] ?? [],
    region: createRegions(file.places),
    words: [...words, ...file.light, ...file.everyday],
  };
}

/** The names of each place, but those that are other words as well: "us". */
function placesOf({ places = [] }: VocabularyFile): string[][] {
  return places.map(({ name, also }) =>
    [name, ...also].filter((written) => !wordsOf(written).every((word) => isStopWord(word))),
  );
}

const singular = (written: string): string => written.replace(/s$/, "");

function rowOf(row: string): { section: string; label: string } {
  const [section = "", ...label] = row.split("/");
  const written = label.join("/");
  return { section, label: ` ${fold(written)}${written.endsWith("*") || !written ? "" : " "}` };
}

const runOf = ({ stems, concepts, facets }: Known) => ({
  rest: stems.slice(1),
  length: stems.length,
  concepts: [...concepts],
  facets: [...facets],
});

const longestFirst = (a: { readonly length: number }, b: { readonly length: number }) => b.length - a.length;

function scan(stems: readonly string[], runs: Runs): Match[] {
  const found: Match[] = [];
  for (let from = 0; from < stems.length; from++) {
    const opened = runs.get(stems[from] ?? "");
    if (!opened) continue;
    for (const { rest, length, concepts, facets } of opened)
      if (follow(rest, stems, from + 1)) found.push({ from, length, concepts, facets });
  }
  return found;
}

function follow(rest: readonly string[], stems: readonly string[], from: number): boolean {
  for (let i = 0; i < rest.length; i++) if (rest[i] !== stems[from + i]) return false;
  return true;
}
