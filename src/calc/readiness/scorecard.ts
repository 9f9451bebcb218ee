import { type Assumption, numberIn, numberOf, wordOf, wordsOf } from "../assumption.ts";

type Dimension = { readonly id: string; readonly name: string; readonly weight: number };
export type Question = {
  readonly row: Assumption;
  readonly dimension: string;
  /** A few words for it. */
  readonly short: string;
  /** What each answer means, from 0. */
  readonly anchors: readonly string[];
};

/** The scorecard as the content has it: dimensions with weights, questions in order, tiers from the lowest. */
export type Scorecard = {
  readonly dimensions: readonly Dimension[];
  readonly questions: readonly Question[];
  readonly tiers: readonly Assumption[];
  /** No tier above `highest` while a dimension is below `below`. */
  readonly cap: { readonly below: number; readonly highest: string; readonly row: Assumption };
  /** What to do next about a question, by its id. */
  readonly actions: ReadonlyMap<string, Assumption>;
};

/** Highest answer to a question. */
export const highestAnswer = 4;

/** Reads a scorecard from content rows. Throws when a part is missing: a fault of the content. */
export function readScorecard(rows: readonly Assumption[]): Scorecard {
  const group = (name: string) => rows.filter((row) => row.group === name);
  const cap = rows.find((row) => row.id === "weakest-cap");
  const highest = cap && wordOf(cap, "highest");
  if (!cap || !highest) throw new Error('content/assumptions/readiness.yaml has no row "weakest-cap"');
  return {
    dimensions: group("dimensions").map((row) => ({ id: row.id, name: row.name, weight: numberIn(row) })),
    questions: group("questions")
      .toSorted((a, b) => numberIn(a) - numberIn(b))
      .map((row) => ({
        row,
        dimension: wordOf(row, "dimension") ?? "",
        short: wordOf(row, "short") ?? row.name,
        anchors: wordsOf(row, "anchors"),
      })),
    tiers: group("tiers").toSorted((a, b) => numberIn(a) - numberIn(b)),
    cap: { below: numberIn(cap), highest, row: cap },
    actions: new Map(group("actions").map((row) => [String(row.value), row])),
  };
}

/** A dimension's result, from 0 to 100. */
type DimensionScore = { readonly dimension: Dimension; readonly score: number };

/** What to do next about a question. */
export type Step = {
  readonly question: Question;
  readonly answer: number;
  readonly title: string;
  readonly text: string;
  /** The row it comes from. */
  readonly row: Assumption;
  /** The question's own action, which is the same whatever was answered. */
  readonly action: Assumption;
};

export type Result = {
  /** From 0 to 100. */
  readonly score: number;
  readonly tier: Assumption;
  /** The tier that the score alone would give, when the weakest dimension keeps it down. */
  readonly cappedFrom: Assumption | undefined;
  /** Weakest first. */
  readonly dimensions: readonly DimensionScore[];
  /** What to do next, the most useful first; at most three, none for a question answered with the highest. */
  readonly steps: readonly Step[];
};

/**
 * Scores answers from 0 to 4, one a question in order: a dimension is the mean of its answers × 25, the score the mean
 * of dimensions by weight. A dimension below the cap's limit keeps the tier down.
 */
export function scoreAnswers(answers: readonly number[], card: Scorecard): Result {
  const answered = card.questions.map((question, i) => ({ question, answer: answers[i] ?? 0 }));
  const dimensions = card.dimensions
    .map((dimension): DimensionScore => {
      const own = answered.filter(({ question }) => question.dimension === dimension.id);
      const sum = own.reduce((so, { answer }) => so + answer, 0);
      return { dimension, score: own.length > 0 ? (100 * sum) / (highestAnswer * own.length) : 0 };
    })
    .sort((a, b) => a.score - b.score);
  const weights = dimensions.reduce((so, { dimension }) => so + dimension.weight, 0);
  const score = dimensions.reduce((so, one) => so + one.score * one.dimension.weight, 0) / weights;
  const byScore = card.tiers.findLast((tier) => score >= numberIn(tier));
  const highest = card.tiers.find((tier) => tier.id === card.cap.highest);
  if (!byScore || !highest) throw new Error("content/assumptions/readiness.yaml has no tier for this score");
  const weak = dimensions.some((one) => one.score < card.cap.below);
  const capped = weak && numberIn(byScore) > numberIn(highest);
  return {
    score,
    tier: capped ? highest : byScore,
    cappedFrom: capped ? byScore : undefined,
    dimensions,
    steps: nextSteps(answered, dimensions, card),
  };
}

/** As many as are shown. */
const mostSteps = 3;

/**
 * Steps for dimensions below the cap come first, then those that lift the score most. Each further step in a dimension
 * counts half of the one before it, so that what is weak throughout is begun on several sides.
 */
function nextSteps(
  answered: readonly { readonly question: Question; readonly answer: number }[],
  dimensions: readonly DimensionScore[],
  card: Scorecard,
): Step[] {
  const open = answered.flatMap(({ question, answer }) => {
    const own = dimensions.find(({ dimension }) => dimension.id === question.dimension);
    const step = stepFrom(question, answer, card);
    if (!own || !step) return [];
    return [{ step, below: own.score < card.cap.below, lift: (highestAnswer - answer) * own.dimension.weight }];
  });
  const steps: Step[] = [];
  const worth = ({ step: { question }, lift }: (typeof open)[number]) =>
    lift / 2 ** steps.filter((taken) => taken.question.dimension === question.dimension).length;
  while (steps.length < mostSteps && open.length > 0) {
    const [best] = open.toSorted((a, b) => Number(b.below) - Number(a.below) || worth(b) - worth(a));
    if (!best) break;
    steps.push(best.step);
    open.splice(open.indexOf(best), 1);
  }
  return steps;
}

/** What to do from an answer up: the question's own action until it is done, then whatever the next answer says. */
function stepFrom(question: Question, answer: number, { actions }: Scorecard): Step | undefined {
  const action = actions.get(question.row.id);
  const next = question.anchors[answer + 1];
  if (!action || next === undefined) return undefined;
  if (answer < (numberOf(action, "reaches") ?? highestAnswer))
    return { question, answer, title: action.name, text: action.text, row: action, action };
  const title = `${question.short}: one level up`;
  return { question, answer, title, text: `The next level is “${next}”.`, row: question.row, action };
}
