import type { Context } from "#core/command.ts";
import { roomOf } from "#core/origin.ts";
import { Refusal } from "#core/refusal.ts";
import type { Button } from "#core/reply.ts";
import type { Meeting } from "#core/room.ts";
import { type Recap, recapOf } from "./recap.ts";

/** The meeting with an id, as long as it was held in this channel; else the newest held here. Refuses where there is none. */
export async function meetingFor(id: string | undefined, { origin, store }: Context): Promise<Meeting> {
  const { meetings } = await store();
  const room = roomOf(origin);
  const found = id ? await meetings.find(id) : ((await meetings.current(room, 0)) ?? (await meetings.latest(room)));
  const here =
    found?.platform === room.platform && found.workspace === room.workspace && found.channel === room.channel;
  if (found && here) return found;
  throw new Refusal(id ? "There is no such meeting in this channel." : "No meeting was held here yet.", {
    examples: ["meeting start", "meeting start hugging-face"],
    buttons: [{ label: "Start a meeting", line: "meeting start" }],
  });
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
