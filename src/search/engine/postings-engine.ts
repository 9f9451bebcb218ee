import type { Steps } from "#core/steps.ts";
import { bm25, type Engine, type EngineBuilder } from "./engine.ts";
import { lending } from "./matches.ts";

/** How often a term stands in a document's title and text, in one number: title · 256 + text, each at most 255. */
const once = { title: 256, text: 1 } as const;
const most = 255;

/** The ids of the documents in their order, how many terms title and text of each have, and the postings. */
export type PostingsData = {
  readonly ids: readonly string[];
  readonly lengths: Uint32Array;
  readonly postings: Postings;
};

/** Builds what {@link postingsOver} is opened on: six bytes for each term of a document. */
export function postingsBuilder(): EngineBuilder<PostingsData> {
  const ids: string[] = [];
  const lengths: number[] = [];
  const growing = new Map<string, number[]>();
  return {
    add: ({ id, title, text }) => {
      const document = ids.push(id) - 1;
      lengths.push(new Set(title).size, new Set(text).size);
      const counts = new Map<string, number>();
      for (const term of title) {
        const before = counts.get(term) ?? 0;
        if (before >> 8 < most) counts.set(term, before + once.title);
      }
      for (const term of text) {
        const before = counts.get(term) ?? 0;
        if ((before & most) < most) counts.set(term, before + once.text);
      }
      for (const [term, count] of counts) {
        const postings = growing.get(term);
        if (postings) postings.push(document, count);
        else growing.set(term, [document, count]);
      }
    },
    *finish() {
      const postings = yield* packed(growing);
      growing.clear();
      return { ids, lengths: Uint32Array.from(lengths), postings };
    },
  };
}

/** The postings of all terms one behind the other; those of term number n lie from `starts[n]` to `starts[n + 1]`. */
type Postings = {
  readonly numbers: ReadonlyMap<string, number>;
  readonly starts: Uint32Array;
  readonly documents: Uint32Array;
  readonly counts: Uint16Array;
};

function* packed(growing: ReadonlyMap<string, readonly number[]>): Steps<Postings> {
  let total = 0;
  for (const pairs of growing.values()) total += pairs.length / 2;
  const numbers = new Map<string, number>();
  const starts = new Uint32Array(growing.size + 1);
  const documents = new Uint32Array(total);
  const counts = new Uint16Array(total);
  let at = 0;
  for (const [term, pairs] of growing) {
    starts[numbers.size] = at;
    numbers.set(term, numbers.size);
    for (let i = 0; i < pairs.length; i += 2, at++) {
      documents[at] = pairs[i] ?? 0;
      counts[at] = pairs[i + 1] ?? 0;
    }
    yield;
  }
  starts[numbers.size] = at;
  return { numbers, starts, documents, counts };
}

/**
 * Finds documents by an inverted index in typed arrays, scored in one pass over the postings of the terms asked for. The
 * same scores as MiniSearch gives, for libraries that are too large for it.
 */
export function postingsOver({ ids, lengths, postings }: PostingsData): Engine {
  const lend = lending(ids);
  const shares = lengthShares(lengths);
  return {
    match: (boosts, use) =>
      lend((scores) => {
        for (const [term, boost] of boosts) addScores(scores, postings, shares, term, boost);
      }, use),
  };
}

/** `k · (1 − b + b · length / mean length)` for title and text of each document in turn. */
function lengthShares(lengths: Uint32Array): Float64Array {
  const { k, b } = bm25;
  const sums = [0, 0];
  for (const [i, length] of lengths.entries()) sums[i & 1] = (sums[i & 1] ?? 0) + length;
  const means = sums.map((sum) => sum / Math.max(1, lengths.length / 2));
  return Float64Array.from(lengths, (length, i) => k * (1 - b + (b * length) / (means[i & 1] || 1)));
}

function addScores(
  scores: Float64Array,
  { numbers, starts, documents, counts }: Postings,
  shares: Float64Array,
  term: string,
  boost: number,
): void {
  const number = numbers.get(term);
  if (number === undefined) return;
  const { k, d } = bm25;
  const from = starts[number] ?? 0;
  const to = starts[number + 1] ?? 0;
  let titles = 0;
  let texts = 0;
  for (let i = from; i < to; i++) {
    const count = counts[i] ?? 0;
    if (count >> 8) titles++;
    if (count & most) texts++;
  }
  const total = scores.length;
  const title = boost * Math.log(1 + (total - titles + 0.5) / (titles + 0.5));
  const text = boost * Math.log(1 + (total - texts + 0.5) / (texts + 0.5));
  for (let i = from; i < to; i++) {
    const document = documents[i] ?? 0;
    const inTitle = (counts[i] ?? 0) >> 8;
    const inText = (counts[i] ?? 0) & most;
    let score = 0;
    if (inTitle) score += title * (d + (inTitle * (k + 1)) / (inTitle + (shares[2 * document] ?? 0)));
    if (inText) score += text * (d + (inText * (k + 1)) / (inText + (shares[2 * document + 1] ?? 0)));
    scores[document] = (scores[document] ?? 0) + score;
  }
}
