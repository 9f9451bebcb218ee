import type { Context } from "#core/command.ts";
import { Refusal } from "#core/refusal.ts";
import type { Button } from "#core/reply.ts";
import type { Meeting, Meetings, RoomPlace } from "#core/room.ts";
import { longestMeeting } from "../memory.ts";
import { placeOf } from "../place.ts";
import { type Recap, recapOf } from "./recap.ts";

/**
 * The meeting that runs in a place, else the only one that runs in a thread of the channel, where no commands are taken on
 * Slack, else the newest that was held in the place. `now`: milliseconds since 1970.
 */
export async function meetingHeld(meetings: Meetings, place: RoomPlace, now: number): Promise<Meeting | undefined> {
  const since = now - longestMeeting;
  const running = await meetings.current(place, since);
  if (running) return running;
  const [only, ...others] = place.thread === "" ? await meetings.inThreads(place, since) : [];
  return only && others.length === 0 ? only : meetings.latest(place);
}

/** A meeting that nobody ended is over when it no longer shortens answers. */
function asItStands(meeting: Meeting, now: number): Meeting {
  const end = meeting.startedAt + longestMeeting;
  return meeting.endedAt === undefined && end < now ? { ...meeting, endedAt: end } : meeting;
}

/** The meeting with an id, as long as it was held in this channel; else the newest held here. Refuses where there is none. */
export async function meetingFor(id: string | undefined, { origin, store, now }: Context): Promise<Meeting> {
  const { meetings } = await store();
  const place = placeOf(origin);
  const found = id ? await meetings.find(id) : await meetingHeld(meetings, place, now.getTime());
  const here =
    found?.platform === place.platform && found.workspace === place.workspace && found.channel === place.channel;
  if (found && here) return asItStands(found, now.getTime());
  throw new Refusal(id ? "There is no such meeting in this channel." : await noneHere(meetings, place, now.getTime()), {
    examples: ["meeting start", "meeting start hugging-face"],
    buttons: [{ label: "Start a meeting", line: "meeting start" }],
  });
}

async function noneHere(meetings: Meetings, place: RoomPlace, now: number): Promise<string> {
  const threads = place.thread === "" ? await meetings.inThreads(place, now - longestMeeting) : [];
  return threads.length > 1
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
  line: `meeting end meeting:${id}`,
});
