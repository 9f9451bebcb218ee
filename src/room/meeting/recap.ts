import type { Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { dayOf } from "#core/day.ts";
import { fold } from "#core/nearest.ts";
import type { Source } from "#core/reply.ts";
import type { Asked, Meeting } from "#core/room.ts";
import { citesOf, sourcesOf } from "#present/cite.ts";
import { formatDate } from "#present/dates.ts";
import { mostSources } from "../row-line.ts";
import { withoutSubject } from "../subject.ts";

/** An answered question, with the passage it came from, of several the first, and the ids of the sources shown behind it. */
export type AnsweredQuestion = Asked & { readonly from: Passage | undefined; readonly cites: readonly string[] };

/** What came of a meeting. */
export type Recap = {
  readonly meeting: Meeting;
  /** Titles of what the meeting is about. */
  readonly titles: readonly string[];
  readonly answered: readonly AnsweredQuestion[];
  readonly unanswered: readonly Asked[];
  /** What was asked and is nothing to look up, so that nobody must look after it. */
  readonly turnedAway: readonly Asked[];
  /** Entries whose words were quoted, in order. */
  readonly cited: readonly { readonly id: string; readonly title: string }[];
  readonly sources: readonly Source[];
};

/** What came of a meeting's questions. One that was asked again of a company by name stands there as that alone. */
export function recapOf(meeting: Meeting, questions: readonly Asked[], library: Library): Recap {
  const settled = new Set(questions.flatMap(({ question }) => withoutSubject(question) ?? []).map(fold));
  const answered = questions
    .filter(({ answer }) => answer !== "")
    .map((asked) => {
      const rows = asked.passage.split(" ").flatMap((id) => library.passage(id) ?? []);
      return { ...asked, from: rows[0], rows, cites: citesBehind(rows) };
    });
  const passages = answered.flatMap(({ rows }) => rows);
  const shown = new Set(answered.flatMap(({ cites }) => cites));
  return {
    meeting,
    titles: titlesOf(meeting.studies, library),
    answered,
    unanswered: questions.filter(
      ({ answer, refused, question }) => answer === "" && refused === "" && !settled.has(fold(question)),
    ),
    turnedAway: questions.filter(({ refused }) => refused !== ""),
    cited: [...new Set(passages.map(({ entry }) => entry))].map((id) => ({
      id,
      title: library.entry(id)?.title ?? id,
    })),
    sources: sourcesOf(library, passages).filter(({ id }) => shown.has(id)),
  };
}

/** Of one row its first sources, of several the first of each. */
function citesBehind(rows: readonly Passage[]): string[] {
  const each = rows.length > 1 ? 1 : mostSources;
  return rows.flatMap((row) => citesOf(row).slice(0, each));
}

/** What a meeting is about, by name. */
export const titlesOf = (studies: readonly string[], library: Library): string[] =>
  studies.map((id) => library.entry(id)?.title ?? id);

/** `6 questions: 3 answered, 2 not, 1 not looked up` */
export function tally({ answered, unanswered, turnedAway }: Recap): string {
  const all = answered.length + unanswered.length + turnedAway.length;
  const beside = turnedAway.length > 0 ? `, ${turnedAway.length} not looked up` : "";
  return `${all} ${all === 1 ? "question" : "questions"}: ${answered.length} answered, ${unanswered.length} not${beside}`;
}

/** `Began 1 Jul 2026, 14:00 UTC, 32 min` */
export function spanOf({ startedAt, endedAt }: Meeting): string {
  const moment = new Date(startedAt);
  const began = `Began ${formatDate(dayOf(moment))}, ${moment.toISOString().slice(11, 16)} UTC`;
  return endedAt === undefined
    ? `${began}, still running`
    : `${began}, ${Math.round((endedAt - startedAt) / 60_000)} min`;
}
