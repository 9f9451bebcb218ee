import { wordsOf } from "./tokens.ts";

/** Longest text, in characters, that is looked at for a question. */
export const longestText = 12_000;

/** Longest single question, in characters; what is behind it is not looked at. */
export const longestQuestion = 400;

const manyWords = 16;
const mostReadings = 6;

/**
 * The questions that a text may be asking, likeliest first: a short text is one; of a long or rambling one the
 * sentences that end in a question mark, the clauses that open with a question word, and the whole, cut short.
 */
export function questionsIn(text: string): string[] {
  const shown = text.slice(0, longestText).trim();
  const whole = shown.slice(0, longestQuestion);
  if (wordsOf(whole).length < manyWords) return [whole];
  const sentences = shown.split(/(?<=[.!?])\s+|\n+/).map((sentence) => sentence.trim());
  const asking = sentences.filter((sentence) => /\?["')\]]*$/.test(sentence));
  const clauses = (asking.length > 0 ? asking : sentences).flatMap((sentence) =>
    sentence.split(/[,;:]\s+|\s+-+\s+|\b(?:and|so|but)\s+(?=(?:what|who|when|where|why|how|which)\b)/i),
  );
  const opening = clauses.filter((clause) =>
    /^(?:and |so |but |ok |then )?(?:what|who|whom|whose|when|where|why|how|which|is|are|does|do|did|can|should|has|have)\b/i.test(
      clause.trim(),
    ),
  );
  const readings = [...asking, ...opening, ...(shown.length <= longestQuestion ? [whole] : [sentences[0] ?? whole])];
  return [...new Set(readings.map((reading) => reading.trim().slice(0, longestQuestion)))]
    .filter((reading) => wordsOf(reading).length > 1)
    .slice(0, mostReadings);
}
