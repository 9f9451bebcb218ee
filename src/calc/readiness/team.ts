import { type Question, type Result, type Scorecard, scoreAnswers } from "./scorecard.ts";

/** How a team answered one question; tells no single answer. */
export type Agreement = {
  readonly question: Question;
  readonly median: number;
  /** Highest answer less the lowest. */
  readonly spread: number;
};

export type TeamResult = {
  readonly members: number;
  /** The score of the mean answers. */
  readonly result: Result;
  /** The furthest apart first, then in the order of the questions. */
  readonly agreement: readonly Agreement[];
};

/** A team's result from its members' answers, one list a member. Needs at least one. */
export function scoreTeam(members: readonly (readonly number[])[], card: Scorecard): TeamResult {
  const answersTo = (place: number) => members.map((answers) => answers[place] ?? 0).sort((a, b) => a - b);
  const means = card.questions.map((_, place) => answersTo(place).reduce((so, one) => so + one, 0) / members.length);
  return {
    members: members.length,
    result: scoreAnswers(means, card),
    agreement: card.questions
      .map((question, place): Agreement => {
        const sorted = answersTo(place);
        return { question, median: median(sorted), spread: (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) };
      })
      .sort((a, b) => b.spread - a.spread),
  };
}

/** The middle of sorted numbers, or the mean of the two middle ones. */
function median(sorted: readonly number[]): number {
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}
