import { daysOf, withoutExcepted } from "./days.ts";
import type { Meaning, Wrong } from "./meant.ts";
import { oftenOf } from "./often.ts";
import { type Limit, type Meant, only, type Part } from "./part.ts";
import type { Rhythm } from "./rhythm.ts";

/** What parts mean together, or why they mean nothing. */
export function meaningOf(parts: readonly Part[]): Meaning | Wrong {
  const limits = only(parts, "limit");
  if (limits[0]) return { wrong: limits[0].wrong, nearest: insteadOf(limits, parts) };
  const [rate] = only(parts, "rate");
  if (rate) return oftenOf(rate, withoutExcepted(parts));
  const runs = runsOf(parts);
  if (runs.length > 1) return together(runs);
  const times = only(parts, "time");
  const rhythm = daysOf(withoutExcepted(parts));
  if ("wrong" in rhythm) return { wrong: rhythm.wrong, nearest: at(rhythm.nearest, times).words };
  if (times.length === 0) return { wrong: "It is missing the time of day.", nearest: at(rhythm, times).words };
  if (times.some(({ half }) => half) && times.some(({ half, hour }) => half === false && hour <= 12))
    return { wrong: "Say am or pm with each of these times, or with none.", nearest: at(rhythm, times).words };
  return at(rhythm, times);
}

/** An example near to what was said: of the parts around a limit, or with what may stand in its place. */
function insteadOf(limits: readonly Limit[], parts: readonly Part[]): string {
  const cron = limits.findLast((limit) => limit.cron)?.cron;
  const instead = limits[0]?.instead ?? [];
  const others = parts.filter(({ kind }) => kind !== "limit");
  const [{ hour, minute } = usualTime] = only(others, "time");
  if (cron) return `cron ${minute} ${hour} ${cron(fieldsOf(others))}`;
  const alone = meaningOf(others);
  if ("words" in alone) return alone.words;
  const filled = instead.length > 0 ? meaningOf([...others, ...instead.map((one) => ({ ...one, said: "" }))]) : alone;
  return "words" in filled ? filled.words : filled.nearest;
}

/** Cron's day, month and weekday of the days that are named; "* * *" for none. */
function fieldsOf(parts: readonly Part[]): string {
  const days = daysOf(parts.filter(isDays));
  return "fields" in days ? days.fields : "* * *";
}

type Time = { readonly hour: number; readonly minute: number };
const usualTime: Time = { hour: 9, minute: 0 };

/** A rhythm at these times, in their order; without any, at the usual one. */
function at({ words, fields }: Rhythm, times: readonly Time[]): Meaning {
  const byMinute = new Map(
    (times.length > 0 ? times : [usualTime]).map((time) => [time.hour * 60 + time.minute, time]),
  );
  const some = [...byMinute].sort(([a], [b]) => a - b).map(([, time]) => time);
  const twoDigits = (number: number) => String(number).padStart(2, "0");
  return {
    words: [words, ...some.map(({ hour, minute }) => `${twoDigits(hour)}:${twoDigits(minute)}`)].join(" "),
    patterns: some.map(({ hour, minute }) => `${minute} ${hour} ${fields}`),
  };
}

const isDays = ({ kind }: Meant): boolean => kind === "weekdays" || kind === "nth" || kind === "dates";
const isTime = ({ kind }: Meant): boolean => kind === "time";

/** Parts in runs, each of days and their times; one where all days stand on one side of all times. */
function runsOf(parts: readonly Part[]): Part[][] {
  const begins = parts.find((part) => isDays(part) || isTime(part));
  const [opens, closes] = begins && isTime(begins) ? [isTime, isDays] : [isDays, isTime];
  const runs: Part[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    if (!run) runs.push([part]);
    else if (opens(part) && run.some(closes)) runs.push([...framesBehind(run), part]);
    else run.push(part);
  }
  return runs;
}

/** Takes the frames from the end of a run: "monthly" belongs to the days behind it. */
function framesBehind(run: Part[]): Part[] {
  const behind = run.length - 1 - run.findLastIndex(({ kind }) => kind !== "frame");
  return run.splice(run.length - behind, behind);
}

/** Days that have times of their own are several digests, unless the times are the same. */
function together(runs: readonly Part[][]): Meaning | Wrong {
  const whole = runs.every((run) => run.some(isDays) && run.some(isTime));
  const all = runs.flat();
  const [first = [], ...others] = runs.map((run) => run.filter(isTime));
  const timesOf = (run: readonly Part[]) => JSON.stringify(only(run, "time").map(({ hour, minute }) => [hour, minute]));
  const ordered = meaningOf([...all.filter((part) => !isTime(part)), ...(whole ? first : all.filter(isTime))]);
  if (whole && others.every((run) => timesOf(run) === timesOf(first))) return ordered;
  const nearest = "words" in ordered ? ordered.words : ordered.nearest;
  if (!whole) return { wrong: "Say all of the days first, then all of the times.", nearest };
  const each = runs.map(meaningOf).map((one) => ("words" in one ? one.words : one.nearest));
  return {
    wrong: `All days of a digest have the same times. Set up one for each: ${each.map((one) => `“${one}”`).join(", ")}.`,
    nearest: each[0] ?? nearest,
  };
}
