import type { Assumption } from "#calc/assumption.ts";
import type { Scorecard } from "#calc/readiness/scorecard.ts";
import { type Agreement, fewestMembers, scoredAs, scoreTeam, type TeamResult } from "#calc/readiness/team.ts";
import type { Context } from "#core/command.ts";
import { type Answer, type Part, paragraph, strong, text } from "#core/reply.ts";
import type { Scored } from "#core/room.ts";
import { derived, sourcesCited } from "../assumed.ts";
import { dimensionChart, shownScore } from "./result.ts";

/** What a team's members answered together: about what score, where they are split, what to do next; nobody's own answers. */
export function readinessTeam(team: readonly Scored[], card: Scorecard, { library, now }: Context): Answer {
  if (team.length < fewestMembers) return tooFew(team.length);
  const found = scoreTeam(
    team.map(({ answers }) => answers),
    card,
  );
  const { result, members, agreement } = found;
  const say = (said: Parameters<typeof derived>[0], row: Assumption) =>
    derived(said, [{ entry: "readiness", row }], library, now);
  const parts: Part[] = [
    {
      kind: "text",
      ...say(
        text`${strong(`${members} people`)} score ${strong(`about ${shownScore(result.score, card)} of 100`)} together: ${strong(result.tier.name)}. ${result.tier.text}`,
        result.tier,
      ),
    },
    dimensionChart(result, card),
    { kind: "heading", text: "Where you disagree" },
    disagreement(agreement),
    {
      kind: "table",
      columns: ["Question", "Level", "Split"],
      rows: agreement.map(({ question, level, split }) =>
        [question.short, level, split ? "yes" : "no"].map((cell) => ({ text: [cell] })),
      ),
    },
    paragraph(
      `Low: more than half answer 0 or 1. High: more than half answer 3 or 4. Middle: neither. The score counts low as ${scoredAs.low}, middle as ${scoredAs.middle} and high as ${scoredAs.high}, so it is about right and lies between 25 and 75.`,
    ),
    { kind: "heading", text: "The next steps" },
    {
      kind: "list",
      ordered: true,
      items: result.steps.map(({ title, text: says, question, row }) =>
        say(text`${strong(title)}. ${says} (${question.short})`, row),
      ),
    },
    paragraph(
      "The newest scorecard of everybody who finished one here in the last six months. Nobody's own answers can be worked out from it.",
    ),
    { kind: "buttons", buttons: [{ label: "My own", line: "readiness" }] },
  ];
  return {
    title: `AI readiness of ${members} people: about ${shownScore(result.score, card)} of 100, ${result.tier.name}`,
    parts,
    sources: sourcesCited(parts, library),
    data: dataOf(found),
  };
}

function disagreement(agreement: readonly Agreement[]): Part {
  const split = agreement.filter((one) => one.split).slice(0, 4);
  if (split.length === 0)
    return paragraph("No question splits you: none has two or more of you at each end of the scale.");
  return {
    kind: "list",
    items: split.map(({ question }) => ({
      text: text`${strong(question.short)}: two or more answer 0 or 1, two or more 3 or 4. ${question.row.name}`,
    })),
  };
}

function tooFew(members: number): Answer {
  const finished =
    members === 0
      ? "Nobody has finished"
      : members === 1
        ? "One person has finished"
        : `${members} people have finished`;
  return {
    title: "A team's readiness",
    parts: [
      paragraph(
        `${finished} the scorecard here in the last six months. A team's result is shown from ${fewestMembers} people on, so that nobody's answers can be worked out.`,
      ),
      { kind: "buttons", buttons: [{ label: "Answer it", line: "readiness" }] },
    ],
    data: { members, needed: fewestMembers },
  };
}

function dataOf({ members, result, agreement }: TeamResult) {
  return {
    members,
    score: result.score,
    tier: result.tier.name,
    dimensions: result.dimensions.map(({ dimension, score }) => ({ name: dimension.name, score })),
    agreement: agreement.map(({ question, level, split }) => ({ question: question.row.id, level, split })),
    actions: result.steps.map(({ title, text: says, question }) => ({ title, text: says, question: question.row.id })),
  };
}
