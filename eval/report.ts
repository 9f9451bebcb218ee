import type { Outcome } from "./outcome.ts";
import { isAnswerable } from "./question.ts";
import type { Hits, Score } from "./score.ts";

const gradeNames: Readonly<Record<number, string>> = {
  1: "1 words of the text",
  2: "2 paraphrase",
  3: "3 no word in common",
};

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

const row = (name: string, { count, hit1, hit3 }: Hits) =>
  `${name.padEnd(22)}${String(count).padStart(5)}${percent(hit1).padStart(9)}${percent(hit3).padStart(9)}`;

/** The whole table of a set. */
export function describe(name: string, score: Score): string {
  return [
    sums(name, score),
    "",
    ...[...score.byGrade].map(([grade, group]) => row(gradeNames[grade] ?? String(grade), group)),
    "",
    ...[...score.byKind].map(([kind, group]) => row(kind, group)),
    "",
    "refused, of what has no answer",
    ...[...score.refusedByReason].map(
      ([reason, { count, refused }]) =>
        `${reason.padEnd(22)}${String(count).padStart(5)}${percent(refused).padStart(9)}`,
    ),
  ].join("\n");
}

/** The sums alone: all that may be seen of the frozen set. */
export function sums(name: string, { overall, refusals, milliseconds }: Score): string {
  return [
    `${name.padEnd(22)}${"n".padStart(5)}${"hit@1".padStart(9)}${"hit@3".padStart(9)}`,
    row("overall", overall),
    `refusals: precision ${percent(refusals.precision)}, recall ${percent(refusals.recall)}; ${percent(refusals.answerableRefused)} of the answerable refused`,
    `latency: p50 ${milliseconds.p50.toFixed(2)} ms, p99 ${milliseconds.p99.toFixed(2)} ms`,
  ].join("\n");
}

/** What went wrong, worst first, for whoever tunes. */
export function describeMisses(outcomes: readonly Outcome[]): string {
  const answerable = outcomes.filter(({ question }) => isAnswerable(question));
  const groups: [string, readonly Outcome[]][] = [
    ["Refused, though the casebook answers", answerable.filter(({ refused }) => refused)],
    ["No right answer among those given", answerable.filter(({ refused, rank }) => !refused && rank === undefined)],
    ["Right answer, but not first", answerable.filter(({ rank }) => rank !== undefined && rank > 1)],
    [
      "Answered, though nothing answers",
      outcomes.filter(({ question, refused }) => !isAnswerable(question) && !refused),
    ],
  ];
  return groups
    .map(([title, group]) => [`## ${title}: ${group.length}`, ...group.map(describeMiss)].join("\n\n"))
    .join("\n\n\n")
    .concat("\n");
}

function describeMiss({ question, given, ran }: Outcome): string {
  const what = isAnswerable(question) ? `grade ${question.grade}, ${question.kind}` : question.unanswerable;
  const wanted = isAnswerable(question) ? [...(question.answers ?? []), ...(question.sides ?? []).flat()] : [];
  return [
    `${question.id} (${what}) ${question.ask}${question.about ? ` [about ${question.about}]` : ""}`,
    ...(wanted.length > 0 ? [`  wanted ${wanted.join("  or  ")}`] : []),
    ...(ran === undefined ? [] : [`  ran ${ran}`]),
    ...given.map(({ id, shown }) => `  got ${id}: ${shown.replace(/\s+/g, " ").slice(0, 120)}`),
  ].join("\n");
}
