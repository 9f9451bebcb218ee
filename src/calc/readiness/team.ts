import { type Question, type Result, type Scorecard, scoreAnswers } from "./scorecard.ts";

/** What most of a team answered: low is 0 or 1, high is 3 or 4, middle neither. */
type Level = "low" | "middle" | "high";

/** How a team answered one question, too coarse to tell a single answer. */
export type Agreement = {
  readonly question: Question;
  readonly level: Level;
  /** Two members or more answered low, and two or more high. */
  readonly split: boolean;
};

export type TeamResult = {
  readonly members: number;
  /** The score of the levels. */
  readonly result: Result;
  /** The split questions first, then in the order of the questions. */
  readonly agreement: readonly Agreement[];
};

/** Fewest members of a team: of four, one could narrow the others' answers down to two. */
export const fewestMembers = 5;

/** The answer that a level is scored as. */
export const scoredAs: Readonly<Record<Level, number>> = { low: 1, middle: 2, high: 3 };

/**
 * A team's result from its members' answers, one list a member. It is made of each question's level and split alone. So, from
 * `fewestMembers` on, whoever knows their own answers is left with at least three of the five for everybody else's, and
 * whoever knows all answers but one learns its level at most.
 */
export function scoreTeam(members: readonly (readonly number[])[], card: Scorecard): TeamResult {
  const agreement = card.questions.map((question, place): Agreement => {
    const answers = members.map((own) => own[place] ?? 0);
    const low = answers.filter((answer) => answer <= 1).length;
    const high = answers.filter((answer) => answer >= 3).length;
    const most = members.length / 2;
    return { question, level: low > most ? "low" : high > most ? "high" : "middle", split: low >= 2 && high >= 2 };
  });
  return {
    members: members.length,
    result: scoreAnswers(
      agreement.map(({ level }) => scoredAs[level]),
      card,
    ),
    agreement: agreement.toSorted((a, b) => Number(b.split) - Number(a.split)),
  };
}
