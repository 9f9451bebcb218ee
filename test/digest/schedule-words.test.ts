import fc from "fast-check";
import { expect, test } from "vitest";
import { namedNiches } from "#content/niches.ts";
import { nextDues } from "#digest/schedule.ts";
import { readSchedule, type ScheduleWords } from "#digest/schedule-words.ts";
import { zoneNames } from "#digest/zones.ts";
import { openReal } from "../real.ts";

const read = (words: string) => readSchedule(words.split(" ").filter(Boolean));

/** What was accepted, which is read the same again. */
function accepted(found: ScheduleWords): { words: string; patterns: readonly string[]; used: number } {
  if ("wrong" in found) throw new Error(found.wrong);
  expect(read(found.words)).toEqual({ ...found, used: found.words.split(" ").length });
  return found;
}

test.each([
  ["weekdays 09:00", "weekdays 09:00", ["0 9 * * 1-5"]],
  ["every monday 9:00", "every monday 09:00", ["0 9 * * 1"]],
  ["Mon, Wed, Fri 8.30", "every monday and wednesday and friday 08:30", ["30 8 * * 1,3,5"]],
  ["sat-sun 10:00", "weekends 10:00", ["0 10 * * 0,6"]],
  ["daily 14:30 and 9:00", "daily 09:00 14:30", ["0 9 * * *", "30 14 * * *"]],
  ["every last friday at 4 pm", "every last friday of the month 16:00", ["0 16 * * 5#L"]],
  ["first and third monday 10:00", "every first and third monday of the month 10:00", ["0 10 * * 1#1,1#3"]],
  ["monthly 15 9:00", "monthly 15 09:00", ["0 9 15 * *"]],
  ["1st and 15th and last of the month 9:00", "monthly 1 and 15 and last 09:00", ["0 9 1,15,L * *"]],
  ["hourly", "hourly", ["0 * * * *"]],
  ["every 2 hours", "every 2 hours", ["0 */2 * * *"]],
  ["every 24 hours", "every 24 hours", ["0 0 * * *"]],
  ["hourly on weekdays", "hourly on weekdays", ["0 * * * 1-5"]],
  ["every 15 minutes mon and thu", "every 15 minutes on monday and thursday", ["*/15 * * * 1,4"]],
  ["0 9 * * 1-5", "cron 0 9 * * 1-5", ["0 9 * * 1-5"]],
  ["cron 0 9 * * mon", "cron 0 9 * * MON", ["0 9 * * MON"]],
  ["0 9 * * MON", "cron 0 9 * * MON", ["0 9 * * MON"]],
  ["30 8 1 jan,jul *", "cron 30 8 1 JAN,JUL *", ["30 8 1 JAN,JUL *"]],
  ["*/15 9-17 * * MON-FRI", "cron */15 9-17 * * MON-FRI", ["*/15 9-17 * * MON-FRI"]],
])("“%s” is read as “%s”", (typed, words, patterns) => {
  expect(accepted(read(typed))).toMatchObject({ words, patterns });
});

/** Schedules as people write them, by what they mean. */
const meant: Readonly<Record<string, readonly string[]>> = {
  "weekdays 09:00": [
    ...[
      "every weekday at 9am",
      "mon-fri 9",
      "mon to fri 9am",
      "monday through friday at 9",
      "from monday to friday 9:00",
    ],
    ...["business days 9:00", "every working day 9:00", "work days 9:00", "every week day 9:00", "9am weekdays"],
    ...[
      "every day mon-fri 9:00",
      "daily monday to friday 9am",
      "daily except weekends 9:00",
      "weekdays at 9 o'clock",
      "weekdays at 9 sharp",
    ],
    ...["weekdays 9:00 except sunday", "daily 9:00 but not on weekends", "weekdays 9h", "weekdays @ 9", "weekdays @9"],
  ],
  "every monday 09:00": [
    ...[
      "mondays at 9",
      "monday 9",
      "monday, 9:00.",
      "Every Monday, at 9.",
      "9:00 monday",
      "at 9 on mondays",
      "weekly 9:00",
    ],
    ...["weekly on monday 9:00", "once a week on monday 9:00", "every one week monday 9:00", "each monday 9 a.m."],
    ...["monday 9 in the morning", "every monday at 9:00 am"],
  ],
  "every tuesday 10:00": [
    "weekly, tuesdays at 10",
    "weekly tuesday 10am",
    "tuesday: 10:00",
    "tues 10.00",
    "tuesday's 10:00",
  ],
  "every monday 21:00": ["monday 9pm", "monday 9 p.m.", "monday 9 in the evening", "monday 21h", "monday 21h00"],
  "every monday 00:00": [
    "monday 12am",
    "every 12am monday",
    "monday midnight",
    "monday 12:00 midnight",
    "monday 0:00",
    "monday 12:00 am",
  ],
  "daily 12:00": ["daily at noon", "every day at noon", "daily 12 noon", "everyday 12pm", "midday daily"],
  "daily 09:00": [
    ...["daily 9", "every 1 day 9:00", "once a day at 9", "each day at 9", "every single day 9:00", "09:00 daily"],
    ...["every day of the week 9:00", "weekdays and weekends 9:00"],
  ],
  "daily 09:00 17:00": [
    "daily 9 and 17",
    "daily at 9am and 5pm",
    "daily 9:00, 17:00",
    "daily 17:00 9:00 17:00",
    "daily 9am+5pm",
    "daily 9:00,17:00",
  ],
  "daily 09:00 12:00": ["daily 9am and noon", "daily 9 and noon"],
  "weekends 10:00": ["weekend at 10", "saturdays and sundays 10:00", "sat/sun 10", "sat & sun 10", "10:00 sat,sun"],
  "every monday and wednesday and friday 09:00": ["mon wed fri 9", "mon/wed/fri 9:00", "mon+wed+fri 9:00"],
  "every monday and tuesday and wednesday and thursday 09:00": ["weekdays except friday 9:00", "mon-thu 9:00"],
  "every monday and friday and saturday and sunday 10:00": ["fri-mon 10:00"],
  "every monday and thursday 09:00": ["monday at 9 and thursday at 9", "every mon and every thurs 9:00"],
  "every monday and thursday 09:00 16:00": ["monday and thursday 9am and 4pm"],
  "monthly 1 09:00": [
    ...[
      "first of the month 9am",
      "monthly 9:00",
      "monthly at 9",
      "every month 9:00",
      "once a month 9:00",
      "every 1st 9:00",
    ],
    ...[
      "every 1st of the month 9:00",
      "monthly on the first at 9",
      "every month on the 1st 9:00",
      "day 1 of the month 9:00",
    ],
    ...["first day of each month 9:00", "1st 9"],
  ],
  "monthly 15 09:00": [
    ...["monthly on the 15th at 9am", "monthly 15 at 9", "monthly on day 15 9:00", "every 15 of the month 9:00"],
    ...["the 15th of each month 9:00", "15th of every month at 9"],
  ],
  "monthly 1 and 15 09:00": [
    ...["monthly 1 and 15 9:00", "monthly 1,15 9:00", "monthly 1, 15 9:00", "every 1st and 15th 9:00"],
    ...["on the 1st and the 15th at 9", "days 1 and 15 of the month 9:00"],
  ],
  "monthly last 17:00": ["last day of the month 5pm", "monthly on the last day 17:00", "end of the month 17:00"],
  "monthly 1 08:00": ["start of the month 8am", "beginning of each month 8:00"],
  "every 15 minutes": ["every quarter of an hour", "every 15m"],
  "every first monday of the month 09:00": [
    ...["first monday of the month 9:00", "1st monday of every month 9am", "monthly first monday 9:00"],
    ...["every first monday 9:00", "on the first monday of each month at 9"],
  ],
  "every third thursday of the month 14:00": ["third thursday 2pm", "every 3rd thursday of the month 14:00"],
  "every second and fourth wednesday of the month 09:00": ["2nd and 4th wednesday 9:00"],
  "every first monday and first thursday of the month 10:00": ["first monday and first thursday 10:00"],
  hourly: ["every hour", "every hour on the hour", "every 60 minutes", "every 1 hours", "hourly every day"],
  "hourly on weekdays": ["every hour on weekdays", "hourly mon-fri", "hourly except weekends"],
  "every 2 hours": ["every two hours", "every 2h", "every 120 minutes"],
  "every 2 hours on weekdays": ["every 2 hours weekdays", "weekdays every 2 hours"],
  "every 30 minutes": ["every half hour", "every 30 min", "every 30min"],
};

test.each(Object.entries(meant).flatMap(([words, all]) => all.map((typed) => [typed, words] as const)))(
  "“%s” means “%s”",
  (typed, words) => {
    expect(accepted(read(typed))).toMatchObject({ words, used: typed.split(" ").length });
  },
);

/** What no schedule can carry: a piece of the sentence that says so, and the schedule near to it. */
test.each([
  ["every 2 weeks on monday 9:00", "cannot keep “every 2 weeks”", "every monday 09:00"],
  ["every two weeks 9:00", "cannot keep “every two weeks”", "every monday 09:00"],
  ["every other monday 10:00", "“every other monday”", "every monday 10:00"],
  ["every second week 9:00", "“every second week”", "every monday 09:00"],
  ["every other day 9am", "“every other day”", "daily 09:00"],
  ["biweekly on fridays 9:00", "“biweekly”", "every friday 09:00"],
  ["fortnightly monday 9:00", "“fortnightly”", "every monday 09:00"],
  ["every 3 days 09:00", "cannot keep “every 3 days”", "daily 09:00"],
  ["every 2 months 9:00", "“every 2 months”", "monthly 1 09:00"],
  ["every few days", "“every few days”", "daily 09:00"],
  ["every 2 mondays 9:00", "“every 2 mondays”", "every monday 09:00"],
  ["every second monday 9:00", "in two ways", "every second monday of the month 09:00"],
  ["every 3rd thursday 2pm", "in two ways", "every third thursday of the month 14:00"],
  ["every 2nd day 9:00", "“every 2nd day”", "daily 09:00"],
  ["every first monday and thursday 10:00", "go together", "every first monday and first thursday of the month 10:00"],
  ["monthly monday 9:00", "“monthly” and “monday”", "every first monday of the month 09:00"],
  ["monday the 1st 9:00", "go together", "monthly 1 09:00"],
  ["daily monday 9:00", "“daily” and “monday”", "every monday 09:00"],
  ["weekly monthly 9:00", "“weekly” and “monthly”", "every monday 09:00"],
  ["fifth friday 9:00", "few months", "every last friday of the month 09:00"],
  ["monthly 32 9:00", "“32” is no day of a month", "monthly 1 09:00"],
  ["every monday 9:00 and friday 10:00", "“every monday 09:00”, “every friday 10:00”", "every monday 09:00"],
  ["weekdays 9:00 weekends 10:00", "“weekdays 09:00”, “weekends 10:00”", "weekdays 09:00"],
  ["monday at 9 and thursday", "all of the days first", "every monday and thursday 09:00"],
  ["twice a week", "“twice a week” leaves open", "every monday and thursday 09:00"],
  ["3x a week", "leaves open", "every monday and thursday 09:00"],
  ["twice a day", "leaves open", "daily 09:00 17:00"],
  ["twice a month 9:00", "leaves open", "monthly 1 and 15 09:00"],
  ["first week of the month 9:00", "“first week” leaves open", "monthly 1 09:00"],
  ["last 3 days of the month 9:00", "leaves open", "monthly 1 09:00"],
  ["last business day of the month 9:00", "LW", "cron 0 9 LW * *"],
  ["first working day 8:00", "1W", "cron 0 8 1W * *"],
  ["quarterly", "cannot name months", "cron 0 9 1 1,4,7,10 *"],
  ["quarterly on the 15th 9:30", "cannot name months", "cron 30 9 15 1,4,7,10 *"],
  ["yearly 9:00", "cannot name months", "cron 0 9 1 1 *"],
  ["23 november 9:00", "“23 november”", "cron 0 9 23 11 *"],
  ["every monday in december 9:00", "“december”", "cron 0 9 * 12 1"],
  ["tomorrow 9", "again and again", "weekdays 09:00"],
  ["next monday 9:00", "“next monday”", "every monday 09:00"],
  ["in 2 hours", "digest now", "weekdays 09:00"],
  ["2026-11-23 9:00", "again and again", "weekdays 09:00"],
  ["daily 9-17", "“9-17” is a stretch", "daily 09:00 17:00"],
  ["weekdays between 9am and 5pm", "is a stretch", "weekdays 09:00 17:00"],
  ["hourly 9-17 weekdays", "cron 0 9-17", "hourly on weekdays"],
  ["hourly during business hours", "is a stretch", "hourly"],
  ["every 2 hours at 9:00", "“every 2 hours” and “at 9:00”", "every 2 hours"],
  ["hourly on the 1st", "go together", "hourly"],
  ["weekdays 9:00 starting monday", "“starting monday”", "weekdays 09:00"],
  ["weekdays 9:00 until june", "“until june”", "weekdays 09:00"],
  ["weekdays around 9", "“around 9”", "weekdays 09:00"],
  ["daily 9:00 except holidays", "no holidays", "daily 09:00"],
  ["monday or tuesday 9:00", "“or” leaves open", "every monday and tuesday 09:00"],
  ["every morning at 8", "“every morning” is no time", "daily 08:00"],
  ["every evening at 8", "say 20:00 or 8pm", "daily 20:00"],
  ["friday afternoons at 3", "“afternoons at 3” is no time", "every friday 15:00"],
  ["weekdays 9 to 5", "is a stretch", "weekdays 09:00 17:00"],
  ["monday mornings", "“mornings” is no time", "every monday 09:00"],
  ["daily at 9 and 5 pm", "am or pm", "daily 09:00 17:00"],
  ["daily 9 30", "in two ways", "daily 09:00"],
  ["monthly 1 15 9:00", "in two ways", "monthly 1 09:00"],
  ["monday 15 9:00", "in two ways", "every monday 15:00"],
  ["9 monday", "the hour", "every monday 09:00"],
  ["daily 0930", "no time of day", "daily 09:30"],
  ["weekdays 25:00", "“25:00” is no time", "weekdays 09:00"],
  ["weekdays 9:75", "“9:75” is no time", "weekdays 09:00"],
  ["monday 13pm", "“13pm” is no time", "every monday 09:00"],
  ["weekdays 09:00+02:00", "no time of day", "weekdays 09:00"],
  ["every 7 minutes", "come out even", "every 6 minutes"],
  ["every 0 minutes", "come out even", "every 5 minutes"],
  ["every blursday 9:00", "“blursday” is no day", "every thursday 09:00"],
  ["mondy 9:00", "“mondy” is no day", "every monday 09:00"],
  ["weekdays at nine", "“nine” is no day or time", "weekdays 09:00"],
  ["weekdays", "missing the time", "weekdays 09:00"],
  ["monthly 9", "missing the time", "monthly 9 09:00"],
  ["10:30", "missing the days", "weekdays 10:30"],
  ["", "missing", "weekdays 09:00"],
  ["cron 0 9", "five fields", "cron 0 9 * * 1-5"],
  ["cron", "five fields", "cron 0 9 * * 1-5"],
  ["cron 61 9 * * *", "no cron pattern", "cron 0 9 * * 1-5"],
  ["cron each 10 9:00", "no cron pattern", "cron 0 9 * * 1-5"],
  ["0 9 * * monday", "no cron pattern", "cron 0 9 * * MON"],
  ["cron 0 0 9 * * 1", "six cron fields", "cron 0 9 * * 1"],
  ["0 0 9 * * MON", "no seconds", "cron 0 9 * * MON"],
])("“%s” is refused, as it says why (%s), and “%s” works", (typed, says, nearest) => {
  const found = read(typed);
  if (!("wrong" in found)) throw new Error(`read as ${found.words}`);
  expect(found.wrong.toLowerCase()).toContain(says.toLowerCase());
  expect(found.nearest).toBe(nearest);
  accepted(read(found.nearest));
});

test("what was understood of a schedule that is refused is told", () => {
  expect(read("every 2 weeks on monday 9:00")).toMatchObject({ meant: true, understood: "monday, 9:00" });
  expect(read("monthly 1,15 9")).toMatchObject({
    wrong: "“1, 15 9” can be read in two ways: write times as 09:00.",
    understood: "monthly 1, 15 9",
  });
  expect(read("hugging-face")).not.toHaveProperty("understood");
  expect(read(Array(120).fill("monday and tuesday").join(" "))).toMatchObject({
    wrong: expect.stringContaining("fewer than 100 words"),
  });
});

test.each(["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"])(
  "a word that every object knows (%s) is no day",
  (word) => {
    for (const typed of [`every ${word} monday 9:00`, `every monday and ${word} 9:00`])
      expect(read(typed)).toMatchObject({ wrong: expect.stringContaining("is no day or time I know") });
  },
);

test("words behind a schedule are left for zone and filters", () => {
  expect(read("weekdays 09:00 Europe/Paris ai")).toMatchObject({ used: 2 });
  expect(read("every monday and thursday at 9am case")).toMatchObject({ used: 6 });
  expect(read("weekdays 9:00, Paris")).toMatchObject({ used: 2 });
  expect(read("weekdays 9:00 on ai")).toMatchObject({ used: 2 });
  expect(readSchedule(["daily", "9:00", "case every monday"])).toMatchObject({ used: 2 });
  expect(read("10x")).toMatchObject({ meant: false });
});

test("no name of a filter or of a zone is taken for a part of a schedule", async () => {
  const { library } = await openReal();
  const ofEntries = library().entries.flatMap(({ id, title, aliases, themes }) => [id, title, ...aliases, ...themes]);
  const topics = library()
    .ofKind("statistics")
    .flatMap(({ sections }) => sections.flatMap(({ id, title }) => [id, title]));
  const cities = zoneNames.map((zone) => (zone.split("/").at(-1) ?? "").replaceAll("_", " "));
  for (const name of [...namedNiches.flatMap(({ names }) => names), ...ofEntries, ...topics, ...zoneNames, ...cities]) {
    const words = name.split(/\s+/);
    expect(readSchedule(words), name).toMatchObject({ meant: false });
    expect(readSchedule(["weekdays", "9:00", ...words]), name).toMatchObject({ used: 2 });
    expect(readSchedule(["every", "2", "hours", ...words]), name).toMatchObject({ used: 3 });
  }
});

const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const ordinals = ["first", "second", "third", "fourth", "last", "1st", "2nd", "15th", "31st"];
const numbers = ["3", "7", "9", "15", "9:00", "10:30", "23.45", "9am", "8 pm", "noon"];
const frames = ["day", "daily", "week", "weekly", "month", "monthly", "of the month", "weekdays", "weekends", "hourly"];
const joints = [
  "every",
  "each",
  "on",
  "at",
  "and",
  "the",
  ",",
  "except",
  "every 2 hours",
  "every 3 days",
  "or",
  "once a",
];
const anyWord = fc.oneof(...[days, ordinals, numbers, frames, joints].map((some) => fc.constantFrom(...some)));
const anyWords = fc.array(anyWord, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));

test("whatever is accepted, said back as words and read again means the same, and else the example works", () => {
  fc.assert(
    fc.property(anyWords, (typed) => {
      const found = read(typed);
      accepted("words" in found ? found : read(found.nearest));
    }),
    { numRuns: 3000 },
  );
});

/** Numbers of a schedule however they are spelt, times apart. */
function numbersIn(words: string): Set<string> {
  const spelled = ["zeroth", "first", "second", "third", "fourth"];
  const digits = words.replace(/[a-z]+/g, (word) => (spelled.includes(word) ? `${spelled.indexOf(word)}` : word));
  return new Set(
    (digits.match(/\d+(?::\d+)?/g) ?? []).map((number) => number.replace(/^0+(?=\d)/, "").replace(":00", "")),
  );
}

test("no number and no day that was typed is lost, and none is made up", () => {
  const some = fc.array(
    fc.oneof(
      ...[days, ordinals, joints.slice(0, 7), ["3", "7", "9", "15", "9:00", "10:30"], frames.slice(1, 7)].map((words) =>
        fc.constantFrom(...words),
      ),
    ),
    { minLength: 2, maxLength: 6 },
  );
  fc.assert(
    fc.property(some, (words) => {
      const typed = words.join(" ");
      const found = read(typed);
      if (!("words" in found) || found.used < typed.split(" ").length) return;
      const [before, after] = [numbersIn(typed), numbersIn(found.words)];
      // What no day of a month was named for comes on its first.
      if (/month/.test(typed) && /^monthly 1 /.test(found.words)) before.add("1");
      expect([...after].sort(), `${typed} → ${found.words}`).toEqual([...before].sort());
      const named = (text: string) => days.filter((day) => text.includes(day));
      // Without a day, a week begins on Monday.
      if (named(typed).length > 0 && named(found.words).length > 0)
        expect(named(found.words), `${typed} → ${found.words}`).toEqual(named(typed));
    }),
    { numRuns: 5000 },
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

const day = 86_400_000;
const start = Date.UTC(2026, 0, 1);
const twoYears = Array.from({ length: 730 }, (_, i) => new Date(start + i * day));
const lastOf = (date: Date) => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** Whether a day is the first, second … or last of its weekday. */
function isNth(date: Date, which: string, weekday: string): boolean {
  if (days[(date.getUTCDay() + 6) % 7] !== weekday) return false;
  const number = date.getUTCDate();
  return which === "last" ? number > lastOf(date) - 7 : Math.ceil(number / 7) === ordinals.indexOf(which) + 1;
}

/** Days on which a schedule comes due in two years. */
function daysDue(typed: string): number[] {
  const { words, patterns } = accepted(read(typed));
  return nextDues({ words, patterns, zone: "UTC" }, start - 1, 2000).filter((due) => due < start + 730 * day);
}

test("days of the month come due on these days, as counted by hand", () => {
  const dates = fc.subarray(["1", "2", "15", "28", "30", "last"], { minLength: 1 });
  fc.assert(
    fc.property(dates, (some) => {
      const wanted = twoYears.filter(
        (date) =>
          some.includes(`${date.getUTCDate()}`) || (some.includes("last") && date.getUTCDate() === lastOf(date)),
      );
      expect(daysDue(`monthly ${some.join(" and ")} 0:00`)).toEqual(wanted.map((date) => date.getTime()));
    }),
    { numRuns: 20 },
  );
});

test("weekdays of the month come due on these days, as counted by hand", () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.constantFrom(...ordinals.slice(0, 5)), fc.constantFrom(...days)), {
    minLength: 1,
    maxLength: 3,
    selector: String,
  });
  fc.assert(
    fc.property(pairs, (some) => {
      const wanted = twoYears.filter((date) => some.some(([which, weekday]) => isNth(date, which, weekday)));
      const typed = some.map((pair) => pair.join(" ")).join(" and ");
      expect(daysDue(`${typed} 0:00`)).toEqual(wanted.map((date) => date.getTime()));
    }),
    { numRuns: 20 },
  );
});
