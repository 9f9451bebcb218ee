import type { Question } from "./question.ts";
import type { Scored } from "./score.ts";

/** How sure it is that a passage answers a question: 0 to 1. */
export function confidenceOf(question: Question, best: Scored, _next?: Scored): number {
  const f = confidenceSigns(question, best);
  const z = -6 + 6 * f.coverage + 1.5 * f.title + 2 * f.facet - 4 * f.hardMissing + 1 * f.own;
  return 1 / (1 + Math.exp(-z));
}

export function confidenceSigns(question: Question, best: Scored) {
  const total = question.units.reduce((sum, unit) => sum + unit.weight, 0);
  const hardMissing = question.units.reduce(
    (sum, unit, i) => sum + (unit.hard && (best.covered[i] ?? 0) === 0 ? 1 : 0),
    0,
  );
  return {
    coverage: total === 0 ? (question.companies.length > 0 ? 0.8 : 0) : best.signs.sentence,
    title: best.signs.title,
    facet: best.signs.facet,
    hardMissing,
    own: best.signs.own,
  };
}
