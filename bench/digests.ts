import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openStore } from "#store/open.ts";
import { startPlatforms } from "../test/digest/platforms.ts";
import type { WorkerConfig } from "../test/drill/worker.ts";
import { startPostgres } from "../test/store/postgres.ts";

const subscriptions = Number(process.env.BENCH_SUBSCRIPTIONS ?? 10_000);
const workspaces = 200;
const due = Date.UTC(2026, 10, 2, 9);
const ticksPerSecond = 100;

/**
 * Ten thousand digests due in the same minute, half on Slack, half on Discord, each in a channel of its own: time until
 * the last is with the platform, what it costs, and what it costs when nothing is due.
 */
export async function benchDigests(): Promise<string> {
  const rows = [];
  for (const processes of [1, 3]) rows.push(await rush(processes));
  return [
    `${subscriptions.toLocaleString("en-US")} digests due at once in ${workspaces} workspaces, paced at 1 a second in a channel and 5 a second in a workspace.`,
    "",
    "| processes | store | last composed | last handed over | a second | processor | memory, highest | nothing due |",
    "| --- | --- | --- | --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

async function rush(processes: number): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "casebook-bench-"));
  const clockFile = join(directory, "clock");
  const platforms = await startPlatforms();
  const postgres = processes > 1 ? await startPostgres() : undefined;
  const url = await postgres?.database();
  const pace = { channel: 1000, workspace: 200 };
  const store = await openStore({ url, directory, pace });
  for (let i = 0; i < subscriptions; i++) {
    const discord = i % 2 === 1;
    const workspace = i % workspaces;
    await store.subscriptions.add({
      ...{ id: `b${i.toString(36)}`, platform: discord ? "discord" : "slack", line: "digest ai", zone: "UTC" },
      ...{ schedule: "daily 09:00", createdAt: 0, nextAt: due, workspace: `${workspace}` },
      channel: discord ? `${1_000_000 + i}` : `C${i}`,
    });
  }
  writeFileSync(clockFile, String(due - 60_000));
  const config: WorkerConfig = {
    ...{ ...(url ? { url } : {}), directory, content: "content", clockFile, pace },
    ...{ slackUrl: platforms.slackUrl, discordUrl: platforms.discordUrl },
    patience: { lease: 180_000, firstWait: 5000, longestWait: 60_000, uncertainWait: 20_000, tries: 14 },
  };
  const workers = Array.from({ length: processes }, () =>
    fork(resolve("test/drill/worker.ts"), [JSON.stringify(config)], { stdio: ["ignore", "ignore", "inherit", "ipc"] }),
  );
  try {
    await Promise.all(workers.map((worker) => once(worker, "message")));
    await sleep(3000);
    const idleFrom = usageOf(workers);
    await sleep(10_000);
    const idle = (usageOf(workers).seconds - idleFrom.seconds) / 10 / processes;
    const before = usageOf(workers);
    const started = Date.now();
    writeFileSync(clockFile, String(due));
    let composed = 0;
    while (platforms.counts().size < subscriptions) {
      await sleep(250);
      if (composed === 0 && (await store.subscriptions.due(due, ["slack", "discord"], 1)).length === 0)
        composed = Date.now() - started;
    }
    const took = (Date.now() - started) / 1000;
    const after = usageOf(workers);
    const seconds = (value: number) => `${value.toFixed(0)} s`;
    return `| ${[
      ...[processes, url ? "PostgreSQL" : "SQLite", seconds(composed / 1000), seconds(took)],
      ...[
        (subscriptions / took).toFixed(0),
        seconds(after.seconds - before.seconds),
        `${after.megabytes.toFixed(0)} MB`,
      ],
      `${(idle * 100).toFixed(1)} % of one processor, looking 40 times a second`,
    ].join(" | ")} |`;
  } finally {
    for (const worker of workers) worker.kill("SIGKILL");
    await store.close();
    await platforms.close();
    await postgres?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Processor time of all workers so far, in seconds, and their highest memory together, as Linux counts them. */
function usageOf(workers: readonly ChildProcess[]): { seconds: number; megabytes: number } {
  let seconds = 0;
  let megabytes = 0;
  for (const { pid } of workers) {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    seconds += (Number(stat[11]) + Number(stat[12])) / ticksPerSecond;
    const highest = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    megabytes += Number(highest ?? 0) / 1024;
  }
  return { seconds, megabytes };
}
