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

/** The sentence of a text that shares most content words with the query; the first one when none does. */
export function snippet(text: string, query: string): string {
  const wanted = termsOf(query);
  let best = "";
  let most = -1;
  for (const sentence of splitSentences(text)) {
    const shared = [...termsOf(sentence)].filter((term) => wanted.has(term)).length;
    if (shared > most) {
      best = sentence.trim();
      most = shared;
    }
  }
  return best;
}
