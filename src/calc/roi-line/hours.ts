import { numberSource, readNumber } from "../quantity.ts";
import { every, type Period, periodOf } from "./periods.ts";

/** Weeks' worth of what is saved in a period: a working week has five days, a year 52 weeks of wages. */
const weeks: Readonly<Partial<Record<Period, number>>> = { day: 5, week: 1, month: 12 / 52 };

/** Hours a week of hours or minutes in a period; undefined for a period that is none of a day, week or month. */
export function weeklyHours(typed: string, unit: string | undefined, period: string | undefined): number | undefined {
  const times = weeks[periodOf(period) ?? "year"];
  const value = /^an?$/i.test(typed) ? 1 : readNumber(typed);
  return times === undefined || value === undefined ? undefined : value * times * (/^m/i.test(unit ?? "") ? 1 / 60 : 1);
}

const said = new RegExp(
  String.raw`^(${numberSource}|\d{1,3},\d{1,2})\s{0,2}(hours?|hrs?|h|minutes?|mins?)?(${every})?$`,
  "i",
);

/** Hours a week as given by name: `1.5`, `1,5h/week`, `30 min/day`. Undefined for anything else. */
export function readHours(typed: string): number | undefined {
  const [, value, unit, period = "weekly"] = said.exec(typed.trim()) ?? [];
  return value === undefined ? undefined : weeklyHours(value, unit, period);
}
