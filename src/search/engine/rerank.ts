import { isStopWord, stem, wordsOf } from "../words/tokens.ts";

type Sentence = {
  /** Stems of its content words, in order. */
  readonly order: readonly string[];
  readonly terms: ReadonlySet<string>;
  readonly date: boolean;
  readonly number: boolean;
  readonly name: boolean;
};

/** A document split once: raw words for phrases, and its sentences; the title is the first one. */
export type Prepared = {
  readonly words: readonly string[];
  readonly sentences: readonly Sentence[];
  /** All content terms. */
  readonly terms: ReadonlySet<string>;
};

/** Raw words in order, and each content term with its rarity. */
export type Query = { readonly words: readonly string[]; readonly terms: ReadonlyMap<string, number> };

export type Reading = { readonly id: string; readonly score: number; readonly document: Prepared };

/**
 * What each sign is worth, relative to the best BM25 score. Measured on six public question collections (encyclopedic
 * prose, web questions, FAQs, claims, abstracts): together three to four points of hit@1.
 */
const worth = {
  bigrams: 0.65,
  sentence: 0.5,
  neighbours: 0.3,
  title: 0.3,
  trigrams: 0.15,
  kind: 0.15,
  coverage: 0.05,
};

/** Splits a document once into words and sentences, so that each query only compares. */
export function prepare(title: string, text: string): Prepared {
  const words: string[] = [];
  const sentences = [title, ...sentencesOf(text)].map((raw): Sentence => {
    const here = wordsOf(raw);
    words.push(...here);
    const order = here.filter((word) => !isStopWord(word)).map(stem);
    return {
      order,
      terms: new Set(order),
      date: /\b(1[5-9]|20)\d\d\b/.test(raw),
      number: /\d/.test(raw),
      name: /\S\s+\p{Lu}\p{Ll}/u.test(raw),
    };
  });
  return { words, sentences, terms: new Set(sentences.flatMap(({ order }) => order)) };
}

/** Sentences by their end marks: coarse, but linear and quick. */
export function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|(?<=[。！？])/);
}

/** Scores with the signs added, in the order given. */
export function rescore(readings: readonly Reading[], query: Query): { id: string; score: number }[] {
  const best = Math.max(0, ...readings.map((reading) => reading.score));
  const wanted = wantedKind(query.words);
  const total = sum([...query.terms.values()]) || 1;
  const two = ngrams(query.words, 2);
  const three = ngrams(query.words, 3);
  const pairs = adjacent([...query.terms.keys()]);
  const read = readings.map(({ id, score, document }) => {
    const sentences = document.sentences.map((sentence) => sentenceScore(sentence, query.terms));
    const top = Math.max(0, ...sentences);
    const where = sentences.indexOf(top);
    return {
      id,
      score,
      top,
      rest:
        worth.bigrams * shareFound(document.words, two, 2) +
        worth.trigrams * shareFound(document.words, three, 3) +
        worth.neighbours * neighbours(document.sentences, pairs) +
        worth.title * (weightOf(document.sentences[0]?.terms ?? nothing, query.terms) / total) +
        worth.coverage * (weightOf(document.terms, query.terms) / total) +
        worth.kind * (wanted && document.sentences[where]?.[wanted] ? 1 : 0),
    };
  });
  const highest = Math.max(...read.map((one) => one.top), 1e-9);
  return read.map(({ id, score, top, rest }) => ({
    id,
    score: score + best * (rest + worth.sentence * (top / highest)),
  }));
}

const nothing: ReadonlySet<string> = new Set();
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** BM25 of one sentence: every term counts once, long sentences a little less. */
function sentenceScore(sentence: Sentence, terms: ReadonlyMap<string, number>): number {
  return weightOf(sentence.terms, terms) / (0.75 + 0.25 * (sentence.order.length / 12));
}

function weightOf(present: ReadonlySet<string>, terms: ReadonlyMap<string, number>): number {
  let weight = 0;
  for (const [term, rarity] of terms) if (present.has(term)) weight += rarity;
  return weight;
}

/** Runs of words that are not all stop words, by their first word. */
function ngrams(words: readonly string[], size: number): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (let i = 0; i + size <= words.length; i++) {
    const piece = words.slice(i, i + size);
    const first = piece[0] ?? "";
    if (piece.some((word) => !isStopWord(word))) found.set(first, (found.get(first) ?? new Set()).add(piece.join(" ")));
  }
  return found;
}

/** Which share of a query's word runs stands in the document. */
function shareFound(words: readonly string[], runs: ReadonlyMap<string, ReadonlySet<string>>, size: number): number {
  let total = 0;
  for (const set of runs.values()) total += set.size;
  if (total === 0) return 0;
  const found = new Set<string>();
  for (let i = 0; i + size <= words.length; i++) {
    const wanted = runs.get(words[i] ?? "");
    if (!wanted) continue;
    const run = words.slice(i, i + size).join(" ");
    if (wanted.has(run)) found.add(run);
  }
  return found.size / total;
}

function adjacent(terms: readonly string[]): [string, string][] {
  return terms.slice(1).map((term, i) => [terms[i] ?? "", term]);
}

const nearby = 4;

/** Which share of neighbouring query terms stand near each other, in the same order, in some sentence. */
function neighbours(sentences: readonly Sentence[], pairs: readonly [string, string][]): number {
  if (pairs.length === 0) return 0;
  const close = pairs.filter(([first, second]) =>
    sentences.some(
      ({ order, terms }) =>
        terms.has(first) &&
        terms.has(second) &&
        order.some((term, i) => term === first && order.slice(i + 1, i + 1 + nearby).includes(second)),
    ),
  );
  return close.length / pairs.length;
}

type Wanted = "number" | "date" | "name";

/** What the answer must contain, by the way the question opens. */
function wantedKind(words: readonly string[]): Wanted | undefined {
  const line = words.join(" ");
  if (/\b(when|what (year|date|day)|which (year|date))\b/.test(line)) return "date";
  if (/\bhow (many|much|old|long|often|far|large|big|high)\b/.test(line)) return "number";
  if (/\bwho(m|se)?\b/.test(line)) return "name";
  return undefined;
}
