import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { randomFrom } from "#calc/random.ts";
import { type Bot, openBot } from "./bot.ts";
import { contentTarget } from "./content.ts";
import { discordDecodeTarget, discordTarget } from "./discord.ts";
import { discordGatewayTarget } from "./discord-gateway.ts";
import { discordHttpTarget } from "./discord-http.ts";
import { guardFetch } from "./fetch.ts";
import { lineTarget } from "./line.ts";
import { playgroundTarget } from "./playground.ts";
import { slackDecodeTarget, slackTarget } from "./slack.ts";
import { slackHttpTarget } from "./slack-http.ts";
import { slackInstallTarget } from "./slack-install.ts";
import type { Fault, Target } from "./target.ts";

export type FuzzOptions = {
  readonly cases: number;
  readonly seed: number;
  /** It ends after so many minutes, however many cases are left. */
  readonly minutes?: number | undefined;
  /** Targets whose names begin so; all without it. */
  readonly target?: string | undefined;
  /** This case alone. */
  readonly only?: number | undefined;
  /** Told of every fault as it is found, and of the way so far. */
  readonly tell?: (says: string) => void;
  /** Told of the case under way, so that one that never ends can be named. */
  readonly begins?: (number: number) => void;
};

export type Outcome = {
  readonly cases: number;
  readonly counts: Readonly<Record<Fault["kind"] | "slow", number>>;
  /** Bytes on the heap after garbage collection: once warm, half way, and at the end. */
  readonly heap: readonly number[];
  /** Cases by target, and the processor time they took. */
  readonly thrown: Readonly<Record<string, { readonly cases: number; readonly seconds: number }>>;
  readonly faults: readonly string[];
};

/**
 * Processor time of one case, in milliseconds, that counts as slow: twice what a busy machine takes to read a whole entry
 * for the first time, and far less than a pattern that blows up.
 */
const slowAfter = 700;
/** What the heap may gain from half way to the end, in bytes: caches are bounded, and in a short run are still being filled. */
export const mostGained = 32e6;
const mostShown = 20;

const opened: readonly ((bot: Bot) => Target | Promise<Target>)[] = [
  lineTarget,
  slackDecodeTarget,
  discordDecodeTarget,
  slackTarget,
  discordTarget,
  contentTarget,
  playgroundTarget,
  slackHttpTarget,
  slackInstallTarget,
  discordHttpTarget,
  discordGatewayTarget,
];

/** Throws mutated payloads at every entrance. The same seed gives the same cases, each by itself. */
export async function fuzz({
  cases,
  seed,
  minutes,
  target: wanted = "",
  only,
  tell = () => {},
  begins = () => {},
}: FuzzOptions): Promise<Outcome> {
  const bot = await openBot();
  const wentOut = guardFetch();
  const all = await Promise.all(opened.map((open) => open(bot)));
  const targets = all.filter(({ name }) => name.startsWith(wanted));
  if (targets.length === 0)
    throw new Error(`no target begins with "${wanted}": ${all.map(({ name }) => name).join(", ")}`);
  const counts = { crashed: 0, pinged: 0, invalid: 0, slow: 0 };
  const thrown: Record<string, { cases: number; seconds: number }> = {};
  const faults: string[] = [];
  const loose: string[] = [];
  const uncaught = (error: unknown, origin?: unknown) => {
    // What discord.js cannot read it rejects with, and the process logs that; whether it still serves is looked at.
    const survived = origin !== "uncaughtException" && /node_modules\/discord\.js\//.test(describe(error));
    if (!survived) loose.push(`nobody caught: ${describe(error)}`);
  };
  for (const event of ["unhandledRejection", "uncaughtException"] as const) process.on(event, uncaught);

  const note = (kind: keyof typeof counts, says: string, number: number, payload: unknown): void => {
    counts[kind]++;
    const sentence = `${kind}: ${says}\n  replay: npm run fuzz -- --seed ${seed} --only ${number}\n  payload: ${JSON.stringify(payload)?.slice(0, 3000)}`;
    if (faults.length >= mostShown) return;
    faults.push(sentence);
    tell(sentence);
  };

  const throwOne = async (number: number): Promise<void> => {
    begins(number);
    const random = randomFrom(mix(seed, number));
    const target = pick(targets, random());
    const payload = target.make(random, number);
    if (only !== undefined) tell(`${target.name}: ${JSON.stringify(payload)}`);
    const before = process.threadCpuUsage();
    try {
      for (const { kind, says } of await target.take(payload, number))
        note(kind, `${target.name}: ${says}`, number, payload);
    } catch (error) {
      note("crashed", `${target.name}: ${describe(error)}`, number, payload);
    }
    const { user, system } = process.threadCpuUsage(before);
    const milliseconds = (user + system) / 1000;
    const { cases: earlier = 0, seconds = 0 } = thrown[target.name] ?? {};
    thrown[target.name] = { cases: earlier + 1, seconds: seconds + milliseconds / 1000 };
    if (milliseconds > slowAfter && number > warm)
      note("slow", `${target.name}: ${Math.round(milliseconds)} ms`, number, payload);
    for (const says of [...bot.takeErrors(), ...loose.splice(0), ...wentOut()])
      note("crashed", `${target.name}: ${says}`, number, payload);
  };

  const warm = only === undefined ? Math.min(20_000, Math.ceil(cases / 10)) : -1;
  const ends = Date.now() + (minutes ?? Number.POSITIVE_INFINITY) * 60_000;
  const heap: number[] = [];
  let done = 0;
  try {
    if (only !== undefined) await throwOne(only);
    else
      for (; done < cases && Date.now() < ends; done++) {
        if (done === warm || done === Math.floor(cases / 2)) heap.push(await heapNow());
        await throwOne(done);
        if (done % 10_000 === 9999)
          tell(`${(done + 1).toLocaleString("en")} cases, ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB`);
        if (done % 64 === 0) await new Promise(setImmediate);
      }
    heap.push(await heapNow());
  } finally {
    for (const { close } of all) await close?.();
    await bot.close();
    wentOut.end();
    for (const event of ["unhandledRejection", "uncaughtException"] as const) process.off(event, uncaught);
  }
  return { cases: only === undefined ? done : 1, counts, heap, thrown, faults };
}

/** "1,000,000 cases, 0 crashed, 0 pinged, 0 invalid, 0 slow, heap +1.2 MB" */
export function sentenceOf({ cases, counts, heap }: Outcome): string {
  const gained = `${gain(heap) < 0 ? "-" : "+"}${Math.abs(gain(heap) / 1e6).toFixed(1)} MB`;
  const parts = Object.entries(counts).map(([kind, count]) => `${count.toLocaleString("en")} ${kind}`);
  return `${cases.toLocaleString("en")} cases, ${parts.join(", ")}, heap ${gained}`;
}

/** True when nothing was found. */
export function passed({ counts, heap }: Outcome): boolean {
  return Object.values(counts).every((count) => count === 0) && gain(heap) < mostGained;
}

/** What the heap gained from half way to the end. */
const gain = (heap: readonly number[]): number => (heap.at(-1) ?? 0) - (heap.at(-2) ?? heap.at(-1) ?? 0);

async function heapNow(): Promise<number> {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  for (let i = 0; i < 3; i++) {
    await new Promise(setImmediate);
    if (typeof collect === "function") collect();
  }
  return process.memoryUsage().heapUsed;
}

function pick(targets: readonly Target[], at: number): Target {
  let left = at * targets.reduce((sum, { share }) => sum + share, 0);
  const [first] = targets;
  for (const target of targets) {
    left -= target.share;
    if (left < 0) return target;
  }
  if (!first) throw new Error("no target");
  return first;
}

/** A seed of its own for each case. */
const mix = (seed: number, number: number): number =>
  Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(number + 1, 0xc2b2ae35);

const describe = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
