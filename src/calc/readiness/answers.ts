/** Answers as typed, or what is wrong with them. */
export type ReadAnswers =
  | { readonly answers: readonly number[] }
  | { readonly wrong: string; readonly before: readonly number[] };

/**
 * Reads `3 2 4 1`, `3,2,4,1` or, all in one word, `3241`: one digit an answer. `wrong` is the first piece that is no answer, with what
 * was read before it.
 */
export function readAnswers(typed: string, highest: number): ReadAnswers {
  const pieces = typed.split(/[\s,;/]+/).filter(Boolean);
  const answers: number[] = [];
  for (const piece of pieces) {
    const digits = pieces.length === 1 ? /^\d{1,64}$/ : /^\d$/;
    const run = digits.test(piece) ? [...piece].map(Number) : undefined;
    if (!run || run.some((answer) => answer > highest)) return { wrong: piece, before: answers };
    answers.push(...run);
  }
  return { answers };
}
