import { clip } from "#core/clip.ts";
import { editDistance } from "#core/nearest.ts";
import { isCron, readCron } from "./reading/cron-fields.ts";
import { meaningOf } from "./reading/meaning.ts";
import type { Meaning, Wrong } from "./reading/meant.ts";
import type { Part } from "./reading/part.ts";
import { readParts } from "./reading/parts.ts";
import { dayNames } from "./reading/week.ts";

/** What was read of a schedule's words. */
export type ScheduleWords =
  /** `used` counts the words it took. */
  | (Meaning & { readonly used: number })
  /** `meant`: a schedule it was to be, for all that; `understood` says what was read of it, if anything. */
  | (Wrong & { readonly meant: boolean; readonly understood?: string });

/**
 * Reads a schedule from the front of some words: "weekdays 09:00", "every monday and thursday at 9am", "monthly 1 and
 * 15 9:00", "every first monday 10:00", "hourly on weekdays", "every 2 hours", or five cron fields, with or without
 * "cron" in front. What is read means what was said: words that no rule takes, or that do not go together, are refused.
 */
export function readSchedule(given: readonly string[]): ScheduleWords {
  const words = given.map((word) => word.toLowerCase());
  const named = words[0] === "cron";
  const fields = named ? words.slice(1) : words;
  if (named || isCron(fields)) {
    const read = readCron(fields);
    if ("wrong" in read) return { ...read, meant: true };
    return { words: `cron ${read.pattern}`, patterns: [read.pattern], used: words.length - fields.length + 5 };
  }
  const { parts, used, unknown } = readParts(words);
  const read = unknown === undefined ? meaningOf(parts) : unknownWord(unknown, parts);
  if ("words" in read) return { ...read, used };
  const said = [...new Set(parts.flatMap((part) => (part.kind === "limit" ? [] : part.said)))].join(", ");
  const meant = parts.length > 0 || /^(?:every|each)$/.test(words[0] ?? "");
  return { nearest: read.nearest, wrong: asTyped(read.wrong), meant, ...(said ? { understood: asTyped(said) } : {}) };
}

/** Without the spaces that commas were read with. */
const asTyped = (said: string): string => said.replace(/ (?=[,;])/g, "");

function unknownWord(word: string, parts: readonly Part[]): Wrong {
  const around = meaningOf(parts);
  const near = "words" in around ? around.words : around.nearest;
  return {
    wrong: `“${clip(word, 40)}” is no day or time I know.`,
    nearest: parts.length > 0 ? near : nearestTo(word),
  };
}

const rhythms = [...dayNames, "weekdays", "weekends", "daily", "weekly", "monthly", "hourly"];

function nearestTo(word: string): string {
  const [best] = rhythms
    .map((name) => ({ name, distance: editDistance(word, name, 4) }))
    .sort((a, b) => a.distance - b.distance);
  const day = best && best.distance <= 4 ? best.name : "weekdays";
  if (day === "hourly") return day;
  return `${dayNames.some((name) => name === day) ? `every ${day}` : day} 09:00`;
}
