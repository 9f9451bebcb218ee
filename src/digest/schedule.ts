import { Cron } from "croner";
import { day } from "#core/durations.ts";
import { createRecent } from "#core/recent.ts";

/** Shortest time between two posts of one subscription, in milliseconds. */
export const shortestGap = 5 * 60_000;

/**
 * When a subscription is due: its words ("weekdays 09:00"), the cron patterns they stand for, and an IANA zone. More
 * than one pattern where one cannot hold it ("daily 09:00, 14:30").
 */
export type Schedule = { readonly words: string; readonly patterns: readonly string[]; readonly zone: string };

/**
 * The first due time after a moment, in milliseconds since 1970; undefined for a schedule that never comes round.
 * Times of day that daylight saving skips come due when the clock has jumped, those it repeats the first time only.
 */
export function nextDue({ patterns, zone }: Schedule, after: number): number | undefined {
  const times = patterns.flatMap((pattern) => remembered(pattern, zone).nextRun(new Date(after))?.getTime() ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** The next due times after a moment, at most `count`. */
export function nextDues(schedule: Schedule, after: number, count: number): number[] {
  const dues: number[] = [];
  for (let due = nextDue(schedule, after); due !== undefined && dues.length < count; due = nextDue(schedule, due))
    dues.push(due);
  return dues;
}

/** The last due time before a moment; undefined when there was none within 400 days. */
export function previousDue(schedule: Schedule, before: number): number | undefined {
  for (const days of [2, 8, 35, 400]) {
    let last: number | undefined;
    const start = before - days * day;
    let due = nextDue(schedule, start);
    // A long look back is needed by rare schedules only; frequent ones are found in the first days.
    for (let step = 0; due !== undefined && due < before && step < 2500; step++) {
      last = due;
      due = nextDue(schedule, due);
    }
    if (last !== undefined) return last;
  }
  return undefined;
}

/** True when no two of the next hundred due times are closer than five minutes. */
export function leavesRoom(schedule: Schedule, after: number): boolean {
  const dues = nextDues(schedule, after, 100);
  return dues.every((due, i) => i === 0 || due - (dues[i - 1] ?? 0) >= shortestGap);
}

/** Ten thousand subscriptions have a few hundred schedules, and reading one takes longer than asking it. */
const known = createRecent<Cron>(1000);

function remembered(pattern: string, zone: string): Cron {
  const key = `${pattern} ${zone}`;
  const before = known.get(key);
  if (before) return before;
  const made = cron(pattern, zone);
  known.set(key, made);
  return made;
}

/** @throws Error when the pattern is no cron pattern */
export function cron(pattern: string, zone: string): Cron {
  return new Cron(pattern, { timezone: zone, paused: true, mode: "5-part", fixedTimeRule: "no-wildcard" });
}
