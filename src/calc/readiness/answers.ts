/** Answers as typed, or what is wrong with them. */
type ReadAnswers =
  | { readonly answers: readonly number[] }
  | { readonly wrong: string; readonly before: readonly number[] };

/**
 * Reads `3 2 4 1`, `3,2,4,1`, `3-2-4-1`, `1: 3, 2: 2`, `3/4 2/4` (of 4), and in runs `3241` or `324 113`: one digit an answer. `wrong`
 * is the first piece that is no answer, with what was read before it.
 */
export function readAnswers(typed: string, highest: number): ReadAnswers {
  const pieces = unnumbered(withoutHighest(typed.trim(), highest))
    .split(/\s+(?:-|and)\s+|(?<=^\d|[\s-]\d)-(?=\d(?:-|\s|$))|[\s,;/|]+/)
    .map((piece) => piece.replace(/(?<=\d)[.?!]$/, ""))
    .filter(Boolean);
  // Runs are as long as each other: in "3 10 2" the 10 is no answer.
  const run = pieces[0]?.length ?? 0;
  const inRuns = pieces.length === 1 || (run >= 3 && pieces.every((piece) => piece.length === run));
  const answers: number[] = [];
  for (const piece of pieces) {
    const digits = inRuns ? /^\d{1,64}$/ : /^\d$/;
    const read = digits.test(piece) ? [...piece].map(Number) : undefined;
    if (!read || read.some((answer) => answer > highest)) return { wrong: piece, before: answers };
    answers.push(...read);
  }
  return { answers };
}

/** "3/4, 2 of 4" → "3, 2", where every answer says of how much it is. */
function withoutHighest(typed: string, highest: number): string {
  const each = String.raw`(\d)\s?(?:/|(?:out\s)?of\s)\s?${highest}`;
  return new RegExp(String.raw`^(?:${each}(?:[\s,;]+|$)){1,64}$`, "i").test(typed)
    ? typed.replace(new RegExp(each, "gi"), "$1")
    : typed;
}

/** "1: 3, 2: 2" → "3 2", where the numbers of the questions go up from 1. */
function unnumbered(typed: string): string {
  const each = String.raw`(?:q|question\s)?(\d{1,2})(?:\s?[:=)]\s?|\.\s)(\d)(?:[\s,;]+|$)`;
  if (!new RegExp(`^(?:${each}){1,64}$`, "i").test(typed)) return typed;
  const numbered = [...typed.matchAll(new RegExp(each, "gi"))];
  return numbered.every(([, number], i) => Number(number) === i + 1)
    ? numbered.map(([, , answer]) => answer).join(" ")
    : typed;
}
