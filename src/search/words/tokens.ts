import { createRequire } from "node:module";

// The package is CommonJS whose export is the function itself.
const stemmer: (word: string) => string = createRequire(import.meta.url)("wink-porter2-stemmer");

/** Words of scripts that write without spaces need a dictionary to be told apart. */
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const ascii = /^\p{ASCII}*$/u;
const word = /[\p{L}\p{N}\p{M}]+(?:[.'’][\p{L}\p{N}]+)*/gu;

/** A prefix that is written joined, with a hyphen or apart: "nonprofit", "co-sell", "pre training". */
const prefixed =
  /\b(?:(?:non|multi|pre|co|sub)-|(?:non|multi|pre) (?!(?:and|or|to|the|of|is)\b)|(?<!& )co (?=sell|market|brand|build|found|own|invest|innovat|develop|creat))(?=\p{L})/gu;

/** The comma in "1,979" and "180,713". */
const thousands = /(?<=\d),(?=\d{3}(?!\d))/g;

/** Words in order: lower case, no accents; "4.5B" stays one word, and a prefix is joined to its word. */
export function wordsOf(text: string): string[] {
  const plain = ascii.test(text);
  const lower = (plain ? text : text.normalize("NFKC")).toLowerCase();
  const folded = lower
    .replace(/[’']s\b/g, "")
    .replace(/['’]/g, "")
    .replace(thousands, "")
    .replace(prefixed, (prefix) => prefix.slice(0, -1));
  if (!plain && spaceless.test(folded))
    return [...segmenter.segment(folded)].filter((piece) => piece.isWordLike).map((piece) => piece.segment);
  const words = folded.match(word) ?? [];
  return plain
    ? words
    : words.map((found) => (ascii.test(found) ? found : found.normalize("NFKD").replace(/\p{M}+/gu, "")));
}

const questionWords = new Set(
  "who whom whose what when where which why how can could should does do did is are was were will would".split(" "),
);
const stopWords = new Set(
  `a an the and or but if of in on at by for to from with into onto over under about as than then so such that this these those it its
  they them their theirs he him his she her hers we us our ours you your yours i me my mine be been being am has have had having
  not no nor only own same too very just there here all any both each few more most other some s t d ll m re ve also per via
  may might must shall much many`
    .split(/\s+/)
    .filter(Boolean),
);

/** True for words that carry no meaning in prose; question words count too, unless `keepQuestions`. */
export function isStopWord(term: string, keepQuestions = false): boolean {
  return stopWords.has(term) || (!keepQuestions && questionWords.has(term));
}

const stems = new Map<string, string>();
const rememberedStems = 200_000;
/** The stemmer takes time by the square of a word's length, and no word of a language is longer. */
const longestStemmed = 40;

/** Porter2 stem of a lower-case word; words with digits, and what is too long for a word, are left as they are. */
export function stem(term: string): string {
  if (term.length > longestStemmed) return term;
  const known = stems.get(term);
  if (known !== undefined) return known;
  const result = /^[a-z]+$/.test(term) ? stemmer(term) : term;
  if (stems.size >= rememberedStems) stems.clear();
  stems.set(term, result);
  return result;
}

/** The terms among some words, in order: stems of all but stop words; question words stay if asked to. */
export function termsIn(words: readonly string[], keepQuestions = false): string[] {
  return words.filter((word) => !isStopWord(word, keepQuestions)).map(stem);
}
