import { clip } from "#core/clip.ts";
import type { Context } from "#core/command.ts";
import { formatWord } from "#core/line.ts";
import { splitWords } from "#core/parse.ts";
import { Refusal } from "#core/refusal.ts";
import type { Reply } from "#core/reply.ts";
import { digestWords, reasonOf } from "../compose-post.ts";
import { type Ping, readPing, takePing } from "../ping.ts";
import { leavesRoom, nextDue, type Schedule } from "../schedule.ts";
import { readSchedule } from "../schedule-words.ts";
import { type Offer, readWatchList } from "../watch-list.ts";
import { findZone, looksLikeZone, nearestZones } from "../zones.ts";
import { deskOf, placeOf } from "./place.ts";

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
    const calls = sound(() => ping && `ping=${readPing(ping, placeOf(context.origin)).id ?? "nobody"}`);
    return [...begins, nearest, what, calls].filter(Boolean).join(" ");
  };
  const zone = readZone(wish.zone, rest, again);
  if (rest.length > 1 && /^(?:on|about|for|with|and|,)$/i.test(rest[0] ?? "")) rest.shift();
  const what = given ?? rest;
  const subscribed: Offer = {
    what: "command, niche, study, role, theme or time zone",
    line: (filter) => `digest subscribe ${schedule?.words ?? usually} ${filter}`,
  };
  return {
    ...(schedule ? { schedule: schedule.words, patterns: schedule.patterns } : {}),
    ...(zone ? { zone } : {}),
    ...(what.length > 0 ? { line: readLine(what, context, needsSchedule ? subscribed : undefined) } : {}),
    ...(ping ? { ping: readPing(ping, placeOf(context.origin)) } : {}),
  };
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

/** A line that works: with this zone, and what stands behind it. */
type Again = (zone: string, others: readonly string[]) => string;

/** The zone by name, or at the front of the words ("in Paris", "Paris time"), which it then leaves. */
function readZone(named: string | undefined, rest: string[], again: Again): string | undefined {
  if (named?.trim()) {
    const found = findZone(named);
    if (!found) throw unknownZone(named, rest, again);
    return found;
  }
  const from = /^(?:in|,)$/i.test(rest[0] ?? "") ? 1 : 0;
  for (const count of [3, 2, 1]) {
    const to = from + count;
    const found = rest.length >= to ? findZone(rest.slice(from, to).join(" ")) : undefined;
    if (!found) continue;
    rest.splice(0, /^time,?$/i.test(rest[to] ?? "") ? to + 1 : to);
    return found;
  }
  const [first = "", ...others] = rest.slice(from);
  if (looksLikeZone(first)) throw unknownZone(first, others, again);
  return undefined;
}

function unknownZone(typed: string, others: readonly string[], again: Again): Refusal {
  const nearest = nearestZones(typed);
  return new Refusal(
    `“${clip(typed, 40)}” is no time zone I know. Name one by region and city${nearest.length > 0 ? `: ${nearest.join(", ")}` : ", such as Europe/Paris"}.`,
    {
      examples: [again(nearest[0] ?? "Europe/Paris", others)],
      data: { error: "zone", typed, nearest },
    },
  );
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
      examples: ["digest subscribe every 5 minutes", "digest subscribe hourly"],
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
