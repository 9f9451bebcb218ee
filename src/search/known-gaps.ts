import { isStopWord, stem } from "./tokens.ts";

/** How near a question is to one that is known to have no answer here: 0 to 1, 1 for the same telling words in any order. */
export type KnownGaps = (words: readonly string[]) => number;

/** Reads questions without an answer once, each as its words. `weightOf`: what a stem tells, rare ones more. */
export function createKnownGaps(
  questions: readonly (readonly string[])[],
  weightOf: (stem: string) => number,
): KnownGaps {
  const places = new Map<string, number[]>();
  const totals: number[] = [];
  for (const [i, question] of questions.entries()) {
    const stems = stemsOf(question);
    totals.push(sum(stems, weightOf));
    for (const term of stems) {
      const list = places.get(term);
      if (list) list.push(i);
      else places.set(term, [i]);
    }
  }
  return (words) => {
    const stems = stemsOf(words);
    const total = sum(stems, weightOf);
    const shared = new Map<number, number>();
    for (const term of stems)
      for (const i of places.get(term) ?? []) shared.set(i, (shared.get(i) ?? 0) + weightOf(term));
    let nearest = 0;
    for (const [i, weight] of shared) nearest = Math.max(nearest, (2 * weight) / (total + (totals[i] ?? 0)));
    return nearest;
  };
}

const stemsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.filter((word) => !isStopWord(word)).map(stem));

function sum(stems: ReadonlySet<string>, weightOf: (stem: string) => number): number {
  let total = 0;
  for (const term of stems) total += weightOf(term);
  return total;
}
