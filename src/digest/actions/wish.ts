import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { formatWord } from "#core/line.ts";
import { splitWords } from "#core/parse.ts";
import { Refusal } from "#core/refusal.ts";
import type { Reply } from "#core/reply.ts";
import { onceADay } from "../calm.ts";
import { digestWords, reasonOf } from "../compose-post.ts";
import { type Ping, readPing, takePing } from "../ping.ts";
import { leavesRoom, nextDue, type Schedule } from "../schedule.ts";
import { readSchedule } from "../schedule-words.ts";
import { type Offer, readWatchList } from "../watch-list.ts";
import { deskOf } from "./desk.ts";
import { destinationOf } from "./destination.ts";
import { type Again, readZone } from "./wished-zone.ts";

/** Longest command line a subscription keeps, in characters. */
const longestLine = 500;
/** The schedule of an example, where none was understood. */
const usually = "weekdays 09:00";

/** What a person typed: free words, or parts by name, as forms give them. */
export type Wish = {
  readonly words: readonly string[];
  readonly schedule?: string | undefined;
  readonly zone?: string | undefined;
  readonly line?: string | undefined;
  readonly ping?: string | undefined;
};

/** What was understood of it. Parts that were not given are absent. */
export type Understood = {
  readonly schedule?: string;
  readonly patterns?: readonly string[];
  readonly zone?: string;
  /** What the zone was called by whoever named it. */
  readonly saidZone?: string;
  readonly line?: string;
  /** Whom posts call; `id` is undefined for nobody. */
  readonly ping?: Ping;
};

/**
 * Reads "weekdays 09:00 Europe/Paris ai": schedule, zone, then what to post: filters of the digest, or a command line.
 * `edited`: the subscription it changes, which keeps its schedule where the words are meant for none.
 * @throws Refusal that says which part is wrong and the nearest that works
 */
export function readWish(wish: Wish, context: Context, edited?: string): Understood {
  const needsSchedule = edited === undefined;
  const { words, ping = wish.ping?.trim() } = takePing(wish.words);
  const typed = wish.schedule ? splitWords(wish.schedule) : words;
  const read = typed.length > 0 ? readSchedule(typed) : undefined;
  if (read && "wrong" in read && (needsSchedule || wish.schedule || read.meant))
    throw new Refusal(read.wrong, {
      ...(read.understood ? { understood: read.understood } : {}),
      examples: [`digest ${edited ? `edit ${edited}` : "subscribe"} ${read.nearest}`],
      data: { error: "schedule", typed: typed.join(" "), nearest: read.nearest },
    });
  const schedule = read && "words" in read ? read : undefined;
  const rest = [...typed.slice(schedule?.used ?? 0), ...(wish.schedule ? words : [])];
  const given = wish.line?.trim() ? splitWords(wish.line) : undefined;
  const again: Again = (nearest, others) => {
    const begins = edited ? ["digest edit", edited, schedule?.words] : ["digest subscribe", schedule?.words ?? usually];
    const what = sound(() => typedLine(readLine(given ?? others, context)));
    const calls = sound(() => ping && `ping=${readPing(ping, destinationOf(context.origin)).id ?? "nobody"}`);
    return [...begins, nearest, what, calls].filter(Boolean).join(" ");
  };
  dropLead(rest);
  const zone = readZone(wish.zone, rest, again);
  dropLead(rest);
  if (given && rest.length > 0) throw unplaced(rest, given, again(zone?.zone ?? "", []));
  const what = given ?? rest;
  const subscribed: Offer = {
    what: "command, niche, study, role, theme or time zone",
    line: (filter) => `digest subscribe ${schedule?.words ?? usually} ${filter}`,
  };
  return {
    ...(schedule ? { schedule: schedule.words, patterns: schedule.patterns } : {}),
    ...(zone ? { zone: zone.zone, saidZone: zone.said } : {}),
    ...(what.length > 0 ? { line: readLine(what, context, needsSchedule ? subscribed : undefined) } : {}),
    ...(ping ? { ping: readPing(ping, destinationOf(context.origin)) } : {}),
  };
}

/** Words that are neither schedule nor zone, where what is to be posted is named apart. */
function unplaced(rest: readonly string[], given: readonly string[], example: string): Refusal {
  const [left, line] = [rest, given].map((words) => clip(words.join(" "), 60));
  return new Refusal(`“${left}” is no schedule or time zone I know, and what to post is named already: ${line}.`, {
    examples: [example],
    data: { error: "left", typed: left },
  });
}

/** Drops the word that joins what follows: "in Paris", "on ai". */
function dropLead(rest: string[]): void {
  if (rest.length > 1 && /^(?:in|on|about|for|with|and|,)$/i.test(rest[0] ?? "")) rest.shift();
}

/** What was read, or nothing where it was refused: it is told of when it is all that is wrong. */
function sound(read: () => string | undefined): string | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** What a subscription posts, as it is typed when one is set up: filters bare, a command line as one word. */
export function typedLine(line: string): string {
  return line.startsWith("digest") ? line.slice("digest ".length) : formatWord(line);
}

/**
 * A command line, or the filters of the digest, in the form in which they are kept.
 * @throws Refusal for a filter that fits nothing
 */
export function readLine(words: readonly string[], { commands, library }: Context, offer?: Offer): string {
  const [first = "", ...others] = words;
  const whole = /\s/.test(first) ? [first, ...others].join(" ") : words.map(formatWord).join(" ");
  const line = whole.trim().replace(/^\//, "").slice(0, longestLine);
  const name = line.split(/\s/)[0]?.toLowerCase() ?? "";
  if (name !== "digest" && commands.some((command) => command.name === name)) return line;
  const filters = (digestWords(line) ?? splitWords(line)).filter(
    (word, i) => i > 0 || !/^(?:preview|now|everything)$/i.test(word),
  );
  return `digest ${readWatchList(filters, library, offer).words}`.trim();
}

/**
 * When a schedule is due first after a moment, in milliseconds since 1970.
 * @throws Refusal for one that never comes due, or more than once in five minutes
 */
export function mustComeDue(schedule: Schedule, now: number): number {
  const next = nextDue(schedule, now);
  if (next === undefined)
    throw new Refusal(`“${schedule.words}” never comes round.`, {
      examples: ["digest subscribe monthly 1 09:00", "digest subscribe weekdays 09:00"],
      data: { error: "never", schedule: schedule.words },
    });
  if (!leavesRoom(schedule, now))
    throw new Refusal(`“${schedule.words}” would post more than once in five minutes.`, {
      examples: [...new Set([onceADay(schedule.words), "every monday 09:00"])].map(
        (words) => `digest subscribe ${words}`,
      ),
      data: { error: "too-often", schedule: schedule.words },
    });
  return next;
}

/**
 * Runs a command line once, so that one that fails is not found out on Monday morning.
 * @throws Refusal that says why it does not work, and what works instead
 */
export async function mustWork(line: string, { words }: Schedule, context: Context): Promise<void> {
  if (digestWords(line)) return;
  const desk = await deskOf(context);
  const reply = await desk.run(line, { ...context.origin, via: "schedule" });
  if (reply.ok) return;
  const nearest = worksInstead(reply, context);
  throw new Refusal(`“${clip(line, 80)}” does not work: ${reasonOf(reply)}`, {
    examples: [
      ...nearest.map((other) => `digest subscribe ${words} ${formatWord(other)}`).slice(0, 1),
      `digest subscribe ${words} ai`,
    ],
    data: { error: "line", line, reason: reasonOf(reply), nearest },
  });
}

/** The command lines that a refusal names as working. */
function worksInstead({ parts }: Reply, { commands }: Context): string[] {
  return parts
    .flatMap((part) => (part.kind === "text" ? part.text : []))
    .flatMap((piece) => (typeof piece !== "string" && piece.kind === "code" ? piece.text.replace(/^\//, "") : []))
    .filter((line) => commands.some(({ name }) => name === line.split(" ")[0]));
}
