import type { Assumption } from "#calc/assumption.ts";
import type { Scorecard } from "#calc/readiness/scorecard.ts";
import { type Agreement, scoreTeam, type TeamResult } from "#calc/readiness/team.ts";
import type { Context } from "#core/command.ts";
import { type Answer, type Part, paragraph, strong, text } from "#core/reply.ts";
import type { Scored } from "#core/room.ts";
import { derived, sourcesCited } from "../assumed.ts";
import { dimensionChart, shownScore } from "./result.ts";

/** Fewest members of a team result: of two, each could work out the other's answers. */
export const fewestMembers = 3;

/** What a team's members answered together: score, where they disagree, what to do next; nobody's own answers. */
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
        text`${strong(`${members} people`)} score ${strong(`${shownScore(result.score, card)} of 100`)} together: ${strong(result.tier.name)}. ${result.tier.text}`,
        result.tier,
      ),
    },
    dimensionChart(result, card),
    { kind: "heading", text: "Where you disagree" },
    disagreement(agreement),
    {
      kind: "table",
      columns: ["Question", "Middle answer", "Apart"],
      rows: agreement.map(({ question, median, spread }) =>
        [question.short, String(median), String(spread)].map((cell) => ({ text: [cell] })),
      ),
    },
    { kind: "heading", text: "The next steps" },
    {
      kind: "list",
      ordered: true,
      items: result.actions.map(({ action, question }) =>
        say(text`${strong(action.name)}. ${action.text} (${question.short})`, action),
      ),
    },
    paragraph(
      "The newest scorecard of everybody who finished one here in the last six months. Nobody's own answers are shown.",
    ),
    { kind: "buttons", buttons: [{ label: "My own", line: "readiness" }] },
  ];
  return {
    title: `AI readiness of ${members} people: ${shownScore(result.score, card)} of 100, ${result.tier.name}`,
    parts,
    sources: sourcesCited(parts, library),
    data: dataOf(found),
  };
}

function disagreement(agreement: readonly Agreement[]): Part {
  const far = agreement.filter(({ spread }) => spread >= 2).slice(0, 4);
  if (far.length === 0) return paragraph("You agree: no question has answers more than one step apart.");
  return {
    kind: "list",
    items: far.map(({ question, median, spread }) => ({
      text: text`${strong(question.short)}: ${spread} steps apart, middle answer ${median} of 4. ${question.row.name}`,
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
    agreement: agreement.map(({ question, median, spread }) => ({ question: question.row.id, median, spread })),
    actions: result.actions.map(({ action, question }) => ({
      title: action.name,
      text: action.text,
      question: question.row.id,
    })),
  };
}
