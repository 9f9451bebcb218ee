import type { RoomStore } from "#core/room.ts";
import { feedback } from "./feedback.ts";
import { gaps } from "./gaps.ts";
import { meetings } from "./meetings.ts";
import { retention } from "./retention.ts";
import { scorecards } from "./scorecards.ts";
import type { Database } from "./tables.ts";
import { threads } from "./threads.ts";

/** What is remembered of rooms, in the database. */
export function roomStore(database: Database): RoomStore {
  return {
    threads: threads(database),
    feedback: feedback(database),
    gaps: gaps(database),
    meetings: meetings(database),
    scorecards: scorecards(database),
    retention: retention(database),
  };
}
