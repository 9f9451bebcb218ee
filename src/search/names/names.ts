import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { forgiven } from "#core/nearest.ts";
import type { Lexicon } from "../vocabulary/lexicon.ts";
import { createNeighbours } from "../words/neighbours.ts";
import { stem, wordsOf } from "../words/tokens.ts";

/** An entry named in a run of words. */
export type Mention = {
  readonly entry: Entry;
  readonly from: number;
  readonly length: number;
  /** What the words name is a part of the entry (a product, a token), so they still say something of their own. */
  readonly part: boolean;
  /** Words of a longer name that say what of the entry is meant: "Orbit" in "Arbitrum Orbit". */
  readonly more: readonly string[];
};

type Name = {
  readonly words: readonly string[];
  readonly entry: Entry;
  readonly part: boolean;
  readonly more: readonly string[];
  readonly weak: boolean;
};

export type Names = {
  /** Entries named, longest names first come; `capital` are words written large; `known` tells words from slips. */
  find(words: readonly string[], capital: ReadonlySet<string>, known: (word: string) => boolean): Mention[];
  /** Words that a mention of an entry may begin with. */
  openings(entry: Entry): ReadonlySet<string>;
  /** Companies named in some words, by id. */
  companiesIn(words: readonly string[]): ReadonlySet<string>;
  /** The words that name no company, with one in place of each that does if wanted. */
  withoutCompanies(words: readonly string[], inPlace?: string): readonly string[];
};

const kindsWithNames: readonly string[] = ["case-study", "role", "playbook", "comparison", "checklist", "idea"];

/** A name counts as part of its entry when the entry's own rows speak of it more often than this. */
const ownWords = 1;

/** The names by which questions speak of entries: companies, roles, playbooks and the like. */
export function createNames(library: Library, lexicon: Lexicon): Names {
  const names = library.entries
    .filter((entry) => kindsWithNames.includes(entry.kind))
    .flatMap((entry) => namesOf(entry, lexicon))
    .flatMap((name) => [name, ...otherNames(name, lexicon)])
    .sort((a, b) => b.words.length - a.words.length);
  const byFirst = Map.groupBy(names, (name) => name.words[0] ?? "");
  const misspelt = misspeltIn(names.filter(({ entry, weak }) => entry.kind === "case-study" && !weak));
  const openings = Map.groupBy(
    names.filter(({ weak }) => !weak),
    ({ entry }) => entry.id,
  );
  const opensCompany = new Set(
    names.flatMap(({ entry, words: [first = ""] }) => (entry.kind === "case-study" ? [first, `${first}s`] : [])),
  );
  const at = (words: readonly string[], from: number): Name | undefined => {
    const first = words[from] ?? "";
    const singular = first.endsWith("s") ? byFirst.get(first.slice(0, -1)) : undefined;
    const fits = (name: Name) =>
      name.words.every((word, i) => same(word, words[from + i], i === name.words.length - 1));
    return byFirst.get(first)?.find(fits) ?? singular?.find(fits);
  };
  return {
    find: (words, capital, known) => {
      const found: Mention[] = [];
      for (let from = 0; from < words.length; ) {
        const exact = at(words, from);
        const clear =
          exact && (!exact.weak || capital.has(words[from] ?? "") || isBare(words, from, exact.words.length));
        const name = clear ? exact : misspelt(words, from, known);
        if (name) found.push({ entry: name.entry, part: name.part, more: name.more, from, length: name.words.length });
        from += name?.words.length ?? 1;
      }
      return found;
    },
    openings: ({ id }) => new Set((openings.get(id) ?? []).flatMap(({ words: [first = ""] }) => [first, `${first}s`])),
    companiesIn: (words) => {
      const found = new Set<string>();
      for (let from = 0; from < words.length; from++) {
        const name = at(words, from);
        if (name && name.entry.kind === "case-study" && !name.weak) found.add(name.entry.id);
      }
      return found;
    },
    withoutCompanies: (words, inPlace) => {
      if (!words.some((word) => opensCompany.has(word))) return words;
      const rest: string[] = [];
      for (let from = 0; from < words.length; ) {
        const name = at(words, from);
        const company = name?.entry.kind === "case-study" && !name.weak && !name.part;
        if (!company) rest.push(words[from] ?? "");
        else if (inPlace !== undefined) rest.push(inPlace);
        from += company ? name.words.length : 1;
      }
      return rest;
    },
  };
}

/**
 * "Partners of world", "what does world pay": an ordinary word would have an article there, so that it is a name.
 */
function isBare(words: readonly string[], from: number, length: number): boolean {
  const before = words[from - 1] ?? "";
  return helpers.has(before) || (prepositions.has(before) && from + length === words.length);
}

const helpers: ReadonlySet<string> = new Set(["does", "did", "has", "was"]);
const prepositions: ReadonlySet<string> = new Set(
  "of with at by for from about and vs versus or join leave".split(" "),
);

const same = (name: string, typed: string | undefined, last: boolean): boolean =>
  typed === name || (last && typed === `${name}s` && name.length > 1);

function namesOf(entry: Entry, lexicon: Lexicon): Name[] {
  const title = wordsOf(entry.title.replace(/\(.*?\)/g, ""));
  const initials = title.map(([letter = ""]) => letter).join("");
  let text: string | undefined;
  const own = () => {
    const passages = entry.sections.flatMap((section) => section.passages);
    text ??= ` ${passages
      .flatMap(({ title, text }) => [title, text])
      .map((said) => wordsOf(said).join(" "))
      .join(" | ")} `;
    return text;
  };
  const seen = new Set<string>();
  return [entry.id, entry.title, entry.title.replace(/\(.*?\)/g, ""), ...entry.aliases].flatMap((written) => {
    const words = wordsOf(written);
    const joined = words.join(" ");
    if (words.length === 0 || seen.has(joined)) return [];
    seen.add(joined);
    const spoken =
      entry.kind === "case-study" && joined !== initials && own().split(` ${joined} `).length - 1 > ownWords;
    const more = spoken ? words.filter((word) => !title.includes(word)) : [];
    const part = spoken && more.length === words.length;
    const weak = words.every((word) => lexicon.isLight(stem(word)));
    return [{ words, entry, part, more: part ? [] : more, weak }];
  });
}

/** What the vocabulary also calls a role: "channel chief". */
function otherNames(name: Name, lexicon: Lexicon): Name[] {
  if (name.entry.kind !== "role" || name.words.length < 2) return [];
  return lexicon
    .phrasesFor(name.words)
    .filter((words) => words.length > 1)
    .map((words) => ({ ...name, words }));
}

/** Finds a company's name with a slip in it: nothing else in the library is written like that. */
function misspeltIn(companies: readonly Name[]) {
  const places = new Map<string, number>();
  for (const [i, { words }] of companies.entries()) if (!places.has(words.join(" "))) places.set(words.join(" "), i);
  const neighbours = createNeighbours(places.keys());
  const lengths = [...new Set(companies.map(({ words }) => words.length))];
  return (words: readonly string[], from: number, known: (word: string) => boolean): Name | undefined => {
    const near = lengths.flatMap((length) => {
      const typed = words.slice(from, from + length);
      const joined = typed.join(" ");
      if (typed.length < length || joined.length < 5 || typed.every(known)) return [];
      return neighbours(joined, 2)
        .filter(({ word, distance }) => distance <= forgiven(word.length))
        .flatMap(({ word }) => places.get(word) ?? [])
        .filter((i) => companies[i]?.words.length === length);
    });
    return near.length > 0 ? companies[Math.min(...near)] : undefined;
  };
}
