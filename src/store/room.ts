import type { RoomStore } from "#core/room.ts";
import type { Database } from "./database.ts";
import { type FeedbackTables, feedback } from "./feedback.ts";
import { type GapsTables, gaps } from "./gaps.ts";
import { type MeetingsTables, meetings } from "./meetings.ts";
import { retention } from "./retention.ts";
import { type ScorecardsTables, scorecards } from "./scorecards.ts";
import { type ThreadsTables, threads } from "./threads.ts";

export type RoomTables = ThreadsTables & FeedbackTables & GapsTables & MeetingsTables & ScorecardsTables;

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
