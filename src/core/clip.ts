const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const sentences = new Intl.Segmenter("en", { granularity: "sentence" });

/** Length in Unicode code points, the unit both platforms count in. */
export function codePoints(value: string): number {
  let count = value.length;
  // Two units that make one letter; by codes, since this is asked of every line of every message.
  for (let i = 1; i < value.length; i++) if (isLow(value.charCodeAt(i)) && isHigh(value.charCodeAt(i - 1))) count--;
  return count;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** A label of at most `max` code points, ending in "…" when shortened; never cuts through a grapheme. For labels only. */
export function clip(value: string, max: number): string {
  if (value.length <= max || codePoints(value) <= max) return value;
  let kept = "";
  let length = 0;
  for (const { segment } of graphemes.segment(value.slice(0, max * 12))) {
    length += codePoints(segment);
    if (length > max - 1) break;
    kept += segment;
  }
  const atWord = kept.replace(/\s+\S*$/, "");
  return `${(atWord.length > kept.length / 2 ? atWord : kept).trimEnd()}…`;
}

/** The sentences of a text, white space kept, so that joining them gives the text again. */
export function splitSentences(value: string): string[] {
  return [...sentences.segment(value)].map(({ segment }) => segment);
}

/**
 * Two non-empty halves of a text whose join is the text: between sentences if there are two, else between words, else
 * between graphemes, else within one (marks can be piled up without end). Undefined for a text of one code point.
 */
export function halve(value: string): [string, string] | undefined {
  for (const pieces of [
    splitSentences(value),
    value.split(/(?<=\s)/),
    [...graphemes.segment(value)].map((g) => g.segment),
    [...value],
  ]) {
    if (pieces.length < 2) continue;
    const cut = middle(pieces, value.length);
    return [pieces.slice(0, cut).join(""), pieces.slice(cut).join("")];
  }
  return undefined;
}

function middle(pieces: readonly string[], total: number): number {
  let seen = 0;
  for (const [i, piece] of pieces.entries()) {
    seen += piece.length;
    if (seen >= total / 2) return Math.min(i + 1, pieces.length - 1);
  }
  return pieces.length - 1;
}
