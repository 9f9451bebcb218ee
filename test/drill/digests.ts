import { type ChildProcess, fork } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { randomFrom } from "#calc/random.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { deliveryId } from "#digest/ids.ts";
import { nextDue } from "#digest/schedule.ts";
import { readSchedule } from "#digest/schedule-words.ts";
import { openStore } from "#store/open.ts";
import { type Fault, type Posted, startPlatforms } from "../digest/platforms.ts";
import { slowDuesOf, walk } from "../digest/slow-schedule.ts";
import { startPostgres } from "../store/postgres.ts";
import { oneOf } from "./chance.ts";
import type { WorkerConfig } from "./worker.ts";

export type DrillOptions = {
  readonly subscriptions: number;
  readonly processes: number;
  readonly seed: number;
  readonly days: number;
  /** Share of requests that go wrong. */
  readonly faults: number;
  /** Mean milliseconds between two kills, longer where a process needs longer to start; 0 for none. */
  readonly killEvery: number;
  /** Kills after which there are no more; no end when absent. */
  readonly mostKills?: number;
  readonly content: string;
  readonly say: (line: string) => void;
};

export type DrillResult = { delivered: number; lost: number; doubled: number; stray: number; kills: number };

const hour = 3_600_000;
const longestPause = 30_000;
const start = Date.UTC(2026, 9, 1);
const schedules = [
  "every monday 9:00",
  "every tuesday and friday 8:30",
  "weekdays 09:00",
  "daily 2:30",
  "monthly 15 10:00",
  "weekends 11:15",
  "every sunday 2:00",
  "every wednesday 17:00",
] as const;
const zones = [
  "UTC",
  "Europe/Paris",
  "America/New_York",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Pacific/Chatham",
  "Africa/Cairo",
] as const;
const lines = [
  "digest",
  "digest ai",
  "digest web3",
  "digest changes",
  "digest hugging-face partner-manager",
  "stat",
] as const;

/**
 * A simulated month of digests in real processes, against platforms that fail, while processes are killed. Says what was
 * lost and what came twice, by a count of its own.
 */
export async function drillDigests(options: DrillOptions): Promise<DrillResult> {
  const { processes, seed, days, say } = options;
  const random = randomFrom(seed);
  const directory = mkdtempSync(join(tmpdir(), "casebook-drill-"));
  const clockFile = join(directory, "clock");
  const platforms = await startPlatforms({ nonces: false });
  const postgres = processes > 1 ? await startPostgres() : undefined;
  const url = await postgres?.database();
  const pace = { channel: 1000, workspace: 20 };
  const store = await openStore({ url, directory, pace });
  const setClock = (time: number) => {
    writeFileSync(`${clockFile}.new`, String(time));
    renameSync(`${clockFile}.new`, clockFile);
  };
  setClock(start);
  const all = subscriptionsOf(options, random);
  for (const subscription of all) await store.subscriptions.add(subscription);
  platforms.behaviour.fault = faultsOf(options, randomFrom(seed + 1));
  const patience = { lease: 20_000, firstWait: 200, longestWait: 3000, uncertainWait: 4000, tries: 100 };
  const { slackUrl, discordUrl } = platforms;
  const crew = startCrew(
    { ...(url ? { url } : {}), directory, content: options.content, slackUrl, discordUrl, clockFile, pace, patience },
    options,
    randomFrom(seed + 2),
  );
  try {
    const end = start + days * 24 * hour;
    for (let time = start; time <= end; time += hour) {
      setClock(time);
      while ((await store.subscriptions.due(time, ["slack", "discord"], 1)).length > 0) await sleep(20);
      if ((time - start) % (24 * hour) === 0)
        say(`day ${(time - start) / (24 * hour)}: ${platforms.posted.length} posted, ${crew.kills()} kills`);
    }
    // All are killed once more; then what is left is finished in peace, however slow the machine.
    crew.killAll();
    const expected = expectedOf(all, end);
    await drained(store, expected.size, () => platforms.counts().size);
    const counts = platforms.counts();
    for (const [id, count] of counts) if (count > 1) say(`doubled: ${traceOf(platforms.posted, id)}`);
    return {
      delivered: [...counts.keys()].filter((id) => expected.has(id)).length,
      lost: [...expected].filter((id) => !counts.has(id)).length,
      doubled: [...counts.values()].reduce((sum, count) => sum + count - 1, 0),
      stray: [...counts.keys()].filter((id) => !expected.has(id)).length,
      kills: crew.kills(),
    };
  } finally {
    crew.stop();
    await store.close();
    await platforms.close();
    await postgres?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** When and where the posts of one delivery came about. */
function traceOf(posted: readonly Posted[], id: string): string {
  const all = posted.filter((one) => one.delivery === id);
  const first = all[0]?.at ?? 0;
  return `${id} on ${all[0]?.platform}, after ${all.map((one) => `${one.at - first} ms (${one.fault})`).join(", ")}`;
}

function subscriptionsOf({ subscriptions, seed }: DrillOptions, random: () => number): Subscription[] {
  return Array.from({ length: subscriptions }, (_, i) => {
    const words = readSchedule(oneOf(random, schedules).split(" "));
    if ("wrong" in words) throw new Error(words.wrong);
    const zone = oneOf(random, zones);
    const discord = random() < 0.5;
    const channel = Math.floor(random() * Math.max(1, subscriptions / 2));
    const workspace = channel % 40;
    return {
      id: `s${seed.toString(36)}x${i.toString(36)}`,
      platform: discord ? "discord" : "slack",
      workspace: discord ? `${1000 + workspace}` : `T${workspace}`,
      channel: discord ? `${100_000 + channel}` : `C${channel}`,
      line: oneOf(random, lines),
      schedule: words.words,
      zone,
      createdAt: start,
      nextAt: nextDue({ ...words, zone }, start) ?? 0,
    };
  });
}

/** Ids of all posts the month must bring, by the slow model. */
function expectedOf(all: readonly Subscription[], end: number): Set<string> {
  const walks = new Map<string, ReturnType<typeof walk>>();
  const dues = new Map<string, number[]>();
  const ids = new Set<string>();
  for (const { id, schedule, zone } of all) {
    const words = readSchedule(schedule.split(" "));
    if ("wrong" in words) throw new Error(words.wrong);
    const walked = walks.get(zone) ?? walk(zone, start - 24 * hour, end);
    walks.set(zone, walked);
    const key = `${schedule} ${zone}`;
    const found = dues.get(key) ?? slowDuesOf(words.patterns, walked).filter((due) => due > start);
    dues.set(key, found);
    for (const due of found) ids.add(deliveryId(id, due));
  }
  return ids;
}

function faultsOf({ faults }: DrillOptions, random: () => number): () => Fault {
  return () => {
    if (random() >= faults) return { kind: "none" };
    return oneOf<Fault>(random, [
      { kind: "error-before" },
      { kind: "error-after" },
      { kind: "drop-before" },
      { kind: "drop-after" },
      { kind: "hang-after" },
      { kind: "wait", seconds: 1 },
    ]);
  };
}

/** Waits until every expected post was made, or nothing has moved for two minutes. Then leaves time for what comes twice. */
async function drained(
  store: Awaited<ReturnType<typeof openStore>>,
  expected: number,
  posted: () => number,
): Promise<void> {
  let last = posted();
  let since = Date.now();
  while (Date.now() - since < 120_000) {
    const far = Date.now() + 24 * hour;
    const waiting = await store.outbox.ready(far, ["slack", "discord"], 1);
    if (posted() >= expected && waiting.length === 0) break;
    if (posted() !== last) since = Date.now();
    last = posted();
    await sleep(200);
  }
  await sleep(2000);
}

/** The processes, and whoever kills them: one at a time, or all at once. A killed one is started again. */
function startCrew(
  config: WorkerConfig,
  { processes, killEvery, mostKills = Number.POSITIVE_INFINITY }: DrillOptions,
  random: () => number,
) {
  const crew: (ChildProcess | undefined)[] = [];
  const atWork = new Set<ChildProcess>();
  /** Milliseconds that the last start took: on a slow machine kills are as much rarer, or nobody would get to work. */
  let startTook = 0;
  let kills = 0;
  let stopped = false;
  let peace = false;
  const begin = (i: number): void => {
    if (stopped) return;
    const worker = fork(join(import.meta.dirname, "worker.ts"), [JSON.stringify(config)], {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const begun = performance.now();
    worker.on("message", () => {
      startTook = performance.now() - begun;
      atWork.add(worker);
    });
    worker.on("exit", () => {
      atWork.delete(worker);
      begin(i);
    });
    crew[i] = worker;
  };
  for (let i = 0; i < processes; i++) begin(i);
  const kill = (): void => {
    // While all of them start most are spared.
    if (atWork.size === 0 && random() < 0.8) {
      plan();
      return;
    }
    const everyone = random() < 0.2;
    const victim = Math.floor(random() * processes);
    for (const [i, worker] of crew.entries()) if (everyone || i === victim) kills += worker?.kill("SIGKILL") ? 1 : 0;
    plan();
  };
  let timer: NodeJS.Timeout | undefined;
  const plan = (): void => {
    // Seldom long, often short: some are killed while they start.
    if (killEvery > 0 && kills < mostKills && !stopped && !peace)
      timer = setTimeout(kill, -Math.log(1 - random()) * Math.max(killEvery, Math.min(startTook, longestPause)));
  };
  plan();
  return {
    kills: () => kills,
    /** Kills every process a last time. */
    killAll: () => {
      clearTimeout(timer);
      peace = true;
      if (killEvery > 0) for (const worker of crew) kills += worker?.kill("SIGKILL") ? 1 : 0;
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      for (const worker of crew) worker?.kill("SIGKILL");
    },
  };
}
