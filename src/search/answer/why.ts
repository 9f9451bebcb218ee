import type { Question } from "../question/question.ts";
import type { Scored, Signs } from "../rank/score.ts";
import { isStopWord } from "../words/tokens.ts";

/** Why the first answer is the first. */
export type Why = {
  /** The question's words that the passage covers, and those it does not. */
  readonly matched: readonly string[];
  readonly missing: readonly string[];
  readonly signs: Signs | undefined;
};

/** Which words of a question its best passage has, and by which signs it was chosen. */
export function whyOf({ units, companies }: Question, best: Scored | undefined): Why {
  const said = units.map(({ text, names }, i) => ({
    text: tellingOf(text),
    // A company that has an entry is never missing.
    here: (best?.covered[i] ?? 0) > 0 || companies.some(({ id }) => id === names),
  }));
  const shown = said.filter(({ text }) => text !== "");
  return {
    matched: shown.filter(({ here }) => here).map(({ text }) => text),
    missing: shown.filter(({ here }) => !here).map(({ text }) => text),
    signs: best?.signs,
  };
}

/** A word or phrase without the words around it that say nothing; empty for one that is only those, or digits alone. */
function tellingOf(text: string): string {
  const words = text.split(" ");
  const from = words.findIndex((word) => !isStopWord(word));
  const to = words.findLastIndex((word) => !isStopWord(word));
  const told = from < 0 ? "" : words.slice(from, to + 1).join(" ");
  return /^\d{1,3}$/.test(told) ? "" : told;
}
