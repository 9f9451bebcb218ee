import type { Source } from "#core/reply.ts";
import type { Meeting } from "#core/room.ts";
import { formatDate } from "#present/dates.ts";
import { type Recap, spanOf, tally } from "./recap.ts";

/** A meeting for `--as json`; times as ISO 8601. */
export function meetingData({ id, studies, startedAt, endedAt }: Meeting) {
  return {
    id,
    studies,
    startedAt: new Date(startedAt).toISOString(),
    ...(endedAt === undefined ? {} : { endedAt: new Date(endedAt).toISOString() }),
  };
}

/** How a meeting stands, for `--as json`. */
export function stateData({ meeting, answered, unanswered, turnedAway }: Recap) {
  return {
    meeting: meetingData(meeting),
    running: meeting.endedAt === undefined,
    answered: answered.length,
    unanswered: unanswered.length,
    turnedAway: turnedAway.length,
  };
}

/** A recap for `--as json`. */
export function recapData(recap: Recap) {
  const { meeting, answered, unanswered, turnedAway, cited } = recap;
  return {
    meeting: meetingData(meeting),
    asked: answered.length + unanswered.length + turnedAway.length,
    answered: answered.map(({ question, answer, passage, from }) => ({
      question,
      answer,
      passage: passage.split(" ")[0] ?? "",
      passages: passage.split(" ").filter(Boolean),
      ...(from ? { asOf: from.asOf } : {}),
    })),
    unanswered: unanswered.map(({ id, question, owner }) => ({ id, question, owner })),
    turnedAway: turnedAway.map(({ id, question }) => ({ id, question })),
    cited: cited.map(({ id }) => id),
    markdown: recapMarkdown(recap),
  };
}

/** A recap as a Markdown document. */
export function recapMarkdown(recap: Recap): string {
  const { meeting, titles, answered, unanswered, turnedAway, cited, sources } = recap;
  const number = new Map(sources.map(({ id }, i) => [id, i + 1]));
  const lines = [
    `# Meeting notes${titles.length > 0 ? `: ${titles.map(literal).join(", ")}` : ""}`,
    "",
    `${tally(recap)}. ${spanOf(meeting)}.`,
    ...section(
      "Not answered",
      unanswered.map(({ question, owner }) => `- [ ] ${literal(question)} Owner: ${literal(owner || "nobody yet")}`),
    ),
    ...section(
      "Answered",
      answered.map(({ question, answer, from, cites }) => {
        const marks = cites.flatMap((id) => number.get(id) ?? []);
        return `- **${literal(question)}** ${literal(answer)}${from ? ` (as of ${formatDate(from.asOf)})` : ""}${marks.map((mark) => ` [${mark}]`).join("")}`;
      }),
    ),
    ...section(
      "Not looked up",
      turnedAway.map(({ question }) => `- ${literal(question)}`),
    ),
    ...section(
      "Cases cited",
      cited.map(({ title }) => `- ${literal(title)}`),
    ),
    ...section(
      "Sources",
      sources.map((source, i) => `${i + 1}. ${sourceLine(source)}`),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function sourceLine({ title, publisher, asOf, url }: Source): string {
  const words = [title, publisher, asOf ? formatDate(asOf) : "undated"].filter((word) => word !== undefined);
  return `${words.map(literal).join(", ")}${url ? ` <${url}>` : ""}`;
}

function section(heading: string, rows: readonly string[]): string[] {
  return rows.length > 0 ? ["", `## ${heading}`, "", ...rows] : [];
}

/** What people typed must not become markup, nor call anybody where the notes are pasted. */
function literal(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/@/g, "@\u200b");
}
