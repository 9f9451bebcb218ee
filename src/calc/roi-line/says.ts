import { readMoney, readNumber, readSum } from "../quantity.ts";
import { type Said, unknown } from "../scan.ts";
import { type RoiOption, roiOptionNamed } from "./options.ts";
import { type Period, periodOf, timesAYear } from "./periods.ts";

type RoiSaid = Said<RoiOption>;

/** Hours a week of each period: a working week has five days, a year 52 weeks of wages. */
const weekly: Partial<Record<Period, number>> = { day: 5, week: 1, month: 12 / 52 };

/** Hours saved, or minutes, as hours a week. Unknown where no period is said. */
export function hoursSaved(typed: string, unit = "", period: string | undefined, whole: string): RoiSaid {
  const times = weekly[periodOf(period) ?? "year"];
  const value = /^an?$/i.test(typed) ? 1 : readNumber(typed);
  if (times === undefined || value === undefined) return unknown(whole);
  const each = value * times * (/^m/i.test(unit) ? 1 / 60 : 1);
  return { kind: "options", options: { hours: short(each) } };
}

const short = (value: number): string => String(Number(value.toPrecision(6)));

/** Errors a month, whatever the period they are counted in. */
export function errorsAvoided(typed: string, period: string | undefined, whole: string): RoiSaid {
  if (!period) return { kind: "options", options: { errors: typed } };
  const months = { day: undefined, week: 12 / 52, month: 1, quarter: 3, year: 12 }[periodOf(period) ?? "day"];
  const count = readSum(typed);
  if (months === undefined || count === undefined) return unknown(whole);
  return { kind: "options", options: { errors: months === 1 ? typed : short(count / months) } };
}

/** The price of a seat by the month, what is said by the year divided; undefined where it cannot be read. */
export function seatPrice(price: string, period: string | undefined): string | undefined {
  const said = periodOf(period) ?? "month";
  if (said === "month") return price;
  const dollars = readMoney(price);
  return said === "year" && dollars !== undefined ? short(dollars / 12) : undefined;
}

const comesYearly: ReadonlySet<RoiOption> = new Set(["savings", "revenue", "running"]);

/** A sum by the name of what it is for; what comes in or goes out by the month is counted by the year. */
export function sum(name: string, value: string, period: string | undefined, whole: string): RoiSaid {
  const key = name.toLowerCase().replace(/\s/g, "-");
  const said = periodOf(period);
  if (!said) return keyed(key, value, whole);
  const option = roiOptionNamed(key);
  const times = timesAYear[said];
  const dollars = readSum(value);
  if (!option || !comesYearly.has(option) || times === undefined || dollars === undefined) return unknown(whole);
  return keyed(key, times === 1 ? value : String(times * dollars), whole);
}

/** A value by a name of its option; unknown where no option has that name. */
export function keyed(key: string, value: string, whole: string): RoiSaid {
  const option = roiOptionNamed(key);
  const bare = value
    .replace(/^["']|["']$/g, "")
    .replace(/[,.;]+$/, "")
    .trim();
  return option && bare ? { kind: "options", options: { [option]: bare } } : unknown(whole);
}
