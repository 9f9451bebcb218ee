import { nearness } from "./latent.ts";
import { bestStretch, coverageOf } from "./match.ts";
import { nearest } from "./meaning.ts";
import { meet, nowhere } from "./places.ts";
import type { Question } from "./question.ts";
import type { ReadPassage } from "./read-passage.ts";
import { facetOf, fits, onlyFacets, ownership, phraseShare, titleAgreement, unasked } from "./signs.ts";

/** How far a passage answers a question, sign by sign; each 0 to 1. */
export type Signs = {
  /** BM25, relative to the best candidate. */
  readonly engine: number;
  /** Weight of the question's words that the passage covers. */
  readonly coverage: number;
  /** The same for its best sentence, the title counted in. */
  readonly sentence: number;
  /** How well question and title agree, both ways. */
  readonly title: number;
  /** The same of the second best of its names: more than one way of asking leads here. */
  readonly again: number;
  /** How near what is asked and what it says are, by the company their words keep. */
  readonly topic: number;
  /** How near they are in meaning, as learnt from how people ask. */
  readonly meaning: number;
  /** The same of the nearest of the ways it is asked for. */
  readonly nearest: number;
  /** Its title says what is asked, no more and no less; or it is the very row that is asked for. */
  readonly exact: number;
  /** It is a row of the kind that the question is after. */
  readonly facet: number;
  /** It holds a date, figure or name when one is asked for, a reason when why is asked. */
  readonly kind: number;
  /** People ask for it in this way: the share of the question's kinds among those that it is asked for with. */
  readonly manner: number;
  /** It is of an entry whose trade it is to answer this: an idea, where ideas are asked for. */
  readonly sort: number;
  /** It belongs to what is asked about. */
  readonly own: number;
  /** Neighbouring words of the question stand side by side in it. */
  readonly phrase: number;
  /** It is of a sort that is only wanted when asked for: a row of pay, a question for an interview. */
  readonly unasked: number;
  /** Names, numbers and strange words of the question that it lacks, as a share of its words' weight. */
  readonly lacks: number;
};

export type Scored = {
  readonly read: ReadPassage;
  readonly signs: Signs;
  readonly score: number;
  /** How far each unit is covered, in the order of the question's units. */
  readonly covered: readonly number[];
};

/**
 * How much each sign counts. Found by a softmax over the candidates (right passages against the rest) of the tuning
 * questions of eval/ and of some 2,400 others that had been taken out of the content, pulled towards an earlier fit; on
 * folds it had not seen, hit@1 differs by less than a point.
 */
export const weights: Readonly<Record<keyof Signs, number>> = {
  engine: 0.36,
  coverage: 1.64,
  sentence: 1.37,
  title: 0.8,
  again: 0.47,
  topic: 2.0,
  meaning: 3.45,
  nearest: 2.36,
  exact: 0.33,
  facet: 0.3,
  kind: 0.2,
  manner: 0.71,
  sort: 0.38,
  own: 2.51,
  phrase: 0.93,
  unasked: -0.04,
  lacks: -0.7,
};

/** A title that says what is asked counts a little less than the row that is asked for. */
const sameTitle = 0.9;

/** The signs that need no comparing of words, and are quick to see. */
type Glance = Pick<Signs, "engine" | "topic" | "meaning" | "facet" | "kind" | "manner" | "sort" | "own" | "unasked">;

export type Glanced = { readonly read: ReadPassage; readonly glance: Glance; readonly score: number };

/**
 * Looks at one candidate: which are worth comparing word by word. Of 1,200 blind questions none lost its best passage, and
 * one in a thousand one of its three best, when only the 60 first of them were. `engine` is its BM25 relative to the best.
 */
export function glanceAt(question: Question, read: ReadPassage, engine: number): Glanced {
  const facet = facetOf(question, read);
  const glance: Glance = {
    engine,
    topic: nearness(question.topic, read.topic),
    meaning: nearness(question.meaning, read.meaning.middle),
    facet,
    kind: question.kinds.some((kind) => fits(kind, read)) ? 1 : 0,
    manner: question.kinds.filter((kind) => read.kinds.has(kind)).length / question.kinds.length,
    sort: question.companies.length === 0 && question.sorts.has(read.entry.kind) ? 1 : 0,
    own: ownership(question, read),
    unasked: facet === 0 && unasked(read) ? 1 : 0,
  };
  return { read, glance, score: glanced(glance) };
}

/** Scores one candidate by all signs. */
export function scorePassage(question: Question, { read, glance, score }: Glanced): Scored {
  const met = question.units.map((unit) => meet(unit, read.held));
  const covered = question.units.map((unit, i) => coverageOf(unit, met[i] ?? nowhere, read, question));
  let held = 0;
  let lacking = 0;
  for (const [i, unit] of question.units.entries()) {
    held += unit.weight * (covered[i] ?? 0);
    if (unit.hard && !covered[i]) lacking += unit.weight;
  }
  const total = question.total || 1;
  const title = titleAgreement(question, read, met);
  const signs: Signs = {
    ...glance,
    coverage: held / total,
    sentence: bestStretch(question, read, met, covered),
    title: title.best,
    again: title.second,
    nearest: nearest(read.meaning.lines, question.meaning),
    exact: glance.facet === 1 && onlyFacets(question, read) ? 1 : title.best > 0.95 ? sameTitle : 0,
    phrase: phraseShare(question, read),
    lacks: lacking / total,
  };
  return { read, signs, score: score + compared(signs), covered };
}

/** The sum of some signs, each by its weight; written out, for this and the next are what an answer spends most time on. */
function glanced(glance: Glance): number {
  return (
    weights.engine * glance.engine +
    weights.topic * glance.topic +
    weights.meaning * glance.meaning +
    weights.facet * glance.facet +
    weights.kind * glance.kind +
    weights.manner * glance.manner +
    weights.sort * glance.sort +
    weights.own * glance.own +
    weights.unasked * glance.unasked
  );
}

function compared(signs: Signs): number {
  return (
    weights.coverage * signs.coverage +
    weights.sentence * signs.sentence +
    weights.title * signs.title +
    weights.again * signs.again +
    weights.nearest * signs.nearest +
    weights.exact * signs.exact +
    weights.phrase * signs.phrase +
    weights.lacks * signs.lacks
  );
}
