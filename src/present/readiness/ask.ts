import type { Question, Scorecard } from "#calc/readiness/scorecard.ts";
import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { type Answer, type Button, code, paragraph, strong, text } from "#core/reply.ts";
import { derived, sourcesCited } from "../assumed.ts";

/** The line that holds these answers; without any, the line that begins anew. */
export const lineOf = (answers: readonly number[]): string =>
  answers.length > 0 ? `readiness ${answers.join(" ")}` : "readiness new";

/**
 * One question with a button an answer. Each button's line carries every answer so far, so that a click works after a
 * restart and whatever was kept. With `changing`, the answer at that place of a complete list is replaced.
 */
export function askQuestion(
  card: Scorecard,
  answers: readonly number[],
  { library, now, shared = false }: Context,
  { changing, note }: { readonly changing?: number; readonly note?: string } = {},
): Answer {
  const place = changing ?? answers.length;
  const question = card.questions[place];
  if (!question) throw new Error(`the readiness scorecard has no question ${place + 1}`);
  const total = card.questions.length;
  const dimension = card.dimensions.find(({ id }) => id === question.dimension)?.name ?? "";
  const parts = [
    ...(answers.length === 0
      ? [
          paragraph(
            `${total} questions, about three minutes. Answer for what is true today, and only where you could show it.`,
          ),
        ]
      : []),
    ...(note ? [paragraph(note)] : []),
    paragraph(progress(changing === undefined ? answers.length : total, total)),
    {
      kind: "text" as const,
      ...derived(
        [strong(question.row.name), " ", question.row.text],
        [{ entry: "readiness", row: question.row }],
        library,
        now,
      ),
    },
    {
      kind: "list" as const,
      items: question.anchors.map((anchor, answer) => ({ text: text`${strong(String(answer))}: ${anchor}` })),
    },
    ...(answers.length > 0 && changing === undefined && !shared
      ? [paragraph(text`Stop when you like; ${code(lineOf(answers))} goes on from here.`)]
      : []),
    { kind: "buttons" as const, buttons: answerButtons(question, answers, place) },
    ...(backButtons(answers, changing).length > 0
      ? [{ kind: "buttons" as const, buttons: backButtons(answers, changing) }]
      : []),
  ];
  return {
    title: `Question ${place + 1} of ${total}: ${dimension.toLowerCase()}`,
    parts,
    sources: sourcesCited(parts, library),
    data: {
      question: {
        number: place + 1,
        of: total,
        id: question.row.id,
        text: question.row.name,
        dimension,
        anchors: question.anchors,
      },
      answers,
      answered: answers.length,
      line: lineOf(answers),
    },
  };
}

function answerButtons(question: Question, answers: readonly number[], place: number): Button[] {
  return question.anchors.map((anchor, answer) => ({
    label: clip(`${answer}: ${anchor}`, 40),
    line: lineOf([...answers.slice(0, place), answer, ...answers.slice(place + 1)]),
  }));
}

function backButtons(answers: readonly number[], changing: number | undefined): Button[] {
  if (changing !== undefined) return [{ label: "Keep the answer", line: lineOf(answers) }];
  return answers.length > 0
    ? [
        { label: "Back", line: lineOf(answers.slice(0, -1)) },
        { label: "Stop here", line: "readiness stop" },
      ]
    : [];
}

/** What somebody who stops reads: what is kept, and how to go on. */
export function stopped(answers: readonly number[], card: Scorecard): Answer {
  const total = card.questions.length;
  const open = answers.length > 0 && answers.length < total;
  const said = open
    ? `${answers.length} of ${total} answers are kept for you; say “readiness” and it goes on with the next question.`
    : "Nothing unfinished is kept here; say “readiness” to begin, or give the answers so far.";
  return {
    title: open ? "Stopped" : "Nothing to stop",
    parts: [paragraph(said), { kind: "buttons", buttons: [{ label: open ? "Go on" : "Begin", line: "readiness" }] }],
    data: { answered: open ? answers.length : 0, of: total },
  };
}

/** "■■■□□□□□□□□□ 3 of 12 answered" */
function progress(done: number, total: number): string {
  return `${"■".repeat(done)}${"□".repeat(total - done)} ${done} of ${total} answered`;
}
