import { nearness } from "./latent.ts";
import { bestStretch, coverageOf } from "./match.ts";
import { meet, nowhere } from "./places.ts";
import type { Question } from "./question.ts";
import type { ReadPassage } from "./reading.ts";
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
 * questions of eval/ and of some 1,200 that were asked blind and taken out of the content, pulled towards an earlier fit;
 * on folds it had not seen, hit@1 differs by less than a point.
 */
export const weights: Readonly<Record<keyof Signs, number>> = {
  engine: 0.52,
  coverage: 1.64,
  sentence: 1.28,
  title: 0.93,
  again: 0.77,
  topic: 2.58,
  meaning: 3.9,
  exact: 0.39,
  facet: 0.51,
  kind: 0.28,
  manner: 0.92,
  sort: 0.48,
  own: 2.61,
  phrase: 0.84,
  unasked: -0.19,
  lacks: -0.46,
};

/** A title that says what is asked counts a little less than the row that is asked for. */
const sameTitle = 0.9;

/** Scores one candidate. `engine` is its BM25 relative to the best. */
export function scorePassage(question: Question, read: ReadPassage, engine: number): Scored {
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
  const facet = facetOf(question, read);
  const signs: Signs = {
    engine,
    coverage: held / total,
    sentence: bestStretch(question, read, met, covered),
    title: title.best,
    again: title.second,
    topic: nearness(question.topic, read.topic),
    meaning: nearness(question.meaning, read.meaning),
    exact: facet === 1 && onlyFacets(question, read) ? 1 : title.best > 0.95 ? sameTitle : 0,
    facet,
    kind: question.kinds.some((kind) => fits(kind, read)) ? 1 : 0,
    manner: question.kinds.filter((kind) => read.kinds.has(kind)).length / question.kinds.length,
    sort: question.companies.length === 0 && question.sorts.has(read.entry.kind) ? 1 : 0,
    own: ownership(question, read),
    phrase: phraseShare(question, read),
    unasked: facet === 0 && unasked(read) ? 1 : 0,
    lacks: lacking / total,
  };
  return { read, signs, score: weighed(signs), covered };
}

/** The sum of the signs, each by its weight; written out, for it is what an answer spends most time on. */
function weighed(signs: Signs): number {
  return (
    weights.engine * signs.engine +
    weights.coverage * signs.coverage +
    weights.sentence * signs.sentence +
    weights.title * signs.title +
    weights.again * signs.again +
    weights.topic * signs.topic +
    weights.meaning * signs.meaning +
    weights.exact * signs.exact +
    weights.facet * signs.facet +
    weights.kind * signs.kind +
    weights.manner * signs.manner +
    weights.sort * signs.sort +
    weights.own * signs.own +
    weights.phrase * signs.phrase +
    weights.unasked * signs.unasked +
    weights.lacks * signs.lacks
  );
}
