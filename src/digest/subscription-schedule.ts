import { week } from "#core/durations.ts";
import { createRecent } from "#core/recent.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { previousDue, type Schedule } from "./schedule.ts";
import { readSchedule, type ScheduleWords } from "./schedule-words.ts";

/** Ten thousand subscriptions have a few hundred schedules, and words take longer to read than times to find. */
const remembered = createRecent<ScheduleWords>(1000);

/** A subscription's schedule. @throws Error when its words mean nothing in this release */
export function scheduleOf({ schedule, zone }: Pick<Subscription, "schedule" | "zone">): Schedule {
  const read = remembered.get(schedule) ?? readSchedule(schedule.split(" "));
  remembered.set(schedule, read);
  if ("wrong" in read) throw new Error(`the schedule “${schedule}” cannot be read: ${read.wrong}`);
  return { words: read.words, patterns: read.patterns, zone };
}

/** From when on something is news to a subscription: its last post, else the due time before. */
export function newsSince(subscription: Subscription, due: number): number {
  return subscription.lastDue ?? previousDue(scheduleOf(subscription), due) ?? due - week;
}
