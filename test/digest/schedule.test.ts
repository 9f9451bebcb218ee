import fc from "fast-check";
import { expect, test } from "vitest";
import { leavesRoom, nextDue, nextDues, previousDue, type Schedule } from "#digest/schedule.ts";
import { readSchedule } from "#digest/schedule-words.ts";
import { clockChanges, slowDuesOf, walk } from "./slow-schedule.ts";

const utc = (text: string) => Date.parse(`${text}Z`);
const iso = (moments: readonly number[]) => moments.map((moment) => new Date(moment).toISOString().slice(0, 16));
const read = (words: string) => readSchedule(words.split(" "));
const schedule = (words: string, zone: string): Schedule => {
  const found = read(words);
  if ("wrong" in found) throw new Error(found.wrong);
  return { words: found.words, patterns: found.patterns, zone };
};

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const clockTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${hour}:${String(minute).padStart(2, "0")}`);
const rhythm = fc.oneof(
  fc.constantFrom("daily", "weekdays", "weekends", "monthly 1", "monthly 28"),
  fc.subarray(days, { minLength: 1 }).map((some) => `every ${some.join(" and ")}`),
);
const wholeDay = fc
  .tuple(rhythm, fc.array(clockTime, { minLength: 1, maxLength: 3 }))
  .map(([which, times]) => `${which} ${times.join(" ")}`);

test("a time that daylight saving skips or repeats comes due once a day", () => {
  const daily = schedule("daily 2:30", "Europe/Paris");
  expect(iso(nextDues(daily, utc("2026-03-28T00:00"), 3))).toEqual([
    "2026-03-28T01:30",
    "2026-03-29T01:00",
    "2026-03-30T00:30",
  ]);
  expect(iso(nextDues(daily, utc("2026-10-24T00:00"), 3))).toEqual([
    "2026-10-24T00:30",
    "2026-10-25T00:30",
    "2026-10-26T01:30",
  ]);
  expect(iso(nextDues(schedule("daily 2:30", "Asia/Tokyo"), utc("2026-03-28T00:00"), 2))).toEqual([
    "2026-03-28T17:30",
    "2026-03-29T17:30",
  ]);
});

const zones = Intl.supportedValuesOf("timeZone");
const start = Date.UTC(2021, 0, 1);
const tenYears = 3653;

test("due times are those of a model that walks through every minute, in any zone and any week of ten years", () => {
  fc.assert(
    fc.property(wholeDay, fc.constantFrom(...zones), fc.integer({ min: 0, max: tenYears - 4 }), (typed, zone, day) => {
      const words = read(typed);
      if (!("words" in words)) throw new Error(words.wrong);
      const from = start + day * 86_400_000;
      const to = from + 3 * 86_400_000;
      const fast = dues({ ...words, zone }, from, to);
      // The walk begins a day early, so that it knows whether a day's time had come before.
      const slow = slowDuesOf(words.patterns, walk(zone, from - 86_400_000, to)).filter((due) => due > from);
      expect(iso(fast), `${typed} ${zone}`).toEqual(iso(slow));
    }),
    { numRuns: 30 },
  );
});

function dues(wanted: Schedule, from: number, to: number): number[] {
  const found: number[] = [];
  for (let due = nextDue(wanted, from); due !== undefined && due <= to; due = nextDue(wanted, due)) found.push(due);
  return found;
}

/** Settings of clocks that one run tries, of those that there are; `SCHEDULE_SETTINGS=all` tries them all. */
const tried = process.env.SCHEDULE_SETTINGS === "all" ? Number.POSITIVE_INFINITY : 100;

test("when any zone's clock is set within ten years, due times are those of the slow model too", () => {
  // The schedule knows zones by what Intl says of them: those that are set alike are walked once.
  const alike = new Map<string, { zone: string; at: number }>();
  for (const zone of zones) {
    for (const { at, offsets } of clockChanges(zone, start, start + tenYears * 86_400_000))
      alike.set(`${at} ${offsets}`, { zone, at });
  }
  expect(alike.size).toBeGreaterThan(300);
  const some = Math.min(tried, alike.size);
  const [picked = []] = fc.sample(fc.shuffledSubarray([...alike.values()], { minLength: some, maxLength: some }), 1);
  const times = fc.sample(clockTime, 2 * some);
  const early = fc.sample(fc.integer({ min: 0, max: 4 }), some);
  for (const [i, { zone, at }] of picked.entries()) {
    // One time in the first hours of the day, when clocks are set, and one at any time.
    const [any = "", other = ""] = times.slice(2 * i, 2 * i + 2);
    const words = read(`daily ${any} ${early[i]}:${other.split(":")[1]}`);
    if (!("words" in words)) throw new Error(words.wrong);
    const [from, to] = [at - 30 * 3_600_000, at + 30 * 3_600_000];
    const slow = slowDuesOf(words.patterns, walk(zone, from - 86_400_000, to)).filter((due) => due > from);
    expect(iso(dues({ ...words, zone }, from, to)), `${words.words} ${zone}`).toEqual(iso(slow));
  }
});

test("the last due time before a moment is found, also for rare schedules", () => {
  const now = utc("2026-11-23T08:00");
  expect(iso([previousDue(schedule("weekdays 9:00", "Europe/Paris"), now) ?? 0])).toEqual(["2026-11-20T08:00"]);
  expect(iso([previousDue(schedule("cron 0 9 29 2 *", "UTC"), utc("2024-12-01T00:00")) ?? 0])).toEqual([
    "2024-02-29T09:00",
  ]);
  expect(previousDue(schedule("cron 0 9 30 2 *", "UTC"), now)).toBeUndefined();
});

test("a schedule that never comes round and one that comes too often are told apart from good ones", () => {
  const now = utc("2026-11-23T08:00");
  expect(nextDue(schedule("cron 0 0 30 2 *", "UTC"), now)).toBeUndefined();
  expect(leavesRoom(schedule("cron */4 * * * *", "UTC"), now)).toBe(false);
  expect(leavesRoom(schedule("daily 9:00 9:03", "UTC"), now)).toBe(false);
  expect(leavesRoom(schedule("every 5 minutes", "UTC"), now)).toBe(true);
});
