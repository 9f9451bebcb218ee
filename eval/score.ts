import type { Outcome } from "./outcome.ts";
import { isAnswerable } from "./question.ts";

/** Shares of a group of answerable questions, 0 to 1. */
export type Hits = { readonly count: number; readonly hit1: number; readonly hit3: number };

export type Refusals = {
  /** Of all refused, the share that has no answer; 1 when none was refused. */
  readonly precision: number;
  /** Of all that have no answer, the share refused. */
  readonly recall: number;
  /** Of all that have an answer, the share refused. */
  readonly answerableRefused: number;
};

export type Score = {
  readonly overall: Hits;
  readonly byGrade: ReadonlyMap<number, Hits>;
  readonly byKind: ReadonlyMap<string, Hits>;
  readonly refusals: Refusals;
  /** Share refused of the questions that have no answer, by reason. */
  readonly refusedByReason: ReadonlyMap<string, { readonly count: number; readonly refused: number }>;
  readonly milliseconds: { readonly p50: number; readonly p99: number };
};

/** The sums over a set's outcomes. Pure. */
export function scoreOf(outcomes: readonly Outcome[]): Score {
  const answerable = outcomes.flatMap((outcome) =>
    isAnswerable(outcome.question) ? [{ outcome, question: outcome.question }] : [],
  );
  const unanswerable = outcomes.flatMap((outcome) =>
    isAnswerable(outcome.question) ? [] : [{ outcome, question: outcome.question }],
  );
  const hitsOf = (group: typeof answerable) => hits(group.map(({ outcome }) => outcome));
  const refused = outcomes.filter((outcome) => outcome.refused).length;
  const rightly = unanswerable.filter(({ outcome }) => outcome.refused).length;
  const times = outcomes.map(({ milliseconds }) => milliseconds);
  return {
    overall: hitsOf(answerable),
    byGrade: grouped(answerable, ({ question }) => question.grade, hitsOf),
    byKind: grouped(answerable, ({ question }) => question.kind, hitsOf),
    refusals: {
      precision: share(rightly, refused),
      recall: share(rightly, unanswerable.length),
      answerableRefused: answerable.length === 0 ? 0 : (refused - rightly) / answerable.length,
    },
    refusedByReason: grouped(
      unanswerable,
      ({ question }) => question.unanswerable,
      (group) => ({
        count: group.length,
        refused: share(group.filter(({ outcome }) => outcome.refused).length, group.length),
      }),
    ),
    milliseconds: { p50: percentile(times, 0.5), p99: percentile(times, 0.99) },
  };
}

function hits(outcomes: readonly Outcome[]): Hits {
  const within = (place: number) => outcomes.filter(({ rank }) => rank !== undefined && rank <= place).length;
  return {
    count: outcomes.length,
    hit1: share(within(1), outcomes.length),
    hit3: share(within(3), outcomes.length),
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

/** The smallest value that at least this share of the values do not exceed; 0 for none. */
export function percentile(values: readonly number[], portion: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(portion * sorted.length) - 1)] ?? 0;
}

function grouped<T, K extends string | number, V>(
  items: readonly T[],
  keyOf: (item: T) => K,
  summarise: (group: T[]) => V,
): Map<K, V> {
  const groups = [...Map.groupBy(items, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(groups.map(([key, group]) => [key, summarise(group)]));
}
