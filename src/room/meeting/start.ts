import type { Library } from "#content/library.ts";
import type { Context } from "#core/command.ts";
import type { Origin } from "#core/invocation.ts";
import { fold } from "#core/nearest.ts";
import type { Room } from "#core/origin.ts";
import { type Answer, type Button, type Part, paragraph } from "#core/reply.ts";
import type { Meeting } from "#core/room.ts";
import { openLine } from "#present/open-line.ts";
import { unknownName } from "#present/unknown.ts";
import { isStopWord, wordsOf } from "#search/words/tokens.ts";
import { meetingRoomOf } from "../conversation.ts";
import { entriesNamed, subjectKinds } from "../entries-named.ts";
import { longestMeeting } from "../memory.ts";
import { endButton, recapFor } from "./find.ts";
import { meetingData, stateData } from "./notes.ts";
import { tally, titlesOf } from "./recap.ts";
import { statusAnswer } from "./stand.ts";

/** Starts a meeting about what was named; where one runs here, it turns to that, or its state is shown. */
export async function startMeeting(typed: string, context: Context): Promise<Answer> {
  const { origin, store, now, library } = context;
  const { meetings } = await store();
  const room = meetingRoomOf(origin);
  const running = await meetings.current(room, now.getTime() - longestMeeting);
  const about = subjectsNamed(typed, library);
  if (running && running.thread === room.thread)
    return about.studies.length > 0 ? turn(running, about, context) : statusAnswer(running, context);
  const meeting = await meetings.start(room, about.studies, origin.asker ?? "", now.getTime());
  const titles = titlesOf(about.studies, library);
  return {
    title: titles.length > 0 ? `Meeting mode is on: ${titles.join(", ")}` : "Meeting mode is on",
    parts: [
      ...leftOut(about),
      paragraph(
        `Ask away: ${whereHeld(room, origin)} every question is answered in one line with its source, ` +
          "and what a command opens is shown whole. All that is asked of me here until the end, privately too, goes into the recap, without names; " +
          "small talk and private matters do not.",
      ),
      { kind: "buttons", buttons: [...openers(about.studies, library), endButton(meeting)] },
    ],
    data: { meeting: meetingData(meeting), started: true, ...unknownData(about) },
  };
}

const whereHeld = ({ thread }: Room, { direct }: Origin): string =>
  thread ? "in this thread" : direct ? "in this conversation" : "in this channel and its threads";

/** A meeting that runs turns to what another was to be started about. */
async function turn(running: Meeting, about: Named, context: Context): Promise<Answer> {
  const { store, library } = context;
  const { studies } = about;
  const meeting = { ...running, studies: [...new Set([...running.studies, ...studies])] };
  await (await store()).meetings.turn(meeting.id, meeting.studies);
  const recap = await recapFor(meeting, context);
  return {
    title: `The meeting goes on: ${recap.titles.join(", ")}`,
    parts: [
      ...leftOut(about),
      paragraph(
        `A meeting was running here, so it turns to ${titlesOf(studies, library).join(" and ")}: ` +
          "that is who “they” are from now on. For a new meeting, end this one first.",
      ),
      paragraph(`${tally(recap)}.`),
      { kind: "buttons", buttons: [...openers(studies, library), endButton(meeting)] },
    ],
    data: { ...stateData(recap), subjects: studies, ...unknownData(about) },
  };
}

const openers = (studies: readonly string[], library: Library): Button[] =>
  studies
    .slice(0, 3)
    .flatMap((id) => library.entry(id) ?? [])
    .map((entry) => ({ label: entry.title, line: openLine(entry) }));

/** What a meeting is to be about, and names beside it that no entry has. */
type Named = { readonly studies: readonly string[]; readonly unknown: readonly string[] };

function subjectsNamed(typed: string, library: Library): Named {
  const studies = [...new Set(entriesNamed(typed, library).map(({ entry }) => entry.id))];
  const names = typed.split(/,|&|\band\b|\bwith\b/i).filter((name) => fold(name) !== "");
  if (studies.length > 0) {
    const unknown = names.filter((name) => mayBeName(name) && entriesNamed(name, library).length === 0);
    return { studies, unknown: unknown.map((name) => name.trim()) };
  }
  return { studies: names.map((name) => subjectNamed(name, library)), unknown: [] };
}

/** Not what the meeting is, or what is said around a name: "prep call with …", "about our partnership with …". */
const mayBeName = (name: string): boolean =>
  wordsOf(name).length <= 3 && !wordsOf(name).some((word) => isStopWord(word) || around.test(word));
const around = /^(?:calls?|meetings?|chat|review|prep|intro|sync|demo|please|now|here|today)$/;

function subjectNamed(name: string, library: Library): string {
  const found = library.find(name, subjectKinds);
  if (found.match) return found.match.id;
  const nearest = found.nearest.map(({ id, title }) => ({ label: title, line: `meeting start ${id}` }));
  throw unknownName("entry", name.trim(), nearest, "meeting start hugging-face");
}

function leftOut({ unknown }: Named): Part[] {
  if (unknown.length === 0) return [];
  const names = unknown.map((name) => `“${name}”`).join(" or ");
  return [paragraph(`The casebook has no entry called ${names}, so the meeting is not about it.`)];
}

const unknownData = ({ unknown }: Named) => (unknown.length > 0 ? { unknown } : {});
