import type { Library } from "#content/library.ts";
import type { Invocation } from "#core/invocation.ts";
import { roomOf } from "#core/origin.ts";
import type { Store } from "#core/store.ts";
import { comparedByName } from "./compare-them.ts";
import { meetingActionOf } from "./meeting/action.ts";
import { meetingHeld, runsInThread } from "./meeting/find.ts";
import type { Recalled } from "./memory.ts";

/** A line that leans on where it is said, so that it means the same elsewhere: whom "compare them" compares, whose "salary", which meeting ends. */
export async function meantLine(
  invocation: Invocation,
  room: Recalled,
  library: Library,
  now: number,
): Promise<Invocation> {
  if (invocation.command === "compare") return room.talk ? comparedByName(invocation, room.talk, library) : invocation;
  if (invocation.command === "salary") return ofRole(invocation, room, library);
  return invocation.command === "meeting" && room.store ? ofMeeting(invocation, room.store, now) : invocation;
}

/** "Salary?" behind an answer about a role asks for that role's; the command by itself lists all. */
function ofRole(invocation: Invocation, { talk, conversation }: Recalled, library: Library): Invocation {
  const { origin, words, named } = invocation;
  const isTyped = origin.via === "mention" || origin.via === "direct";
  const [subject] = talk?.subjects ?? [];
  if (!subject || !isTyped || !conversation?.close || words.length > 0 || Object.keys(named).length > 0)
    return invocation;
  return library.entry(subject)?.kind === "role" ? { ...invocation, words: [subject], rest: subject } : invocation;
}

/** How long a button that ends a meeting is pressed again by mistake, in milliseconds. */
const shownAsEnded = 60 * 60 * 1000;

/** A line about a meeting names it, so that its pages and buttons mean the same one for ever. */
async function ofMeeting(invocation: Invocation, { meetings }: Store, now: number): Promise<Invocation> {
  const { words, named, origin, page } = invocation;
  const action = named.action ?? words[0];
  // "Meeting tips for a first call" is about no meeting that is held.
  const known = action && meetingActionOf(action);
  if (!known || known === "start") return invocation;
  const id = named.meeting;
  const held = id ? await meetings.find(id) : await meetingHeld(meetings, roomOf(origin), now);
  // Which of the threads' meetings is meant stays to be said.
  if (!held || (!id && runsInThread(held, origin))) return invocation;
  if (known !== "end") return { ...invocation, named: { ...named, meeting: held.id } };
  // It ends once. Only what was posted when this line still showed a recap, and its pages, do so for ever.
  const isOfRecap = id !== undefined && (page > 1 || (held.endedAt ?? now) < now - shownAsEnded);
  if (held.endedAt !== undefined && !isOfRecap) return invocation;
  return { ...invocation, words: ["recap"], rest: "recap", named: { meeting: held.id } };
}
