import { editDistance, forgiven } from "#core/nearest.ts";
import { termsOf } from "./snippet.ts";

/** True where some texts have none of a search's terms, not even begun or with a slip: people only ask for them by these. */
export function saysNoneOf(wanted: ReadonlySet<string>, texts: readonly string[]): boolean {
  const said = [...termsOf(texts.join(" "))];
  return wanted.size > 0 && ![...wanted].some((term) => said.some((word) => isMeant(term, word)));
}

function isMeant(term: string, word: string): boolean {
  const limit = forgiven(term.length);
  return word.startsWith(term) || (limit > 0 && editDistance(term, word, limit) <= limit);
}
