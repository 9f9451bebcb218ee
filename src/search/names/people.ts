import type { Entry } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { wordsOf } from "../words/tokens.ts";
import type { Mention } from "./names.ts";

/**
 * The company whose founder some words name, if any. What is the founder's ("Sam Altman's shop") is the company; the
 * founder alone is a part of it. `capital` are words written large.
 */
export type People = (words: readonly string[], capital: ReadonlySet<string>) => Mention | undefined;

/** Reads the founders' names, and what stands in brackets behind each, from the rows of that label. */
export function createPeople(library: Library): People {
  const companies = new Map<string, Entry>();
  const leading = new Set<string>();
  for (const entry of library.ofKind("case-study"))
    for (const { title, text } of entry.sections.find(({ id }) => id === "glance")?.passages ?? []) {
      if (title !== "Founders") continue;
      for (const [, name = "", brackets = ""] of text.matchAll(person)) {
        const leads = /\bCEO\b/.test(brackets);
        for (const said of [wordsOf(name), wordsOf(name).slice(-1)]) {
          const key = said.join(" ");
          if (companies.has(key) && (leading.has(key) || !leads)) continue;
          companies.set(key, entry);
          if (leads) leading.add(key);
        }
      }
    }
  return (words, capital) => {
    for (const [i, word] of words.entries()) {
      const surname = [word, word.replace(/s$/, "")].find((form) => companies.has(form));
      if (surname === undefined) continue;
      const full = companies.get(`${words[i - 1] ?? ""} ${surname}`);
      // A short surname may be a word as well ("Wolf"): it names nobody unless it is written large or in full.
      const entry = full ?? (capital.has(word) || surname.length >= unmistakable ? companies.get(surname) : undefined);
      if (!entry) continue;
      const theirs = ofTheirs.has(words[i + 1] ?? "");
      return { entry, part: !theirs, more: [], from: full ? i - 1 : i, length: (full ? 2 : 1) + (theirs ? 1 : 0) };
    }
    return undefined;
  };
}

const unmistakable = 6;

/** What people call the company of somebody. */
const ofTheirs = new Set("company firm shop lab startup business outfit venture organisation organization".split(" "));

/** Two names or three, written large, and what is said of them in brackets. */
const person = /(\p{Lu}[\p{L}'’]+(?: \p{Lu}[\p{L}'’-]+){1,2})(?: \(([^)]*)\))?/gu;
