import { readFileSync } from "node:fs";

const listed = readFileSync(new URL("plain-words.txt", import.meta.url), "utf8");
const lemmas = new Set(listed.split("\n").filter((line) => line && !line.startsWith("#")));
const forms = new Set([...lemmas].flatMap(formsOf));

/** True for a common English verb, adverb or describing adjective, in any form: it names nothing that could be missing. */
export function isPlainWord(word: string): boolean {
  return forms.has(word);
}

/** True for such a word as it stands in a dictionary: "say", not "saying", which may be a noun. */
export function isPlainLemma(word: string): boolean {
  return lemmas.has(word);
}

/** The regular forms of a verb; of other words only they themselves will ever be written. */
function formsOf(lemma: string): string[] {
  const stem = lemma.replace(/e$/, "");
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(lemma) ? [`${lemma}${lemma.at(-1)}`] : [];
  const past = [stem, ...doubled].flatMap((base) => [`${base}ed`, `${base}ing`]);
  const y = /[^aeiou]y$/.test(lemma) ? [`${lemma.slice(0, -1)}ies`, `${lemma.slice(0, -1)}ied`] : [];
  return [lemma, `${lemma}s`, `${lemma}es`, ...past, ...y];
}
