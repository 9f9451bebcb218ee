import { randomBytes } from "node:crypto";
import { fold } from "#core/nearest.ts";

/** Longest question kept, in characters. */
const longest = 500;

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

/** A short id that people can type. */
export function newId(): string {
  return randomBytes(4).toString("hex");
}
