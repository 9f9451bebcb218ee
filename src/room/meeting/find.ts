import type { Context } from "#core/command.ts";
import type { Origin } from "#core/invocation.ts";
import { type Room, roomOf } from "#core/origin.ts";
import { Refusal } from "#core/refusal.ts";
import type { Button } from "#core/reply.ts";
import type { Meeting, Meetings } from "#core/room.ts";
import { longestMeeting } from "../memory.ts";
import { type Recap, recapOf } from "./recap.ts";

/**
 * The meeting that runs in a room, else the only one that runs in a thread of it, else, where none does, the newest that was
 * held in the room. `now`: milliseconds since 1970.
 */
export async function meetingHeld(meetings: Meetings, room: Room, now: number): Promise<Meeting | undefined> {
  const running = await meetings.current(room, now - longestMeeting);
  if (running) return running;
  const [only, ...others] = await inThreadsOf(meetings, room, now);
  if (others.length > 0) return undefined;
  return only ?? meetings.latest(room);
}

/**
 * Meetings that run in threads of a channel and that are found from it: Slack takes no commands in threads, and whoever reads
 * a channel there reads its threads. Discord's may be private.
 */
async function inThreadsOf(meetings: Meetings, room: Room, now: number): Promise<readonly Meeting[]> {
  return room.platform === "slack" && room.thread === "" ? meetings.inThreads(room, now - longestMeeting) : [];
}

/** True for a meeting that others hold in a thread of the channel in which somebody speaks. */
export const runsInThread = ({ thread, endedAt }: Meeting, origin: Origin): boolean =>
  endedAt === undefined && thread !== "" && thread !== roomOf(origin).thread;

/** A meeting that nobody ended is over when it no longer shortens answers. */
function asItStands(meeting: Meeting, now: number): Meeting {
  const end = meeting.startedAt + longestMeeting;
  return meeting.endedAt === undefined && end < now ? { ...meeting, endedAt: end } : meeting;
}

/** The meeting with an id, as long as it was held in this channel; else the newest held here. Refuses where there is none. */
export async function meetingFor(id: string | undefined, { origin, store, now }: Context): Promise<Meeting> {
  const { meetings } = await store();
  const room = roomOf(origin);
  const found = id ? await meetings.find(id) : await meetingHeld(meetings, room, now.getTime());
  const here =
    found?.platform === room.platform && found.workspace === room.workspace && found.channel === room.channel;
  if (found && here) return asItStands(found, now.getTime());
  throw new Refusal(id ? "There is no such meeting in this channel." : await noneHere(meetings, room, now.getTime()), {
    examples: ["meeting start", "meeting start hugging-face"],
    buttons: [{ label: "Start a meeting", line: "meeting start" }],
  });
}

async function noneHere(meetings: Meetings, room: Room, now: number): Promise<string> {
  return (await inThreadsOf(meetings, room, now)).length > 1
    ? "Several meetings run in threads of this channel: each is ended in its own."
    : "No meeting was held here yet.";
}

/** What came of a meeting so far. */
export async function recapFor(meeting: Meeting, { store, library }: Context): Promise<Recap> {
  return recapOf(meeting, await (await store()).meetings.questions(meeting.id), library);
}

/** Ends a meeting, with its recap. */
export const endButton = ({ id }: Meeting): Button => ({ label: "End the meeting", line: `meeting end meeting:${id}` });
/** Shows the recap of a meeting that is over. */
export const recapButton = ({ id }: Meeting): Button => ({
  label: "Show the recap",
  line: `meeting recap meeting:${id}`,
});
