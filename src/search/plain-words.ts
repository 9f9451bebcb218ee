import { readFileSync } from "node:fs";
import { stem } from "./tokens.ts";

const listed = readFileSync(new URL("plain-words.txt", import.meta.url), "utf8");
const lemmas = new Set(listed.split("\n").filter((line) => line && !line.startsWith("#")));
const stems = new Set([...lemmas].map(stem));

/** True for such a word in its plain form: "say", not "saying", which may be a noun. */
export function isPlainLemma(word: string): boolean {
  return lemmas.has(word);
}

/** True for the stem of a common English verb, adverb or describing adjective: it names nothing that could be missing. */
export function isPlainWord(stemmed: string): boolean {
  return stems.has(stemmed);
}
