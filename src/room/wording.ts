import { editDistance, forgiven } from "#core/nearest.ts";
import { isStopWord, stem, wordsOf } from "#search/words/tokens.ts";

/** Share of their words that two questions must have in common to count as one. */
const alike = 0.6;

/** Terms that a question is compared by: what is longer was pasted, and its beginning tells it from others. */
const mostTerms = 60;

/**
 * Groups things by how they are worded: the same words but for order, endings, typos and words without weight. The
 * first of a group is the first given.
 */
export function groupByWording<T>(things: readonly T[], textOf: (thing: T) => string): T[][] {
  const groups: { readonly terms: readonly string[]; readonly members: T[] }[] = [];
  for (const thing of things) {
    const terms = termsOf(textOf(thing));
    const group = groups.find((candidate) => isAlike(candidate.terms, terms));
    if (group) group.members.push(thing);
    else groups.push({ terms, members: [thing] });
  }
  return groups.map(({ members }) => members);
}

function termsOf(text: string): string[] {
  const words = wordsOf(text);
  const weighty = words.filter((word) => !isStopWord(word));
  return [...new Set((weighty.length > 0 ? weighty : words).map(stem))].slice(0, mostTerms);
}

/** Whether two questions have their words in common, as a share of the words in all; a forgiven typo counts as the same word. */
function isAlike(left: readonly string[], right: readonly string[]): boolean {
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  // common / (few + many - common) is to reach the share: so many words of the shorter may be missing.
  let spare = few.length - Math.ceil((alike / (1 + alike)) * (few.length + many.length) - 1e-9);
  const open = new Set(many);
  for (const word of few) {
    if (spare < 0) return false;
    const same = open.has(word) ? word : [...open].find((other) => sameWord(word, other));
    if (same === undefined) spare--;
    else open.delete(same);
  }
  return spare >= 0;
}

function sameWord(left: string, right: string): boolean {
  if (left === right) return true;
  const limit = forgiven(Math.min(left.length, right.length));
  if (limit === 0 || Math.abs(left.length - right.length) > limit || /\d/.test(left + right)) return false;
  return editDistance(left, right, limit) <= limit;
}
