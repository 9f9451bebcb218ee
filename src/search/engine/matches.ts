import type { Hit, Matches, Where } from "./engine.ts";

/**
 * Gives what is made of a look-up that `score` has filled in, document by document, in the order of `ids`. The scores are
 * lent out and taken back: made anew at each question, those of a large library keep V8 collecting all the time.
 */
export function lending(ids: readonly string[]) {
  const free: Float64Array[] = [];
  return <Result>(score: (scores: Float64Array) => void, use: (matches: Matches) => Result): Result => {
    const scores = free.pop()?.fill(0) ?? new Float64Array(ids.length);
    try {
      score(scores);
      return use(matchesOf(scores, ids));
    } finally {
      free.push(scores);
    }
  };
}

function matchesOf(scores: Float64Array, ids: readonly string[]): Matches {
  return {
    best: (limit, where) => (limit < 1 ? [] : bestOf(scores, ids, limit, where)),
    scoreAt: (document) => scores[document] ?? 0,
    held: () => heldIn(scores),
  };
}

/** A plain loop: `Uint8Array.from` takes some forty times as long for a hundred thousand. */
function heldIn(scores: Float64Array): Uint8Array {
  const held = new Uint8Array(scores.length);
  for (let document = 0; document < scores.length; document++) if ((scores[document] ?? 0) > 0) held[document] = 1;
  return held;
}

/** The best of many in one pass: the few kept are in order, and most of the rest are not as good as the last of them. */
function bestOf(scores: Float64Array, ids: readonly string[], limit: number, where?: Where): Hit[] {
  const kept: number[] = [];
  const comesFirst = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0);
    return difference === 0 ? (ids[a] ?? "") < (ids[b] ?? "") : difference > 0;
  };
  let least = Number.MIN_VALUE;
  for (let document = 0; document < scores.length; document++) {
    if ((scores[document] ?? 0) < least) continue;
    const last = kept.length < limit ? undefined : kept[limit - 1];
    if (last !== undefined && comesFirst(last, document)) continue;
    if (where && !where(ids[document] ?? "", document)) continue;
    kept.splice(placeOf(kept, document, comesFirst), 0, document);
    if (kept.length > limit) kept.pop();
    if (kept.length === limit) least = scores[kept[limit - 1] ?? 0] ?? 0;
  }
  return kept.map((document) => ({ id: ids[document] ?? "", score: scores[document] ?? 0 }));
}

/** Where a document belongs among those in order, by halving. */
function placeOf(kept: readonly number[], document: number, comesFirst: (a: number, b: number) => boolean): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comesFirst(kept[middle] ?? 0, document)) low = middle + 1;
    else high = middle;
  }
  return low;
}
