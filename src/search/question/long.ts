import { isPlainLemma } from "../words/plain-words.ts";
import { isStopWord, wordsOf } from "../words/tokens.ts";

/** Longest text, in characters, that is looked at for a question. */
export const longestText = 12_000;

/** Longest single question, in characters; what is behind it is not looked at. */
export const longestQuestion = 400;

const manyWords = 16;
const mostReadings = 6;

/** What a text may be asking, and how much of the text that is: 0 to 1, by the words that tell something. */
export type Asking = { readonly text: string; readonly share: number };

/**
 * The questions that a text may be asking, likeliest first: a short text is one, with what somebody says beside it and
 * without; of a long or rambling one the sentences that end in a question mark, the clauses that open with a question
 * word, and the whole, cut short.
 */
export function questionsIn(text: string): Asking[] {
  const shown = tidied(text.slice(0, longestText));
  const whole = shown.slice(0, longestQuestion);
  const all = telling(withoutRemarks(whole)) || 1;
  const askingFor = (reading: string): Asking => ({ text: reading, share: Math.min(1, telling(reading) / all) });
  return distinct(wordsOf(whole).length < manyWords ? [whole, ...lesser(whole)] : rambling(shown, whole)).map(
    askingFor,
  );
}

/** The sentences and clauses of a text that ask something, whatever stands beside them. */
export function clausesAsking(text: string): string[] {
  const sentences = sentencesOf(tidied(text.slice(0, longestText)));
  const clauses = sentences.flatMap((sentence) => sentence.split(/[,;:]\s+|\s+[-–—]+\s+/));
  return distinct([...sentences, ...clauses].filter((piece) => opens.test(piece) && saysSomething(piece)));
}

/**
 * What a text asks one after the other, each by itself: its sentences that end in a question mark, where there are several,
 * else the clauses of a long text that ask. Nothing where it asks less than two things, more than six, or says something
 * else that its clauses may lean on.
 */
export function partsAsked(text: string): string[] {
  const shown = tidied(text.slice(0, longestText));
  const sentences = sentencesOf(shown).map((sentence) => sentence.replace(/^(?:[-*•]|\d{1,2}[.)])\s+/, ""));
  const asking = distinct(
    sentences.filter((sentence) => (asks(sentence) || bids.test(sentence)) && saysSomething(sentence)),
  );
  if (asking.length > 1 && asking.some(asks)) return asking.length <= mostParts ? asking : [];
  if (wordsOf(shown.slice(0, longestQuestion)).length < manyWords) return [];
  const clauses = sentences
    .flatMap((sentence) => clausesOf(sentence, asksByItself))
    .map((clause) =>
      clause
        .replace(wantsToKnow, "")
        .replace(farewell, "")
        .replace(/[\s,;:]+$/, ""),
    );
  const isPart = (clause: string) => opens.test(clause) && saysSomething(clause);
  if (clauses.some((clause) => !isPart(clause) && !remark.test(clause) && telling(clause) > mostAside)) return [];
  const parts = distinct(clauses.filter(isPart));
  return parts.length > 1 && parts.length <= mostParts ? parts : [];
}

/** A clause that tells no more than this is a greeting, or a name below. */
const mostAside = 2;

/** Bids to be told something, which needs no question mark. */
const bids = /^(?:please |also,? |and |then )*(?:tell|give|list|show|explain|compare|name|rank|define|describe)\b/i;

/** True for words that lead up to a question, and ask nothing: "Could you please, if it is no trouble, tell me …". */
export const isCourtesy = (part: string): boolean => courtesy.test(part);
const courtesy =
  /^(?:(?:hi|hello|hey|so|and|ok)\b[\s,]*)*(?:can|could|will|would|may|might) (?:you|i|we)(?: (?:please|kindly|possibly|perhaps|maybe|just|quickly|mind|ask|help|help me|help us|be so kind(?: as)?|be kind enough|do me (?:a|the) favou?r))*[\s,.!?]*$/i;

const farewell = /,\s*(?:many )?(?:thanks|thank you|thx|cheers|regards|best)\b.*$/i;

const mostParts = 6;

/** "Could you please, if it is no trouble, tell me": what is asked stands behind it. */
const leadIn =
  /^(?:(?:hi|hello|hey|dear)\b[^,.!?]{0,40}[,.!]\s+)?(?:could|can|would|will) you(?: please| kindly)?,\s.{0,200}?\b(?:tell|let|give|show|remind) (?:me|us)\s+(?:know\s+)?(?=(?:\w+ )?(?:who|whom|whose|what|when|where|why|how|which|if|whether|about)\b)/i;

/** A text without the courtesies that lead its question in; one that names somebody stays. */
export const withoutCourtesy = (text: string): string =>
  text.replace(leadIn, (led) => (/\s\p{Lu}\p{L}/u.test(led.replace(/^\S+\s+\S+/, "")) ? led : ""));

/** With single blanks, so that no pattern has runs of them to try again and again. */
export const tidied = (text: string): string => text.replace(/[^\S\n]+/g, " ").trim();

/** A short text without remarks, and its sentences where only some of them ask. */
function lesser(text: string): string[] {
  const sentences = sentencesOf(text);
  const asking = sentences.filter(asks);
  return [withoutRemarks(text), ...(asking.length < sentences.length ? asking.filter(standsAlone) : [])];
}

function rambling(shown: string, whole: string): string[] {
  const sentences = sentencesOf(shown);
  const asking = sentences.filter(asks);
  const clauses = (asking.length > 0 ? asking : sentences)
    .flatMap((sentence) => clausesOf(sentence))
    .flatMap((clause) => clause.split(wantsToKnow));
  const opening = clauses.filter((clause) => opens.test(clause) && standsAlone(clause));
  return [
    ...asking.filter(standsAlone),
    ...opening,
    withoutRemarks(whole),
    shown.length <= longestQuestion ? whole : (sentences[0] ?? whole),
  ];
}

function distinct(readings: readonly string[]): string[] {
  return [...new Set(readings.map((reading) => reading.trim().slice(0, longestQuestion)))]
    .filter((reading, i) => i === 0 || wordsOf(reading).length > 1)
    .slice(0, mostReadings);
}

/** The sentences and lines of a text, trimmed. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?])\s+|\n+/).map((sentence) => sentence.trim());

/** True for a sentence that ends in a question mark, quotes and brackets aside. */
export const asks = (sentence: string): boolean => /\?["')\]]*$/.test(sentence);

/** The sentences of a text that end in a question mark, or all of it where none does. */
export const sentencesAsking = (text: string): string => sentencesOf(tidied(text)).filter(asks).join(" ") || text;

/** The clauses of a sentence; one that says nothing by itself ("and what came of that") stays with the one before. */
export function clausesOf(sentence: string, enough = standsAlone): string[] {
  const pieces = sentence.split(
    /[,;:]\s+|\s+[-–—]+\s+|\b(?:and|so|but)\s+(?=(?:(?:in|at|by|from|for|to|with|of|on|since) )?(?:what|whom?|when|where|why|how|which)\b)/i,
  );
  const clauses: string[] = [];
  for (const piece of pieces) {
    const before = clauses.at(-1);
    if (before !== undefined && !enough(piece)) clauses[clauses.length - 1] = `${before}, ${piece.trim()}`;
    else clauses.push(piece.trim());
  }
  return clauses;
}

export const opens =
  /^(?:and |so |but |ok |then )*(?:what|whats|who|whom|whose|when|where|why|how|which|is|are|was|were|does|do|did|can|could|should|would|has|have|tell|give|list|show|explain|compare|name|any|difference)\b/i;
const remark = /\b(?:i|i['’]?(?:m|ve)|i['’](?:d|ll)|we|we['’]?ve|we['’](?:re|d|ll)|my|our|someone|somebody)\b/i;

/** A question without what its asker says of themselves: "what is an MDF, my boss keeps mentioning it". */
export function withoutRemarks(text: string): string {
  const clauses = text.split(/[,;:.!?]\s+|\s+[-–—]+\s+/);
  const asked = clauses.filter((clause) => !remark.test(clause) || opens.test(clause.trim()));
  const rest = asked.join(", ");
  return asked.length < clauses.length && standsAlone(rest) ? rest : text;
}

/** Words that say what something is about: no stop words, no common verbs or describing words. */
const telling = (text: string): number =>
  new Set(wordsOf(text).filter((word) => !isStopWord(word) && !isPlainLemma(word))).size;

/** Fewer telling words than two ask nothing by themselves. */
const standsAlone = (text: string): boolean => telling(text) > 1;

/** "How much they raised" asks by itself, where the text says of whom. */
const asksByItself = (clause: string): boolean =>
  standsAlone(clause) || (opens.test(clause.trim()) && saysSomething(clause));

/** What comes before the question that somebody passes on: "my boss wants to know who owns them". */
const wantsToKnow =
  /^.*\b(?:know|asks?|asked|asking|wonders?|wondering|curious|find out|understand|tell (?:me|us|them))\s+(?=(?:who|whom|whose|what|when|where|why|how|which)\b)/i;

/** True where a word is no stop word. */
export const saysSomething = (text: string): boolean => wordsOf(text).some((word) => !isStopWord(word));
