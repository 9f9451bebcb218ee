import { fold } from "#core/nearest.ts";

/** Longest question kept, in characters. */
const longest = 500;

/** Letters of the ids of gaps, filings, meetings and their questions: enough that none comes twice in one database. */
export const idLetters = 10;

/** A question as it is kept: whole words, at most 500 characters. */
export function keptQuestion(question: string): string {
  const tidy = question.replace(/\s+/g, " ").trim();
  return tidy.length <= longest
    ? tidy
    : `${tidy
        .slice(0, longest)
        .replace(/\s+\S*$/, "")
        .toWellFormed()}…`;
}

/** What two askings of one question have in common: no letter case, accents or punctuation. */
export function wordingOf(question: string): string {
  const kept = keptQuestion(question);
  return fold(kept) || kept;
}
