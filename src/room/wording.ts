import { editDistance, forgiven } from "#core/nearest.ts";
import { isStopWord, stem, wordsOf } from "#search/tokens.ts";

/** Share of their words that two questions must have in common to count as one. */
const alike = 0.6;

/**
 * Groups things by how they are worded: the same words but for order, endings, typos and words without weight. The
 * first of a group is the first given.
 */
export function groupByWording<T>(things: readonly T[], textOf: (thing: T) => string): T[][] {
  const groups: { readonly terms: readonly string[]; readonly members: T[] }[] = [];
  for (const thing of things) {
    const terms = termsOf(textOf(thing));
    const group = groups.find((candidate) => similarity(candidate.terms, terms) >= alike);
    if (group) group.members.push(thing);
    else groups.push({ terms, members: [thing] });
  }
  return groups.map(({ members }) => members);
}

function termsOf(text: string): string[] {
  const words = wordsOf(text);
  const weighty = words.filter((word) => !isStopWord(word));
  return [...new Set((weighty.length > 0 ? weighty : words).map(stem))];
}

/** Words in common over words in all, from 0 to 1; a forgiven typo counts as the same word. */
function similarity(left: readonly string[], right: readonly string[]): number {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const open = [...many];
  let common = 0;
  for (const word of few) {
    const at = open.findIndex((other) => sameWord(word, other));
    if (at < 0) continue;
    open.splice(at, 1);
    common++;
  }
  const all = few.length + many.length - common;
  return all === 0 ? 1 : common / all;
}

function sameWord(left: string, right: string): boolean {
  const limit = /\d/.test(left + right) ? 0 : forgiven(Math.min(left.length, right.length));
  return left === right || (limit > 0 && editDistance(left, right, limit) <= limit);
}
