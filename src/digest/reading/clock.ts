import { limit, type Meant } from "./part.ts";

const half = "(?:[ap]\\.?m\\.?|in the (?:morning|afternoon|evening))";

/** A source of what nothing but a time of day can be: "9:00", "09.30", "9h30", "9am", "9 p.m.", "9 o'clock", "noon". */
export const clockTime = `(?:(?:${[
  "(?:12(?::00)? )?(?:noon|midday|midnight)",
  `\\d{1,2}(?:[:.h]\\d{2}h?|h)(?: ?${half})?`,
  `\\d{1,2} ?${half}`,
  `\\d{1,2} o'?clock(?: ${half})?`,
  "\\d{1,2}(?= sharp)",
].join("|")})(?: sharp)?(?= |$))`;
/** A source of a number that may be an hour. */
export const bareHour = "\\d{1,2}(?= |$)";
/** A source of what can be no time of day, though it looks like one. */
export const noTime = "(?:\\d{1,2}[:.h]\\d\\S*|\\d{1,2}[ap]\\.?m\\.?|\\d{3,4})";
/** A source of what follows a number only where it is an hour. */
export const hourMark = "(?:[ap]\\.?m|o'?clock|in the)";

/** The time of day that is said, or a limit for hours and minutes that no clock shows. */
export function timeOf(said: string): Meant {
  if (/noon|midday/.test(said)) return { kind: "time", hour: 12, minute: 0 };
  if (said.includes("midnight")) return { kind: "time", hour: 0, minute: 0 };
  const [, typed = "", minutes = "0"] = /^(\d+)(?:[:.h](\d+))?/.exec(said) ?? [];
  const [, later, earlier] = /(p\.?m|noon|evening)|(a\.?m|morning)/.exec(said.slice(typed.length)) ?? [];
  const [number, minute] = [Number(typed), Number(minutes)];
  const halved = (later ?? earlier) !== undefined;
  if (minute > 59 || (halved ? number < 1 || number > 12 : number > 23)) return noTimeOf(said);
  return { kind: "time", hour: halved ? (number % 12) + (later ? 12 : 0) : number, minute, half: halved };
}

/** Says that it is no time of day, and which it may have been: 09:30 for "0930". */
export function noTimeOf(said: string): Meant {
  const [, hour, minute] = /^(\d{1,2})(\d{2})$/.exec(said) ?? [];
  const meant = hour && minute ? timeOf(`${hour}:${minute}`) : undefined;
  return limit(
    `“${said}” is no time of day: hours go from 0 to 23, minutes to 59, as in 09:00.`,
    meant?.kind === "time" ? [meant] : [],
  );
}
