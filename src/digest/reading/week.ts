import { each } from "./terms.ts";

export const dayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;

const beginnings = (name: string) => Array.from({ length: name.length - 2 }, (_, i) => name.slice(0, name.length - i));

/** A source of "monday", "mon", "mondays", "monday's": a name, or its beginning from three letters on. */
export const weekday = `(?:${dayNames.flatMap(beginnings).join("|")})(?:'?s)?`;
/** Sources of the five days, and of the other two. */
export const workdays = "(?:week|work|working|business)[ -]?days?";
export const weekends = "weekends?";
/** A source of days from one to another. */
export const daysBetween = `(?:from )?${weekday} ?(?:-|to|through|thru|till|until) ?${weekday}`;
/** A source of any days of the week. */
export const someDays = `(?:${daysBetween}|${weekday}|${workdays}|${weekends})`;

/** The number of a weekday's name, from Sunday, which is 0. */
export function weekdayOf(said: string): number {
  return dayNames.findIndex((name) => name.startsWith(said.slice(0, 3)));
}

/** The numbers of what fits `someDays`, or of a list of it. */
export function weekdaysOf(said: string): number[] {
  return each(someDays, said).flatMap((some) => {
    if (new RegExp(`^${workdays}$`).test(some)) return [1, 2, 3, 4, 5];
    if (new RegExp(`^${weekends}$`).test(some)) return [6, 0];
    const [from = 0, to = from] = (some.replace("from ", "").match(new RegExp(weekday, "g")) ?? []).map(weekdayOf);
    return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => (from + i) % 7);
  });
}
