import { readMoney, readSum } from "../quantity.ts";
import { type Said, unknown } from "../scan.ts";
import { weeklyHours } from "./hours.ts";
import { type RoiOption, roiOptionNamed } from "./options.ts";
import { periodOf, timesAYear } from "./periods.ts";

type RoiSaid = Said<RoiOption>;

/** Hours saved, or minutes, as hours a week. Unknown where no period is said. */
export function hoursSaved(
  typed: string,
  unit: string | undefined,
  period: string | undefined,
  whole: string,
): RoiSaid {
  const hours = weeklyHours(typed, unit, period);
  return hours === undefined ? unknown(whole) : { kind: "options", options: { hours: short(hours) } };
}

/** A number in so many digits; three behind the point would be read as thousands of what comes whole. */
function short(value: number, digits = 6): string {
  const text = String(Number(value.toPrecision(digits)));
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}

/** Errors a month, whatever the period they are counted in. */
export function errorsAvoided(typed: string, period: string | undefined, whole: string): RoiSaid {
  if (!period) return { kind: "options", options: { errors: typed } };
  const months = { day: undefined, week: 12 / 52, month: 1, quarter: 3, year: 12 }[periodOf(period) ?? "day"];
  const count = readSum(typed);
  if (months === undefined || count === undefined) return unknown(whole);
  return { kind: "options", options: { errors: months === 1 ? typed : short(count / months) } };
}

/** Dollars a month above which a price in a sentence is no single seat's. */
const dearestSeat = 1000;

/** The price of a seat by the month, what is said by the year divided; undefined where it cannot be read. */
export function seatPrice(price: string, period: string | undefined): string | undefined {
  const said = periodOf(period) ?? "month";
  const dollars = readMoney(price);
  // No seat costs that much: it is said of all of them.
  if (dollars !== undefined && dollars > (said === "year" ? 12 : 1) * dearestSeat) return undefined;
  if (said === "month") return price;
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
  return keyed(key, times === 1 ? value : short(times * dollars, 12), whole);
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
