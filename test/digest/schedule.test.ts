import fc from "fast-check";
import { expect, test } from "vitest";
import { leavesRoom, nextDue, nextDues, previousDue, type Schedule } from "#digest/schedule.ts";
import { readSchedule } from "#digest/schedule-words.ts";
import { findZone, nearestZones } from "#digest/zones.ts";
import { clockChanges, slowDuesOf, walk } from "./slow-schedule.ts";

const utc = (text: string) => Date.parse(`${text}Z`);
const iso = (moments: readonly number[]) => moments.map((moment) => new Date(moment).toISOString().slice(0, 16));
const read = (words: string) => readSchedule(words.split(" ").filter(Boolean));
const schedule = (words: string, zone: string): Schedule => {
  const found = read(words);
  if ("wrong" in found) throw new Error(found.wrong);
  return { words: found.words, patterns: found.patterns, zone };
};

test.each([
  ["weekdays 09:00", "weekdays 09:00", ["0 9 * * 1-5"]],
  ["every weekday at 9am", "weekdays 09:00", ["0 9 * * 1-5"]],
  ["every monday 9:00", "every monday 09:00", ["0 9 * * 1"]],
  ["Mon, Wed, Fri 8.30", "every monday and wednesday and friday 08:30", ["30 8 * * 1,3,5"]],
  ["mon-fri 9", "weekdays 09:00", ["0 9 * * 1-5"]],
  ["sat-sun 10:00", "weekends 10:00", ["0 10 * * 0,6"]],
  ["daily 14:30 and 9:00", "daily 09:00 14:30", ["0 9 * * *", "30 14 * * *"]],
  ["every day at noon", "daily 12:00", ["0 12 * * *"]],
  ["fridays 17h30", "every friday 17:30", ["30 17 * * 5"]],
  ["every last friday at 4 pm", "every last friday 16:00", ["0 16 * * 5#L"]],
  ["monthly 15 9:00", "monthly 15 09:00", ["0 9 15 * *"]],
  ["every 1st of the month 9:00", "monthly 1 09:00", ["0 9 1 * *"]],
  ["monthly last 9:00", "monthly last 09:00", ["0 9 L * *"]],
  ["every 12am monday", "every monday 00:00", ["0 0 * * 1"]],
  ["hourly", "hourly", ["0 * * * *"]],
  ["every 2 hours", "every 2 hours", ["0 */2 * * *"]],
  ["0 9 * * 1-5", "cron 0 9 * * 1-5", ["0 9 * * 1-5"]],
  ["cron 0 9 * * mon", "cron 0 9 * * MON", ["0 9 * * MON"]],
])("“%s” is read as “%s”", (typed, words, patterns) => {
  expect(read(typed)).toMatchObject({ words, patterns });
});

test.each([
  ["every blursday 9:00", /blursday.* no day/, /^every \w+day 09:00$/],
  ["weekdays 25:00", /25:00.* no time/, /^weekdays 09:00$/],
  ["weekdays 9:75", /9:75.* no time/, /^weekdays 09:00$/],
  ["mondy 9:00", /mondy/, /^every monday 09:00$/],
  ["weekdays", /missing the time/, /^weekdays 09:00$/],
  ["9:00", /missing the days/, /^weekdays 09:00$/],
  ["cron 0 9", /five fields/, /^cron /],
  ["cron 61 9 * * *", /no cron pattern/, /^cron /],
  ["", /missing/, /^weekdays/],
])("“%s” is refused, and the nearest that works is named", (typed, says, nearest) => {
  const found = read(typed);
  if (!("wrong" in found)) throw new Error(`read as ${found.words}`);
  expect(found.wrong).toMatch(says);
  expect(found.nearest).toMatch(nearest);
  expect(read(found.nearest)).toHaveProperty("words");
});

test("words behind a schedule are left for zone and filters", () => {
  expect(read("weekdays 09:00 Europe/Paris ai")).toMatchObject({ used: 2 });
  expect(read("every monday and thursday at 9am case")).toMatchObject({ used: 6 });
});

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

test("the words a schedule is kept under are read as the same schedule", () => {
  fc.assert(
    fc.property(wholeDay, (typed) => {
      const first = read(typed);
      if (!("words" in first)) throw new Error(first.wrong);
      expect(read(first.words)).toMatchObject({ words: first.words, patterns: first.patterns });
    }),
  );
});

test("anything people type is read or refused, never thrown at", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom(...days, "every", "9:00", "cron", "*", "*/5", "last"))),
      (words) => {
        const found = readSchedule(words);
        expect("words" in found || found.nearest !== "").toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

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

test("zones are found by name in any case and by city, and the nearest of a wrong name", () => {
  expect(findZone("europe/paris")).toBe("Europe/Paris");
  expect(findZone("New York")).toBe("America/New_York");
  expect(findZone("utc")).toBe("UTC");
  expect(findZone("EST")).toBeUndefined();
  expect(findZone("ai")).toBeUndefined();
  expect(findZone("+02:00")).toBeUndefined();
  expect(nearestZones("Europe/Pris")[0]).toBe("Europe/Paris");
});
