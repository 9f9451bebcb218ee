import { wordsOf } from "./tokens.ts";

/**
 * Makes a function that takes phrases out of a run of words, longest first. Where nothing else would be left, all stays.
 */
export function createAsides(phrases: readonly string[]): (words: readonly string[]) => readonly string[] {
  const runs = phrases
    .map(wordsOf)
    .filter((run) => run.length > 0)
    .sort((a, b) => b.length - a.length);
  const byFirst = Map.groupBy(runs, ([first = ""]) => first);
  return (words) => {
    const rest: string[] = [];
    for (let from = 0; from < words.length; ) {
      const run = byFirst.get(words[from] ?? "")?.find((one) => one.every((word, i) => word === words[from + i]));
      if (!run) rest.push(words[from] ?? "");
      from += run?.length ?? 1;
    }
    return rest.length > 0 ? rest : words;
  };
}
