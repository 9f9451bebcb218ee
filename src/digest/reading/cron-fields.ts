import { clip } from "#core/clip.ts";
import { cron } from "../schedule.ts";
import type { Wrong } from "./meant.ts";

const monthName = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const dayName = "sun|mon|tue|wed|thu|fri|sat";
const numbers = /^[\d*/,?-]+$/;
/** What each field may be: minute, hour, day, month, weekday. */
const fields = [
  numbers,
  numbers,
  /^[\d*/,?LW-]+$/i,
  new RegExp(`^(?:[\\d*/,?-]|${monthName})+$`, "i"),
  new RegExp(`^(?:[\\d*/,?#+L-]|${dayName})+$`, "i"),
];
const anyField = new RegExp(`^(?:[\\d*/,?#+LW-]|${monthName}|${dayName})+$`, "i");

const inOrder = (words: readonly string[]): boolean =>
  words.length >= 5 && fields.every((field, i) => field.test(words[i] ?? ""));

/** Whether words begin with cron fields, right or wrong: "0 9 * * mon". */
export function isCron(words: readonly string[]): boolean {
  const [minute = "", hour = ""] = words;
  const starred = words.slice(0, 5).some((word) => /^\*(?:\/\d+)?$/.test(word));
  return inOrder(words) || (starred && numbers.test(minute) && numbers.test(hour));
}

/** Reads five cron fields from the front of words in lower case. */
export function readCron(words: readonly string[]): { pattern: string } | Wrong {
  const fieldsFrom = (from: number, to: number) => words.slice(from, to).join(" ").toUpperCase();
  const pattern = fieldsFrom(0, 5);
  const later = fieldsFrom(1, 6);
  if (words.length > 5 && anyField.test(words[5] ?? ""))
    return {
      wrong: `“${clip(fieldsFrom(0, 6), 60)}” has six cron fields: I take five (minute, hour, day, month, weekday) and no seconds.`,
      nearest: `cron ${isPattern(later) ? later : usual}`,
    };
  if (isPattern(pattern)) return { pattern };
  const shortened = pattern.replace(/[A-Z]{4,}/g, (name) => name.slice(0, 3));
  return {
    wrong: `“${clip(`cron ${pattern}`.trim(), 60)}” is no cron pattern: it takes five fields (minute, hour, day, month, weekday).`,
    nearest: `cron ${isPattern(shortened) ? shortened : usual}`,
  };
}

const usual = "0 9 * * 1-5";

function isPattern(pattern: string): boolean {
  try {
    cron(pattern, "UTC");
    // The library reads dates, too.
    return inOrder(pattern.split(" "));
  } catch {
    return false;
  }
}
