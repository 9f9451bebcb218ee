import { type Assumption, numberIn } from "#calc/assumption.ts";
import type { Result, Scorecard, Step } from "#calc/readiness/scorecard.ts";
import { amountInWords } from "#content/amount-in-words.ts";
import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { type Answer, type Chart, code, type Part, paragraph, strong, type Text, text } from "#core/reply.ts";
import { derived, sourcesCited } from "../assumed.ts";
import { lineOf } from "./ask.ts";

/** Score and tier first, the dimensions weakest first, what to do next, and what surveys found. */
export function readinessResult(
  result: Result,
  answers: readonly number[],
  card: Scorecard,
  rows: readonly Assumption[],
  { library, now, shared = false }: Context,
  kept: readonly Part[] = [],
): Answer {
  const { score, tier, dimensions, steps } = result;
  const say = (said: Text, ...used: readonly Assumption[]) =>
    derived(
      said,
      used.map((row) => ({ entry: "readiness", row })),
      library,
      now,
    );
  const surveys = rows.filter((row) => row.group === "distributions");
  const selfScores = rows.filter((row) => row.id === "self-scores");
  const parts: Part[] = [
    {
      kind: "text",
      ...say(
        [
          ...text`Score ${strong(`${shownScore(score, card)} of 100`)}: ${strong(tier.name)}. ${tier.text}`,
          ...capText(result, card),
        ],
        tier,
        ...(result.cappedFrom ? [card.cap.row] : []),
      ),
    },
    dimensionChart(result, card),
    ...kept,
    ...(steps.length > 0
      ? [
          { kind: "heading" as const, text: steps.length === 3 ? "The next three steps" : "Next" },
          {
            kind: "list" as const,
            ordered: true,
            items: steps.map((step) =>
              shared ? say(stepForEveryone(step), step.action) : say(stepText(step), step.row),
            ),
          },
        ]
      : [paragraph("Every answer is the highest there is: ask for the evidence behind them.")]),
    { kind: "heading", text: "What surveys found" },
    {
      kind: "list",
      items: [
        ...surveys.map((row) => say(text`${strong(row.name)}: ${amountInWords(row)}. ${row.text}`, row)),
        ...selfScores.map((row) => say(text`Their scales are not this one. ${row.text}`, row)),
      ],
    },
    ...(shared ? forEveryone : forTheAsker(answers, card)),
  ];
  return {
    title: `AI readiness: ${shownScore(score, card)} of 100, ${tier.name}`,
    parts,
    sources: sourcesCited(parts, library),
    data: {
      score,
      tier: tier.name,
      dimensions: dimensions.map(({ dimension, score: of }) => ({ name: dimension.name, score: of })),
      actions: steps.map(({ title, text: says, question, answer, row }) => ({
        title,
        text: says,
        question: question.row.id,
        answer,
        source: library.source("readiness", row.sources[0] ?? "")?.title ?? "",
        asOf: row.asOf,
      })),
      cappedFrom: result.cappedFrom?.name ?? null,
      answers,
      line: lineOf(answers),
    },
  };
}

const stepText = ({ title, text: says, question, answer }: Step): Text =>
  text`${strong(title)}. ${says} (${question.short}: ${answer} of 4)`;

/** The question's own action, done or not: what leads on from an answer would tell it. */
const stepForEveryone = ({ question, action }: Step): Text =>
  text`${strong(action.name)}. ${action.text} (${question.short})`;

/** Others see the result, not the answers behind it. */
const forEveryone: readonly Part[] = [
  {
    kind: "buttons",
    buttons: [
      { label: "Answer it yourself", line: "readiness" },
      { label: "Team", line: "readiness team" },
    ],
  },
];

function forTheAsker(answers: readonly number[], card: Scorecard): Part[] {
  return [
    paragraph(text`The same again: ${code(lineOf(answers))}`),
    {
      kind: "select",
      placeholder: "Change an answer",
      options: card.questions.map((question, place) => ({
        label: clip(`${place + 1}. ${question.short}: ${answers[place] ?? 0}`, 75),
        line: `${lineOf(answers)} change:${place + 1}`,
      })),
    },
    {
      kind: "buttons",
      buttons: [
        { label: "History", line: "readiness history" },
        { label: "Team", line: "readiness team" },
        { label: "Start over", line: "readiness new" },
      ],
    },
  ];
}

/** To the nearest whole, but never into a tier that begins there, or out of the cap: 24.9 is shown as 24 where one begins at 25. */
export function shownScore(score: number, { tiers, cap }: Scorecard): number {
  const nearest = Math.round(score);
  const isShort = (limit: number) => score < limit - 1e-9 && nearest >= limit;
  return [...tiers.map((tier) => numberIn(tier)), cap.below].some(isShort) ? Math.floor(score) : nearest;
}

function capText({ cappedFrom, dimensions }: Result, card: Scorecard): Text {
  const [weakest] = dimensions;
  if (!cappedFrom || !weakest) return [];
  return [
    ` The score alone would be ${cappedFrom.name}, but ${weakest.dimension.name.toLowerCase()} is at ${shownScore(weakest.score, card)}, below ${card.cap.below}.`,
  ];
}

/** The score of each dimension, 0 to 100, as bars. */
export function dimensionChart({ dimensions }: Result, card: Scorecard): Chart {
  return {
    kind: "chart",
    type: "bar",
    title: "Readiness by dimension",
    unit: "points of 100",
    alt: `${dimensions.map(({ dimension, score }) => `${dimension.name} ${shownScore(score, card)}`).join(", ")}, of 100 each.`,
    categories: dimensions.map(({ dimension }) => dimension.name),
    series: [{ name: "Score", values: dimensions.map(({ score }) => shownScore(score, card)) }],
    highlight: 0,
  };
}
