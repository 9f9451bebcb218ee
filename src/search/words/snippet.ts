import { splitSentences } from "#core/clip.ts";
import { isStopWord, stem, wordsOf } from "./tokens.ts";

/** The content words of a text, stemmed. */
export function termsOf(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .filter((word) => !isStopWord(word))
      .map(stem),
  );
}

/** Texts up to this length, in characters, are shown whole. */
const short = 180;
/** A first sentence up to this length that holds a figure is the row's value, and says what the others are about. */
const valueLength = 60;

/**
 * What a hit shows of a text: all of a short one, else the sentence that shares most of a query's terms (the first one when
 * none does), behind the row's value where it begins with one.
 */
export function snippet(text: string, wanted: ReadonlySet<string>): string {
  if (text.length <= short) return text.trim();
  const sentences = splitSentences(text).map((sentence) => sentence.trim());
  const shared = sentences.map((sentence) => [...termsOf(sentence)].filter((term) => wanted.has(term)).length);
  const at = shared.indexOf(Math.max(...shared));
  const [first = "", best = first] = [sentences[0], sentences[at]];
  if (at < 1 || first.length > valueLength || !/\d/.test(first)) return best;
  return at === 1 ? `${first} ${best}` : `${first} … ${best}`;
}
