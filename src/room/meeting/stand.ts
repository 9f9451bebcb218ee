import type { Context } from "#core/command.ts";
import { type Answer, paragraph } from "#core/reply.ts";
import type { Meeting } from "#core/room.ts";
import { endButton, recapButton, recapFor, runsInThread } from "./find.ts";
import { recapData, recapMarkdown, stateData } from "./notes.ts";
import { tally } from "./recap.ts";
import { recapParts } from "./recap-parts.ts";

/** How a meeting stands: how many questions were answered, and whether it runs. */
export async function statusAnswer(meeting: Meeting, context: Context): Promise<Answer> {
  const recap = await recapFor(meeting, context);
  const over = meeting.endedAt !== undefined;
  const where = runsInThread(meeting, context.origin) ? " in a thread" : "";
  return {
    title: over ? "The last meeting here is over" : `A meeting is running${where}`,
    parts: [
      paragraph(`${tally(recap)}.`),
      {
        kind: "buttons",
        buttons: over
          ? [recapButton(meeting), { label: "Start a meeting", line: "meeting start" }]
          : [endButton(meeting)],
      },
    ],
    data: stateData(recap),
  };
}

/** Ends a meeting and gives its recap; of one that is over, the same again. */
export async function endMeeting(meeting: Meeting, context: Context): Promise<Answer> {
  const endedAt = meeting.endedAt ?? context.now.getTime();
  await (await context.store()).meetings.end(meeting.id, endedAt);
  const recap = await recapFor({ ...meeting, endedAt }, context);
  const { titles, sources } = recap;
  return {
    title: titles.length > 0 ? `Meeting recap: ${titles.join(", ")}` : "Meeting recap",
    parts: recapParts(recap),
    sources,
    data: recapData(recap),
  };
}

/** A meeting's notes as a document to copy or to keep. */
export async function exportNotes(meeting: Meeting, context: Context): Promise<Answer> {
  const markdown = recapMarkdown(await recapFor(meeting, context));
  return {
    title: "Meeting notes as Markdown",
    parts: [{ kind: "document", name: "meeting-notes.md", text: markdown }],
    data: { markdown },
  };
}
