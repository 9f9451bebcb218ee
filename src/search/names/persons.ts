import type { Library } from "#content/library.ts";
import { wordsOf } from "../words/tokens.ts";

/** Where a person is named in some words; `first`: by the first name alone. */
type PersonAt = { readonly from: number; readonly length: number; readonly first: boolean };

/** The person that some words name, where the library tells of such a one and only one is named. */
export type Persons = (words: readonly string[]) => PersonAt | undefined;

/** Reads the names of founders from the rows of that label, and others from rows that are titled "Who is …?" */
export function createPersons(library: Library): Persons {
  const written = library.passages.flatMap(({ title, text }) =>
    title === "Founders" ? [...text.matchAll(names)].map(([name]) => name) : (asksWho.exec(title)?.[1] ?? []),
  );
  const named = written.map(wordsOf);
  const full = new Set(named.map((name) => name.join(" ")));
  const surnames = new Map(named.map((name) => [name.at(-1) ?? "", name[0] ?? ""]));
  const firsts = new Set(named.map(([first = ""]) => first).filter((first) => first.length >= unmistakableFirst));
  const at = (words: readonly string[], i: number): PersonAt | undefined => {
    for (const length of [3, 2])
      if (i + length <= words.length && full.has(words.slice(i, i + length).join(" ")))
        return { from: i, length, first: false };
    const word = words[i] ?? "";
    const next = surnames.get(words[i + 1] ?? "");
    if (next !== undefined && word.slice(0, shortForm) === next.slice(0, shortForm))
      return { from: i, length: 2, first: false };
    if (surnames.has(word) && word.length >= unmistakable) return { from: i, length: 1, first: false };
    return firsts.has(word) ? { from: i, length: 1, first: true } : undefined;
  };
  return (words) => {
    const found: PersonAt[] = [];
    for (let i = 0; i < words.length; i++) {
      const person = at(words, i);
      if (!person) continue;
      found.push(person);
      i += person.length - 1;
    }
    return found.length === 1 ? found[0] : undefined;
  };
}

/** Shorter names are words as well: "Wolf", "Mark". */
const unmistakable = 6;
const unmistakableFirst = 5;
/** "Clem", "Alex": what a short form has of the first name. */
const shortForm = 3;

/** Two names or three, written large. */
const names = /\p{Lu}[\p{L}'’]+(?: \p{Lu}[\p{L}'’-]+){1,2}/gu;
const asksWho = /^Who is (\p{Lu}[\p{L}'’]+(?: \p{Lu}[\p{L}'’-]+){1,2})(?: to .{1,40})?\?/u;
