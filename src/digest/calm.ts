import { day } from "#core/durations.ts";
import { nextDue, type Schedule, shortestGap } from "./schedule.ts";

/** A week, and a day more so that the last is whole. */
const lookedAt = 8 * day;
/** The rest of a day that is under way, and a whole one. */
const enough = (2 * day) / shortestGap;

/** How many posts a schedule makes on its busiest day of the week after a moment; days are 24 hours from any post. */
export function postsADay(schedule: Schedule, after: number): number {
  const dues: number[] = [];
  let due = nextDue(schedule, after);
  while (due !== undefined && due < after + lookedAt && dues.length < enough) {
    dues.push(due);
    due = nextDue(schedule, due);
  }
  let first = 0;
  let most = 0;
  for (const [i, last] of dues.entries()) {
    while (last - (dues[first] ?? last) >= day) first++;
    most = Math.max(most, i - first + 1);
  }
  return most;
}

/** A schedule on the same days, once a day: "weekdays 09:00" for "hourly on weekdays". */
export function onceADay(words: string): string {
  const [, fields] = /^cron \S+ \S+ (.+)$/.exec(words) ?? [];
  if (fields) return `cron 0 9 ${fields}`;
  const [, days] = / on (.+)$/.exec(words) ?? [];
  if (days) return `${/^week(?:days|ends)$/.test(days) ? days : `every ${days}`} 09:00`;
  return / \d\d:\d\d$/.test(words) ? words.replace(/( \d\d:\d\d)+$/, (times) => times.slice(0, 6)) : "daily 09:00";
}
