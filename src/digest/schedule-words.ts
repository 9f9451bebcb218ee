import { editDistance } from "#core/nearest.ts";
import { cron } from "./schedule.ts";

/** What was read of a schedule's words; `used` counts the words it took. */
export type ScheduleWords =
  | { readonly words: string; readonly patterns: readonly string[]; readonly used: number }
  | { readonly wrong: string; readonly nearest: string };

const dayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const shortDays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
const counts: Record<string, string> = { first: "1", second: "2", third: "3", fourth: "4", last: "L" };
const filler = /^(?:every|each|on|at|and|the|of|a|&|@)$/;
const example = "weekdays 09:00";

/**
 * Reads a schedule from the front of some words: "weekdays 09:00", "every monday and thursday at 9am", "monthly 1
 * 9:00", "every first monday 10:00", "hourly", "every 2 hours", or five cron fields, with or without "cron" in front.
 */
export function readSchedule(given: readonly string[]): ScheduleWords {
  const words = given.map((word) => word.toLowerCase());
  const bare = words[0] === "cron" ? words.slice(1) : words;
  if (words[0] === "cron" || isCron(bare)) return readCron(bare, words.length - bare.length);
  return readWords(words);
}

const cronField = /^(?:[\d*/,?#+LW-]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|sun|mon|tue|wed|thu|fri|sat)+$/i;

function isCron(words: readonly string[]): boolean {
  return words.length >= 5 && words.slice(0, 5).every((word) => cronField.test(word) && !/\d:|^\D{3,}$/.test(word));
}

function readCron(words: readonly string[], before: number): ScheduleWords {
  const pattern = words.slice(0, 5).join(" ").toUpperCase();
  try {
    cron(pattern, "UTC");
    return { words: `cron ${pattern}`, patterns: [pattern], used: before + 5 };
  } catch {
    return {
      wrong: `“${pattern}” is no cron pattern: it takes five fields (minute, hour, day, month, weekday).`,
      nearest: "cron 0 9 * * 1-5",
    };
  }
}

type Read = { days: Set<number>; monthDay?: string; count?: string; every?: string; times: string[]; daily: boolean };

function readWords(words: readonly string[]): ScheduleWords {
  const read: Read = { days: new Set(), times: [], daily: false };
  let used = 0;
  for (let i = 0; i < words.length; i++) {
    const word = (words[i] ?? "").replace(/,$/, "");
    if (filler.test(word)) continue;
    const taken = takeRate(words, i, read) || takeTime(word, words[i + 1] ?? "", read) || takeDays(word, read);
    if (taken === 0) {
      if (/^\d{1,2}[:.h]\d{2}|^\d{1,2}(am|pm)$/.test(word)) return notATime(word, read);
      if (used === 0 || filler.test(words[i - 1] ?? "")) return notASchedule(word, read);
      break;
    }
    i += taken - 1;
    used = i + 1;
  }
  return finish(read, used);
}

/** "hourly", "every 2 hours", "every 30 minutes", "monthly 15", "every 1st". */
function takeRate(words: readonly string[], i: number, read: Read): number {
  const word = words[i] ?? "";
  if (word === "hourly" || (word === "hour" && words[i - 1] === "every")) return set(read, "0 * * * *", 1);
  if (word === "minute" && words[i - 1] === "every") return set(read, "* * * * *", 1);
  const rate = words[i - 1] === "every" && /^\d{1,3}$/.test(word) ? Number(word) : 0;
  const unit = words[i + 1] ?? "";
  if (rate > 0 && /^hours?$/.test(unit)) return set(read, `0 */${rate} * * *`, 2);
  if (rate > 0 && /^min(?:ute)?s?$/.test(unit)) return set(read, `*/${rate} * * * *`, 2);
  const ordinal = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word)?.[1];
  if (ordinal) return takeMonthDay(ordinal, read);
  if (word === "monthly") {
    const day = (words[i + 1] ?? "").replace(/^(\d{1,2})(?:st|nd|rd|th)$/, "$1");
    if (day === "last") return takeMonthDay("L", read) && 2;
    return takeMonthDay(/^\d{1,2}$/.test(day) ? day : "1", read) && (/^\d{1,2}$/.test(day) ? 2 : 1);
  }
  if (counts[word] && dayOf(words[i + 1] ?? "") !== undefined) {
    read.count = counts[word];
    return 1;
  }
  return /^months?$/.test(word) && (read.count || read.monthDay) ? 1 : 0;
}

function set(read: Read, pattern: string, taken: number): number {
  read.every = pattern;
  return taken;
}

function takeMonthDay(day: string, read: Read): number {
  if (day !== "L" && (Number(day) < 1 || Number(day) > 31)) return 0;
  read.monthDay = day;
  return 1;
}

/** "9", "9am", "9:00", "09.30", "9h30", "9 am", "noon". */
function takeTime(word: string, next: string, read: Read): number {
  if (word === "noon" || word === "midday") return addTime(12, 0, read, 1);
  if (word === "midnight") return addTime(0, 0, read, 1);
  const [, hour, minute, half] = /^(\d{1,2})(?:[:.h](\d{2}))?(am|pm)?$/.exec(word) ?? [];
  if (!hour) return 0;
  const later = half ?? (/^[ap]m$/.test(next) ? next : undefined);
  const clock = later ? (Number(hour) % 12) + (later === "pm" ? 12 : 0) : Number(hour);
  if (later && (Number(hour) < 1 || Number(hour) > 12)) return 0;
  return addTime(clock, Number(minute ?? 0), read, later && !half ? 2 : 1);
}

function addTime(hour: number, minute: number, read: Read, taken: number): number {
  if (hour > 23 || minute > 59) return 0;
  read.times.push(`${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);
  return taken;
}

function takeDays(word: string, read: Read): number {
  if (/^(?:daily|days?|everyday)$/.test(word)) read.daily = true;
  else if (/^(?:weekdays?|workdays?|working-days?)$/.test(word)) for (let day = 1; day <= 5; day++) read.days.add(day);
  else if (/^weekends?$/.test(word)) for (const day of [0, 6]) read.days.add(day);
  else if (/^(?:weekly|weeks?)$/.test(word)) read.days.add(1);
  else return takeDayNames(word, read);
  return 1;
}

function takeDayNames(word: string, read: Read): number {
  const range = /^([a-z]+)-([a-z]+)$/.exec(word);
  const [from, to] = [dayOf(range?.[1] ?? ""), dayOf(range?.[2] ?? "")];
  if (from !== undefined && to !== undefined) {
    for (let day = from; ; day = (day + 1) % 7) {
      read.days.add(day);
      if (day === to) return 1;
    }
  }
  const days = word.split(/[,/&+]/).map(dayOf);
  if (days.length === 0 || days.some((day) => day === undefined)) return 0;
  for (const day of days) if (day !== undefined) read.days.add(day);
  return 1;
}

function dayOf(word: string): number | undefined {
  const name = word.replace(/s$/, "");
  const found = dayNames.findIndex(
    (day, i) => name === day || word === shortDays[i] || (name.length > 3 && day.startsWith(name)),
  );
  return found < 0 ? undefined : found;
}

function finish(read: Read, used: number): ScheduleWords {
  if (read.every) {
    const [, step, minutes] = /^(?:0 \*(?:\/(\d+))?|\*\/(\d+)) /.exec(read.every) ?? [];
    if (minutes && 60 % Number(minutes) > 0) return uneven(Number(minutes), "minutes", evenMinutes);
    if (step && 24 % Number(step) > 0) return uneven(Number(step), "hours", evenHours);
    const rare = step ? `every ${step} hours` : read.every === "* * * * *" ? "every minute" : "hourly";
    return { words: minutes ? `every ${minutes} minutes` : rare, patterns: [read.every], used };
  }
  const rhythm = rhythmOf(read);
  if (!rhythm) return { wrong: "It is missing the days: say daily, weekdays, or a day.", nearest: example };
  if (read.times.length === 0) return { wrong: "It is missing the time of day.", nearest: `${rhythm.words} 09:00` };
  const times = [...new Set(read.times)].sort();
  return {
    words: `${rhythm.words} ${times.join(" ")}`,
    patterns: times.map((time) => `${Number(time.slice(3))} ${Number(time.slice(0, 2))} ${rhythm.fields}`),
    used,
  };
}

/** Steps that come out even in an hour, and in a day. */
const evenMinutes = [5, 6, 10, 12, 15, 20, 30];
const evenHours = [1, 2, 3, 4, 6, 8, 12];

function uneven(step: number, unit: "minutes" | "hours", even: readonly number[]): ScheduleWords {
  const nearest = even.toSorted((a, b) => Math.abs(a - step) - Math.abs(b - step))[0] ?? step;
  return {
    wrong: `“every ${step} ${unit}” does not come out even in ${unit === "minutes" ? "an hour" : "a day"}.`,
    nearest: `every ${nearest} ${unit}`,
  };
}

/** The days in the one way they are always written, with cron's day, month and weekday. */
function rhythmOf({ days, monthDay, count, daily }: Read): { words: string; fields: string } | undefined {
  const sorted = [...days].sort((a, b) => ((a + 6) % 7) - ((b + 6) % 7));
  const [only] = sorted;
  if (count && sorted.length === 1 && only !== undefined) {
    const name = Object.keys(counts).find((key) => counts[key] === count) ?? "";
    return { words: `every ${name} ${dayNames[only]}`, fields: `* * ${only}#${count}` };
  }
  if (monthDay) return { words: `monthly ${monthDay === "L" ? "last" : monthDay}`, fields: `${monthDay} * *` };
  if (sorted.length === 7 || (daily && sorted.length === 0)) return { words: "daily", fields: "* * *" };
  if (only === undefined) return undefined;
  const set = sorted.join(",");
  if (set === "1,2,3,4,5") return { words: "weekdays", fields: "* * 1-5" };
  if (set === "6,0") return { words: "weekends", fields: "* * 0,6" };
  return { words: `every ${sorted.map((day) => dayNames[day]).join(" and ")}`, fields: `* * ${set}` };
}

function notATime(word: string, read: Read): ScheduleWords {
  return {
    wrong: `“${word}” is no time of day: hours go from 0 to 23, minutes to 59.`,
    nearest: `${rhythmOf(read)?.words ?? "weekdays"} 09:00`,
  };
}

function notASchedule(word: string, read: Read): ScheduleWords {
  const names = [...dayNames, "weekdays", "weekends", "daily", "weekly", "monthly", "hourly"];
  const ranked = names
    .map((name) => ({ name, distance: editDistance(word, name, 4) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = ranked;
  const day = best && best.distance <= 4 ? best.name : "weekdays";
  const days = dayNames.includes(day) ? `every ${day}` : day;
  return {
    wrong: `“${word.slice(0, 40)}” is no day or time I know.`,
    nearest: `${days}${day === "hourly" ? "" : ` ${read.times[0] ?? "09:00"}`}`,
  };
}
