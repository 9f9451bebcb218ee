import { type Result, type Scorecard, scoreAnswers } from "#calc/readiness/scorecard.ts";
import { type Answer, type Chart, type Part, paragraph, strong, text } from "#core/reply.ts";
import type { Scored } from "#core/room.ts";
import { formatDate } from "../dates.ts";
import { lineOf } from "./ask.ts";
import { shownScore } from "./result.ts";

type Dated = { readonly day: string; readonly result: Result };

/** The scorecard to compare with: the newest of an earlier quarter, else the newest of an earlier day. */
export function earlierThan(day: string, history: readonly Scored[]): Scored | undefined {
  const quarter = quarterOf(day);
  const before = history.filter((scored) => scored.day < day);
  return before.findLast((scored) => quarterOf(scored.day) < quarter) ?? before.at(-1);
}

/** "Since 12 Aug 2026: score 31 → 44. Data infrastructure 25 → 50." */
export function comparison(result: Result, earlier: Scored, card: Scorecard): Part {
  const before = scoreAnswers(earlier.answers, card);
  const shown = (score: number) => shownScore(score, card);
  const moved = result.dimensions.flatMap(({ dimension, score }) => {
    const old = before.dimensions.find((one) => one.dimension.id === dimension.id)?.score ?? score;
    return shown(old) === shown(score) ? [] : [`${dimension.name} ${shown(old)} → ${shown(score)}`];
  });
  const [from, to] = [shown(before.score), shown(result.score)];
  return paragraph(
    text`${strong(`Since ${formatDate(earlier.day)}`)}: score ${from} → ${to} (${signed(to - from)})${moved.length > 0 ? `. ${moved.join("; ")}` : ", no dimension moved"}.`,
  );
}

/** Somebody's own scorecards over time. */
export function readinessHistory(history: readonly Scored[], card: Scorecard): Answer {
  const scored = history.map(({ day, answers }): Dated => ({ day, result: scoreAnswers(answers, card) }));
  const last = history.at(-1);
  const earlier = last && earlierThan(last.day, history);
  const data = {
    history: scored.map(({ day, result }) => ({
      day,
      score: result.score,
      tier: result.tier.name,
      dimensions: result.dimensions.map(({ dimension, score }) => ({ name: dimension.name, score })),
    })),
  };
  if (!last)
    return {
      title: "Your readiness over time",
      parts: [
        paragraph("No finished scorecard is kept for you here yet. Once you finish one, it is kept for you alone."),
        { kind: "buttons", buttons: [{ label: "Begin", line: "readiness new" }] },
      ],
      data,
    };
  return {
    title: "Your readiness over time",
    parts: [
      ...(earlier ? [comparison(scoreAnswers(last.answers, card), earlier, card)] : []),
      ...(scored.length > 1 ? [historyChart(scored, card)] : []),
      {
        kind: "list",
        items: scored.toReversed().map(({ day, result }) => ({
          text: text`${strong(formatDate(day))}: ${shownScore(result.score, card)} of 100, ${result.tier.name}`,
        })),
      },
      paragraph("Only you see these; a team sees what most answer and where it is split, never yours."),
      {
        kind: "buttons",
        buttons: [
          { label: "Open the newest", line: lineOf(last.answers) },
          { label: "Answer anew", line: "readiness new" },
        ],
      },
    ],
    data,
  };
}

function historyChart(scored: readonly Dated[], card: Scorecard): Chart {
  return {
    kind: "chart",
    type: "line",
    title: "Readiness over time",
    unit: "points of 100",
    alt: `Score by day: ${scored.map(({ day, result }) => `${formatDate(day)} ${shownScore(result.score, card)}`).join(", ")}.`,
    // Short, so that no day is left out on a phone.
    categories: scored.map(({ day }) => formatDate(day).replace(/ 20(\d\d)$/, " $1")),
    series: [{ name: "Score", values: scored.map(({ result }) => shownScore(result.score, card)) }],
  };
}

/** Quarters since year 0. */
function quarterOf(day: string): number {
  return Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
}

function signed(change: number): string {
  return change === 0 ? "no change" : change > 0 ? `+${change}` : `−${-change}`;
}
