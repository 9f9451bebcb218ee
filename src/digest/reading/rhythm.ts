import { ordinalName } from "./dates.ts";
import type { Ordinal } from "./part.ts";
import { dayNames } from "./week.ts";

/** Which days: in the one way they are always written, and as cron's day, month and weekday. */
export type Rhythm = { readonly words: string; readonly fields: string };

const fromMonday = (a: number, b: number): number => ((a + 6) % 7) - ((b + 6) % 7);
const lastBehind = (a: Ordinal, b: Ordinal): number => (a === "L" ? 32 : a) - (b === "L" ? 32 : b);
const sorted = <Value>(values: readonly Value[], order: (a: Value, b: Value) => number): Value[] =>
  [...new Set(values)].sort(order);

/** Days of the week. */
export function weekly(days: readonly number[]): Rhythm {
  const some = sorted(days, fromMonday);
  const set = some.join(",");
  if (some.length === 7) return { words: "daily", fields: "* * *" };
  if (set === "1,2,3,4,5") return { words: "weekdays", fields: "* * 1-5" };
  if (set === "6,0") return { words: "weekends", fields: "* * 0,6" };
  return { words: `every ${some.map((day) => dayNames[day]).join(" and ")}`, fields: `* * ${set}` };
}

/** Days of the month. */
export function monthly(dates: readonly Ordinal[]): Rhythm {
  const some = sorted(dates, lastBehind);
  return {
    words: `monthly ${some.map((date) => (date === "L" ? "last" : date)).join(" and ")}`,
    fields: `${some.join(",")} * *`,
  };
}

/** The first Monday of a month, and the like. */
export function nthWeekdays(parts: readonly { readonly counts: readonly Ordinal[]; readonly day: number }[]): Rhythm {
  const days = sorted(
    parts.map(({ day }) => day),
    fromMonday,
  ).map((day) => ({
    day,
    counts: sorted(
      parts.flatMap((part) => (part.day === day ? part.counts : [])),
      lastBehind,
    ),
  }));
  const named = days.map(({ day, counts }) => `${counts.map(ordinalName).join(" and ")} ${dayNames[day]}`);
  return {
    words: `every ${named.join(" and ")} of the month`,
    fields: `* * ${days.flatMap(({ day, counts }) => counts.map((which) => `${day}#${which}`)).join(",")}`,
  };
}
