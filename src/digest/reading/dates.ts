import { hourMark } from "./clock.ts";
import { limit, type Meant, type Ordinal } from "./part.ts";
import { each, listOf } from "./terms.ts";
import { dayNames } from "./week.ts";

const spelled = ["first", "second", "third", "fourth", "fifth"];
const numbered = "\\d{1,2}(?:st|nd|rd|th)";
const ordinal = `(?:${spelled.join("|")}|last|${numbered})`;
const date = `\\d{1,2}(?:st|nd|rd|th)?(?= |$)(?! ${hourMark})`;
/** Sources of lists: of "first" and "1st", of "1st" alone, and of numbers that are days where a month is named. */
export const ordinals = listOf(ordinal);
export const numbereds = listOf(numbered);
export const dates = listOf(date);

/** "first" to "fifth", and "last". */
export function ordinalName(which: Ordinal): string {
  return which === "L" ? "last" : (spelled[which - 1] ?? `${which}th`);
}

function ordinalOf(said: string): Ordinal {
  if (said === "last") return "L";
  return spelled.includes(said) ? spelled.indexOf(said) + 1 : Number.parseInt(said, 10);
}

const fits = (which: Ordinal, most: number): boolean => which === "L" || (which >= 1 && which <= most);

/** Days of the month. They are vague without a month but for "1st" and the like, or when it is said that they are days. */
export function datesOf(said: string, days = false): Meant {
  const typed = each(`${ordinal}|${date}`, said);
  const wrong = typed.find((one) => !fits(ordinalOf(one), 31));
  if (wrong) return limit(`“${wrong}” is no day of a month.`);
  const plain = typed.every((one) => /\d(?:st|nd|rd|th)$/.test(one));
  return { kind: "dates", dates: typed.map(ordinalOf), vague: !plain || days };
}

/** Which ones of a weekday. "every second monday" is vague: it may be every other one. */
export function nthOf(said: string, day: number, every: string): Meant {
  const typed = each(ordinal, said);
  const wrong = typed.find((one) => !fits(ordinalOf(one), 4));
  if (wrong)
    return limit(`Few months have a ${wrong} ${dayNames[day]}: I take the first to the fourth, and the last.`, [
      { kind: "nth", counts: ["L"], day },
    ]);
  const counts = typed.map(ordinalOf);
  const [one] = counts;
  return { kind: "nth", counts, day, vague: every !== "" && counts.length === 1 && one !== 1 && one !== "L" };
}
