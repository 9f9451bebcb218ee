import { z } from "zod";
import { defineCommand } from "#core/command.ts";
import { roomOf } from "#core/origin.ts";
import { Refusal } from "#core/refusal.ts";
import type { Meeting } from "#core/room.ts";
import { completeEntry, matching } from "#present/choices.ts";
import { subjectKinds } from "#room/entries-named.ts";
import { type MeetingAction, meetingActionOf, meetingActions } from "#room/meeting/action.ts";
import { meetingFor, runsInThread } from "#room/meeting/find.ts";
import { nameOwner } from "#room/meeting/own.ts";
import { endMeeting, exportNotes, statusAnswer } from "#room/meeting/stand.ts";
import { startMeeting } from "#room/meeting/start.ts";

export const meetingCommand = defineCommand({
  name: "meeting",
  summary: "Meeting mode: one-line answers, then a recap with owners for what is open",
  examples: ["meeting start hugging-face", "meeting status", "meeting end", "meeting export"],
  visibility: "public",
  unscheduled: true,
  namesPeople: true,
  options: z.object({
    action: z.string().optional().describe("start, status, end, recap, export or own"),
    studies: z.string().optional().describe("Companies or entries the meeting is about"),
    meeting: z.string().optional().describe("A meeting's id; without it the one held here"),
    question: z.string().optional().describe("For own: the number of an open point in the recap"),
    owner: z.string().optional().describe("For own: who looks after it"),
  }),
  positional: ["action", "studies"],
  complete: {
    action: (typed) =>
      matching(
        typed,
        meetingActions.map((name) => ({ name, value: name })),
      ),
    studies: completeEntry(...subjectKinds),
  },
  run: async ({ action: typed = "status", studies = "", meeting: id, question, owner }, context) => {
    const action = actionNamed(typed);
    if (!roomOf(context.origin).channel)
      throw new Refusal("A meeting is held in a channel, a thread or a direct message; start it there.");
    if (action === "start") return startMeeting(studies, context);
    const meeting = await meetingFor(id, context);
    switch (action) {
      case "status":
        return statusAnswer(meeting, context);
      case "end":
        // What others hold in a thread is ended there, or by who sees that it is theirs; what is over is not ended again.
        return isOver(meeting, id, context.now) || (!id && runsInThread(meeting, context.origin))
          ? statusAnswer(meeting, context)
          : endMeeting(meeting, context);
      case "recap":
        return !id && runsInThread(meeting, context.origin)
          ? statusAnswer(meeting, context)
          : endMeeting(meeting, context);
      case "export":
        return exportNotes(meeting, context);
      case "own":
        return nameOwner(meeting, { question, owner, typed: studies }, context);
    }
  },
});

/** Milliseconds in which several may press the button that ends the same meeting. */
const justNow = 3_600_000;

/**
 * What is over is told to be over. The recaps of earlier releases have their buttons and pages under a line that ends their
 * meeting by its id, so that such a line later shows the recap.
 */
const isOver = ({ endedAt }: Meeting, id: string | undefined, now: Date): boolean =>
  endedAt !== undefined && (!id || now.getTime() - endedAt < justNow);

function actionNamed(typed: string): MeetingAction {
  const action = meetingActionOf(typed);
  if (action) return action;
  throw new Refusal("A meeting can be started, looked at, ended and exported, and its open points be given owners.", {
    examples: ["meeting start hugging-face", "meeting own 1 Anna", "meeting end"],
  });
}
