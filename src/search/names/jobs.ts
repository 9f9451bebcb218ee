import type { Lexicon } from "../vocabulary/lexicon.ts";
import { isStopWord } from "../words/tokens.ts";
import type { Mention } from "./names.ts";

/** What names no post without another word: "manager", "rep". */
const bare =
  /^(?:head|vp|svp|evp|director|president|chief|manager|executive|officer|reps?|leads?|buyers?|developers?|associates?)s?$/;

/**
 * The words for the post that a question names, where no role of the library is named: "product manager", "head of
 * engineering".
 */
export function jobIn(
  words: readonly string[],
  mentions: readonly Mention[],
  { isJob }: Lexicon,
): readonly string[] | undefined {
  if (mentions.some(({ entry }) => entry.kind === "role" || entry.kind === "comparison")) return undefined;
  const at = words.findIndex((word) => isJob(word) || isJob(word.replace(/s$/, "")));
  const said = words[at];
  if (said === undefined) return undefined;
  const word = isJob(said) ? said : said.replace(/s$/, "");
  const next = words[at + 1] ?? "";
  const behind = next === "of" ? words[at + 2] : /^(?:s|e)?vp$/.test(word) ? next : undefined;
  if (bare.test(word) && behind && !isStopWord(behind)) return [word, behind];
  const before = words[at - 1];
  if (before !== undefined && !isStopWord(before)) return [before, word];
  return bare.test(word) ? undefined : [word];
}
