import type { Steps } from "#core/steps.ts";
import { hashOf } from "../words/hash.ts";
import { dot } from "./vector.ts";

/** What a text is about, as a direction among the topics of the library: of length 1, or 0 for words it never uses. */
export type Topic = Float32Array;

/** The direction of some terms; each counts once more, and less each time. */
export type TopicOf = (terms: readonly string[]) => Topic;

/** Topics as they were learnt, as plain data: the terms numbered, what each weighs, and its direction, one behind the other. */
export type Topics = {
  readonly size: number;
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: Float32Array;
  readonly directions: Float32Array;
};

/** Topics of a library; a small one has fewer, or every word would be one. */
const dimensions = 96;

/** Documents from which topics are learnt. */
const learntFrom = 2000;

/**
 * Latent semantic analysis (Deerwester et al. 1990): words that stand with the same words mean much the same, so that a
 * question can be near a passage it shares no word with. Learnt from the documents' terms by one round of randomised
 * subspace iteration (Halko, Martinsson and Tropp 2011): more rounds change no ranking, and the same documents give the
 * same topics. Which documents it is learnt from, and where the iteration begins, hangs on each one's own id, so that one
 * that is added or taken out hardly moves them.
 */
export function* topicSteps<Document>(
  documents: readonly Document[],
  idOf: (document: Document) => string,
  termsOf: (document: Document) => readonly string[],
): Steps<Topics> {
  const chosen = documents
    .map((document) => ({ document, hash: hashOf(idOf(document)) }))
    .sort((a, b) => a.hash - b.hash)
    .slice(0, learntFrom);
  const sample: (readonly string[])[] = [];
  for (const { document } of chosen) {
    sample.push(termsOf(document));
    yield;
  }
  const { numbers, weights } = vocabularyOf(sample);
  const rows = sample.map((terms) => weighed(terms, numbers, weights));
  const size = Math.min(dimensions, Math.ceil(Math.min(rows.length, numbers.size) / 3));
  // Columns one behind the other: directions among the documents, and among the terms.
  const random = randomColumns(
    size,
    chosen.map(({ hash }) => hash),
  );
  const rough = yield* eachColumn(size, random, rows.length, numbers.size, spread(rows));
  const left = yield* eachColumn(size, rough, numbers.size, rows.length, gather(rows));
  yield* orthonormalised(left, rows.length);
  const right = yield* eachColumn(size, left, rows.length, numbers.size, spread(rows));
  yield* orthonormalised(right, numbers.size);
  return { size, numbers, weights, directions: transposed(right, size, numbers.size) };
}

/** Reads texts by topics that were learnt. */
export function topicReader({ size, numbers, weights, directions }: Topics): TopicOf {
  return (terms) => {
    const { at, values } = weighed(terms, numbers, weights);
    const topic = new Float32Array(size);
    for (let i = 0; i < at.length; i++) {
      const from = (at[i] ?? 0) * size;
      const value = values[i] ?? 0;
      for (let k = 0; k < size; k++) topic[k] = (topic[k] ?? 0) + value * (directions[from + k] ?? 0);
    }
    return unit(topic);
  };
}

/** How near two topics are: 1 for the same, 0 for unrelated. */
export function nearness(a: Topic, b: Topic): number {
  return Math.max(0, dot(a, b));
}

/** A document as a sparse row: the numbers of its terms, and what each weighs in it. */
type Row = { readonly at: Uint32Array; readonly values: Float32Array };

/** Terms numbered, and their inverse document frequency. */
function vocabularyOf(documents: readonly (readonly string[])[]) {
  const counts = new Map<string, number>();
  for (const terms of documents) for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const numbers = new Map([...counts.keys()].map((term, i) => [term, i]));
  const weights = Float32Array.from(counts.values(), (count) => 1 + Math.log((1 + documents.length) / (1 + count)));
  return { numbers, weights };
}

function weighed(terms: readonly string[], numbers: ReadonlyMap<string, number>, weights: Float32Array): Row {
  const counts = new Map<number, number>();
  for (const term of terms) {
    const number = numbers.get(term);
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  const at = Uint32Array.from(counts.keys());
  const values = Float32Array.from(counts, ([number, count]) => (1 + Math.log(count)) * (weights[number] ?? 0));
  return { at, values: unit(values) };
}

function unit(values: Float32Array): Float32Array {
  let sum = 0;
  for (const value of values) sum += value * value;
  const length = Math.sqrt(sum);
  return length > 0 ? values.map((value) => value / length) : values;
}

type Product = (from: Float32Array, to: Float32Array) => void;

/** Multiplies columns of one length into as many of another. */
function* eachColumn(
  count: number,
  columns: Float32Array,
  from: number,
  to: number,
  multiply: Product,
): Steps<Float32Array> {
  const made = new Float32Array(count * to);
  for (let k = 0; k < count; k++) {
    multiply(columns.subarray(k * from, (k + 1) * from), made.subarray(k * to, (k + 1) * to));
    yield;
  }
  return made;
}

/** Adds each row to a column of terms, as often as a column of documents says. */
const spread =
  (rows: readonly Row[]): Product =>
  (documents, terms) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      const share = documents[i] ?? 0;
      if (!row) continue;
      for (let j = 0; j < row.at.length; j++) {
        const place = row.at[j] ?? 0;
        terms[place] = (terms[place] ?? 0) + share * (row.values[j] ?? 0);
      }
    }
  };

/** Projects each row on a column of terms. */
const gather =
  (rows: readonly Row[]): Product =>
  (terms, documents) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i];
      let sum = 0;
      if (row) for (let j = 0; j < row.at.length; j++) sum += (row.values[j] ?? 0) * (terms[row.at[j] ?? 0] ?? 0);
      documents[i] = sum;
    }
  };

/** Makes columns of one length orthonormal in place, by modified Gram-Schmidt; a column that is left with nothing is 0. */
function* orthonormalised(columns: Float32Array, length: number): Steps<void> {
  const count = length === 0 ? 0 : columns.length / length;
  for (let k = 0; k < count; k++) {
    const column = columns.subarray(k * length, (k + 1) * length);
    const before = norm(column);
    for (let j = 0; j < k; j++) {
      const other = columns.subarray(j * length, (j + 1) * length);
      const share = dot(column, other);
      for (let i = 0; i < length; i++) column[i] = (column[i] ?? 0) - share * (other[i] ?? 0);
    }
    const left = norm(column);
    const scale = left > 1e-5 * before ? 1 / left : 0;
    for (let i = 0; i < length; i++) column[i] = (column[i] ?? 0) * scale;
    yield;
  }
}

const norm = (column: Float32Array): number => Math.sqrt(dot(column, column));

/** Columns of numbers between -1 and 1, one for each seed, the same every time: xorshift32 (Marsaglia 2003). */
function randomColumns(count: number, seeds: readonly number[]): Float32Array {
  const columns = new Float32Array(count * seeds.length);
  for (const [i, seed] of seeds.entries()) {
    let state = seed || 1;
    for (let k = 0; k < count; k++) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      columns[k * seeds.length + i] = state / 0x8000_0000;
    }
  }
  return columns;
}

function transposed(columns: Float32Array, count: number, length: number): Float32Array {
  const rows = new Float32Array(columns.length);
  for (let k = 0; k < count; k++) for (let i = 0; i < length; i++) rows[i * count + k] = columns[k * length + i] ?? 0;
  return rows;
}
