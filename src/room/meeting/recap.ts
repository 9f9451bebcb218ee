import type { Passage } from "#content/entry.ts";
import type { Library } from "#content/library.ts";
import { clip } from "#core/clip.ts";
import { formatWord } from "#core/line.ts";
import { fold } from "#core/nearest.ts";
import { type Form, type Part, paragraph, plain, type Reply, type Select, type Source, strong } from "#core/reply.ts";
import type { Asked, Meeting } from "#core/room.ts";
import { citesOf, sourcesOf } from "#present/cite.ts";
import type { AskedData } from "./asked.ts";
import { lineOf, rowLineOf } from "./short.ts";
import { withoutSubject } from "./subject.ts";

/** Milliseconds after which a meeting that nobody ended no longer shortens answers. */
export const longestMeeting = 12 * 3_600_000;

/** What a meeting keeps of an answer: the line that was said, and the passage it came from. */
export function meetingAnswer({ answered, answers }: AskedData, reply: Reply): Pick<Asked, "answer" | "passage"> {
  if (!answered) return { answer: "", passage: "" };
  const line = lineOf(reply);
  return { answer: line ? plain(line.text) : (rowLineOf(reply) ?? reply.title), passage: answers[0]?.id ?? "" };
}

/** What came of a meeting. */
export type Recap = {
  readonly meeting: Meeting;
  readonly answered: readonly (Asked & { readonly from: Passage | undefined })[];
  readonly unanswered: readonly Asked[];
  /** Entries whose words were quoted, in order. */
  readonly cited: readonly { readonly id: string; readonly title: string }[];
  readonly sources: readonly Source[];
};

/** What came of a meeting's questions. One that was asked again of a company by name stands there as that alone. */
export function recapOf(meeting: Meeting, questions: readonly Asked[], library: Library): Recap {
  const settled = new Set(questions.flatMap(({ question }) => withoutSubject(question) ?? []).map(fold));
  const answered = questions
    .filter(({ answer }) => answer !== "")
    .map((asked) => ({ ...asked, from: library.passage(asked.passage) }));
  const passages = answered.flatMap(({ from }) => (from ? [from] : []));
  const cited = [...new Set(passages.map(({ entry }) => entry))];
  return {
    meeting,
    answered,
    unanswered: questions.filter(({ answer, question }) => answer === "" && !settled.has(fold(question))),
    cited: cited.map((id) => ({ id, title: library.entry(id)?.title ?? id })),
    sources: sourcesOf(library, passages),
  };
}

/** `5 questions: 3 answered, 2 not` */
export function tally({ answered, unanswered }: Pick<Recap, "answered" | "unanswered">): string {
  const all = answered.length + unanswered.length;
  return `${all} ${all === 1 ? "question" : "questions"}: ${answered.length} answered, ${unanswered.length} not`;
}

/** A recap for the room: asked and answered, what is open and who looks after it, cases cited. */
export function recapParts(recap: Recap): Part[] {
  const { answered, unanswered, cited, meeting } = recap;
  return [
    paragraph(`${tally(recap)}. ${spanOf(meeting)}.`),
    ...(answered.length > 0
      ? [
          { kind: "heading" as const, text: "Answered" },
          {
            kind: "list" as const,
            items: answered.map(({ question, answer, from }) => ({
              text: [strong(question), " ", answer],
              ...(from ? { id: from.id, asOf: from.asOf, cites: citesOf(from) } : {}),
            })),
          },
        ]
      : []),
    ...(unanswered.length > 0
      ? [
          { kind: "heading" as const, text: "Not answered" },
          {
            kind: "list" as const,
            items: unanswered.map(({ question, owner }) => ({
              text: [strong(question), ` Owner: ${owner || "nobody yet"}`],
            })),
          },
        ]
      : []),
    ...(cited.length > 0 ? [paragraph(`Cases cited: ${cited.map(({ title }) => title).join(", ")}.`)] : []),
    ...ownerParts(recap),
    { kind: "buttons", buttons: [{ label: "Export Markdown", line: `meeting export meeting:${meeting.id}` }] },
  ];
}

/** Teams a question is often handed to. */
const teams = ["Partnerships", "Business development", "Legal", "Finance", "Product", "Leadership"];
/** Menus in one recap; a form names owners for the rest. */
const mostMenus = 4;

/** Menus that name an owner for what is open, and a form for anybody else. */
function ownerParts({ meeting, unanswered }: Recap): Part[] {
  const line = (asked: Asked, owner: string) =>
    `meeting own meeting:${meeting.id} question:${asked.id} owner:${formatWord(owner)}`;
  const open = unanswered.filter(({ owner }) => owner === "");
  const menus = open.slice(0, mostMenus).map(
    (asked): Select => ({
      placeholder: `Owner: ${clip(asked.question, 100)}`,
      options: [
        { label: "I take it", line: line(asked, "me") },
        ...teams.map((team) => ({ label: team, line: line(asked, team) })),
      ],
    }),
  );
  const form: Form = {
    kind: "form",
    label: "Name an owner",
    title: "Who looks after it?",
    line: `meeting own meeting:${meeting.id}`,
    fields: [
      {
        name: "question",
        label: "Question",
        required: true,
        choices: unanswered.slice(0, 25).map(({ id, question }) => ({ label: clip(question, 75), value: id })),
      },
      { name: "owner", label: "Owner", hint: "A name or a team", required: true },
    ],
  };
  return [...menus.map((menu): Part => ({ kind: "select", ...menu })), ...(unanswered.length > 0 ? [form] : [])];
}

/** `Began 2026-07-01 14:00 UTC, 32 min` */
export function spanOf({ startedAt, endedAt }: Meeting): string {
  const began = `Began ${new Date(startedAt).toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return endedAt === undefined
    ? `${began}, still running`
    : `${began}, ${Math.round((endedAt - startedAt) / 60_000)} min`;
}
