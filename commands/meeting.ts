import { z } from "zod";
import type { Library } from "#content/library.ts";
import { type Context, defineCommand } from "#core/command.ts";
import { fold, resolveName } from "#core/nearest.ts";
import { Refusal } from "#core/refusal.ts";
import { type Answer, type Button, paragraph } from "#core/reply.ts";
import type { Meeting } from "#core/room.ts";
import { completeEntry, matching } from "#present/choices.ts";
import { openLine } from "#present/open-line.ts";
import { unknownName } from "#present/unknown.ts";
import { entriesNamed, subjectKinds } from "#room/entries-named.ts";
import { longestMeeting, type Recap, recapOf, recapParts, tally } from "#room/meeting.ts";
import { meetingData, recapData, recapMarkdown } from "#room/notes.ts";
import { placeOf } from "#room/place.ts";

const actions = ["start", "status", "end", "export", "own"] as const;
type Action = (typeof actions)[number];

export const meetingCommand = defineCommand({
  name: "meeting",
  summary: "Meeting mode: one-line answers, then a recap with owners for what is open",
  examples: ["meeting start hugging-face", "meeting status", "meeting end", "meeting export"],
  visibility: "public",
  unscheduled: true,
  options: z.object({
    action: z.string().optional().describe("start, status, end or export"),
    studies: z.string().optional().describe("Companies or entries the meeting is about"),
    meeting: z.string().optional().describe("A meeting's id; without it the one held here"),
    question: z.string().optional().describe("The id of an unanswered question"),
    owner: z.string().optional().describe("Who looks after the question"),
  }),
  positional: ["action", "studies"],
  complete: {
    action: (typed) =>
      matching(
        typed,
        actions.filter((action) => action !== "own").map((name) => ({ name, value: name })),
      ),
    studies: completeEntry(...subjectKinds),
  },
  run: async ({ action: typed = "status", studies = "", meeting: id, question, owner }, context) => {
    const action = actionNamed(typed);
    const place = placeOf(context.origin);
    if (!place.channel)
      throw new Refusal("A meeting is held in a channel, a thread or a direct message; start it there.");
    if (action === "start") return start(studies, context);
    const meeting = await meetingFor(id, context);
    switch (action) {
      case "status":
        return status(meeting, context);
      case "end":
        return end(meeting, context);
      case "export":
        return exportNotes(meeting, context);
      case "own":
        return own(meeting, question, owner, context);
    }
  },
});

function actionNamed(typed: string): Action {
  const found = resolveName(
    typed,
    actions.map((value) => ({ value, names: value === "end" ? [value, "stop", "recap", "finish"] : [value] })),
  );
  if (found.match) return found.match;
  throw new Refusal("A meeting can be started, looked at, ended and exported.", {
    examples: ["meeting start hugging-face", "meeting end"],
  });
}

/** The meeting with an id, as long as it was held in this channel; else the newest held here. */
async function meetingFor(id: string | undefined, { origin, store }: Context): Promise<Meeting> {
  const { meetings } = await store();
  const place = placeOf(origin);
  const found = id ? await meetings.find(id) : ((await meetings.current(place, 0)) ?? (await meetings.latest(place)));
  const here =
    found?.platform === place.platform && found.workspace === place.workspace && found.channel === place.channel;
  if (found && here) return found;
  throw new Refusal(id ? "There is no such meeting in this channel." : "No meeting was held here yet.", {
    examples: ["meeting start", "meeting start hugging-face"],
    buttons: [{ label: "Start a meeting", line: "meeting start" }],
  });
}

async function start(typed: string, context: Context): Promise<Answer> {
  const { origin, store, now, library } = context;
  const { meetings } = await store();
  const place = placeOf(origin);
  const running = await meetings.current(place, now.getTime() - longestMeeting);
  const studies = studiesNamed(typed, context);
  if (running && running.thread === place.thread)
    return studies.length > 0 ? turn(running, studies, context) : status(running, context);
  const meeting = await meetings.start(place, studies, origin.asker ?? "", now.getTime());
  const titles = titlesOf(studies, library);
  return {
    title: titles.length > 0 ? `Meeting mode is on: ${titles.join(", ")}` : "Meeting mode is on",
    parts: [
      paragraph(
        `Ask away: ${place.thread ? "in this thread" : "in this channel"} every answer is one line with its source. ` +
          "Every question asked of me here until the end, privately too, goes into the recap, without names.",
      ),
      {
        kind: "buttons",
        buttons: [...openers(studies, library), endButton(meeting)],
      },
    ],
    data: { meeting: meetingData(meeting), started: true },
  };
}

/** A meeting that runs turns to what another was to be started about. */
async function turn(running: Meeting, studies: readonly string[], context: Context): Promise<Answer> {
  const { store, library } = context;
  const meeting = { ...running, studies: [...new Set([...running.studies, ...studies])] };
  await (await store()).meetings.turn(meeting.id, meeting.studies);
  const recap = await recapFor(meeting, context);
  return {
    title: `The meeting goes on: ${titlesOf(meeting.studies, library).join(", ")}`,
    parts: [
      paragraph(
        `A meeting was running here, so it turns to ${titlesOf(studies, library).join(" and ")}: ` +
          "that is who “they” are from now on. For a new meeting, end this one first.",
      ),
      paragraph(`${tally(recap)}.`),
      { kind: "buttons", buttons: [...openers(studies, library), endButton(meeting)] },
    ],
    data: { ...stateOf(recap), subjects: studies },
  };
}

const titlesOf = (studies: readonly string[], library: Library): string[] =>
  studies.map((id) => library.entry(id)?.title ?? id);

const openers = (studies: readonly string[], library: Library): Button[] =>
  studies
    .slice(0, 3)
    .flatMap((id) => library.entry(id) ?? [])
    .map((entry) => ({ label: entry.title, line: openLine(entry) }));

const endButton = ({ id }: Meeting): Button => ({ label: "End the meeting", line: `meeting end meeting:${id}` });

/** How a meeting stands, for `--as json`. */
const stateOf = ({ meeting, answered, unanswered }: Recap) => ({
  meeting: meetingData(meeting),
  running: meeting.endedAt === undefined,
  answered: answered.length,
  unanswered: unanswered.length,
});

function studiesNamed(typed: string, { library }: Context): string[] {
  const named = entriesNamed(typed, library).map(({ entry }) => entry.id);
  if (named.length > 0) return [...new Set(named)];
  return typed
    .split(/,|&|\band\b|\bwith\b/i)
    .filter((name) => fold(name) !== "")
    .map((name) => {
      const found = library.find(name, subjectKinds);
      if (found.match) return found.match.id;
      const nearest = found.nearest.map(({ id, title }) => ({ label: title, line: `meeting start ${id}` }));
      throw unknownName("entry", name.trim(), nearest, "meeting start hugging-face");
    });
}

async function status(meeting: Meeting, context: Context): Promise<Answer> {
  const recap = await recapFor(meeting, context);
  const over = meeting.endedAt !== undefined;
  return {
    title: over ? "The last meeting here is over" : "A meeting is running",
    parts: [
      paragraph(`${tally(recap)}.`),
      {
        kind: "buttons",
        buttons: over
          ? [
              { label: "Show the recap", line: `meeting end meeting:${meeting.id}` },
              { label: "Start a meeting", line: "meeting start" },
            ]
          : [endButton(meeting)],
      },
    ],
    data: stateOf(recap),
  };
}

async function end(meeting: Meeting, context: Context): Promise<Answer> {
  const endedAt = meeting.endedAt ?? context.now.getTime();
  await (await context.store()).meetings.end(meeting.id, endedAt);
  return recapAnswer({ ...meeting, endedAt }, context);
}

async function recapAnswer(meeting: Meeting, context: Context): Promise<Answer> {
  const recap = await recapFor(meeting, context);
  return {
    title: "Meeting recap",
    parts: recapParts(recap),
    sources: recap.sources,
    data: recapData(recap, context.library),
  };
}

async function exportNotes(meeting: Meeting, context: Context): Promise<Answer> {
  const recap = await recapFor(meeting, context);
  const markdown = recapMarkdown(recap, context.library);
  return {
    title: "Meeting notes as Markdown",
    parts: [{ kind: "document", name: "meeting-notes.md", text: markdown }],
    data: { markdown },
  };
}

async function own(meeting: Meeting, question = "", owner = "", context: Context): Promise<Answer> {
  const { origin, store } = context;
  if (owner.trim() === "") throw new Refusal("Who looks after it? Give a name or a team.", { examples: [] });
  const named = /^me$/i.test(owner.trim()) ? (origin.name ?? "one of the room") : owner.trim();
  const known = await (await store()).meetings.own(meeting.id, question, named, origin.asker ?? "");
  if (!known) throw new Refusal("There is no such question in this meeting.", { examples: ["meeting end"] });
  const { answered, unanswered } = await recapFor(meeting, context);
  const asked = [...answered, ...unanswered].find(({ id }) => id === question);
  return {
    title: "An owner is named",
    parts: [
      paragraph(`${asked?.question ?? ""} Owner: ${asked?.owner ?? named}.`),
      { kind: "buttons", buttons: [{ label: "Show the recap", line: `meeting end meeting:${meeting.id}` }] },
    ],
    data: { meeting: meeting.id, question, owner: asked?.owner ?? named },
  };
}

async function recapFor(meeting: Meeting, { store, library }: Context) {
  return recapOf(meeting, await (await store()).meetings.questions(meeting.id), library);
}
