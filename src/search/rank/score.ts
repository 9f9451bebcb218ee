import { nearness } from "../meaning/latent.ts";
import { nearest } from "../meaning/meaning.ts";
import type { ReadPassage } from "../passages/read-passage.ts";
import { isOpenPoint } from "../passages/untold.ts";
import { meet, nowhere } from "../question/places.ts";
import type { Question } from "../question/question.ts";
import { bestStretch, coverageOf } from "./match.ts";
import { onlyFacets, phraseShare, titleAgreement, unasked } from "./signs.ts";
import { weigh } from "./weigh.ts";

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
  /** It only says that something is not known, in so few words that it is near to many a question that a row answers. */
  readonly openPoint: number;
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
  openPoint: -1,
};

/** A title that says what is asked counts a little less than the row that is asked for. */
const sameTitle = 0.9;

/** The signs that are quick to see. */
export type Glance = Pick<Signs, "engine" | "meaning" | "facet" | "kind" | "sort" | "own">;

/** A candidate that was glanced at. */
export type Glanced = { readonly read: ReadPassage; readonly glance: Glance };

/** Scores one candidate by all signs. */
export function scorePassage(question: Question, { read, glance }: Glanced): Scored {
  const here = read.held();
  const met = question.units.map((unit) => meet(unit, here));
  const covered = question.units.map((unit, i) => coverageOf(unit, met[i] ?? nowhere, read, question));
  let held = 0;
  let lacking = 0;
  for (const [i, unit] of question.units.entries()) {
    held += unit.weight * (covered[i] ?? 0);
    if (unit.hard && !covered[i]) lacking += unit.weight;
  }
  const total = question.total || 1;
  const title = titleAgreement(question, read, met);
  const { kinds } = question;
  const signs: Signs = {
    ...glance,
    coverage: held / total,
    sentence: bestStretch(question, read, met, covered),
    title: title.best,
    again: title.second,
    topic: nearness(question.topic, read.topic()),
    nearest: nearest(read.ways(), question.meaning),
    exact: glance.facet === 1 && onlyFacets(question, read) ? 1 : title.best > 0.95 ? sameTitle : 0,
    manner: kinds.filter((kind) => read.kinds().has(kind)).length / kinds.length,
    phrase: phraseShare(question, read),
    unasked: glance.facet === 0 && unasked(read) ? 1 : 0,
    lacks: lacking / total,
    openPoint: isOpenPoint(read.passage) ? 1 : 0,
  };
  return { read, signs, score: weigh(weights, signs), covered };
}
