import type { Library } from "#content/library.ts";
import { isStopWord, wordsOf } from "#search/words/tokens.ts";
import type { AskedData } from "./asked.ts";
import type { FollowUp } from "./meant.ts";

/** Others than the one talked about are asked for. */
const ofOthers =
  /\b(?:compan(?:y|ies)|startups?|start-ups?|firms?|labs?|studies|cases|others?|else|any(?:one|body)|every(?:one|body)|somebody|someone|all)\b/i;

/**
 * Whether what answers a question by itself is told of another company than the one talked about, though the question names
 * none and says no word that is only that one's: "what are the fees?" is asked of the company talked about.
 */
export function isOfAnother({ question, about }: FollowUp, alone: AskedData | undefined, library: Library): boolean {
  if (!alone?.answered || alone.across || alone.subjects?.length || ofOthers.test(question)) return false;
  const isStudy = (id: string | undefined) => id !== undefined && library.entry(id)?.kind === "case-study";
  const told = alone.answers[0]?.study;
  if (!isStudy(about) || !isStudy(told) || told === about) return false;
  const telling = wordsOf(question).filter((word) => !isStopWord(word));
  return telling.every((word) => isCommon(word, told, library));
}

/** A word that another study writes small, too, and so no name and nothing of one company alone. */
function isCommon(word: string, told: string | undefined, library: Library): boolean {
  const small = new RegExp(`(?<![\\p{L}\\p{N}])${word.replace(/[^\p{L}\p{N}]/gu, "\\$&").replace(/s$/, "s?")}`, "u");
  return library.passages.some(
    ({ entry, title, text }) =>
      entry !== told && (small.test(text) || small.test(title)) && library.entry(entry)?.kind === "case-study",
  );
}
