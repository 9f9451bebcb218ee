import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { removedFromWorkspace } from "#core/installations.ts";
import type { Log } from "#core/log.ts";
import { wakeDigests } from "#digest/removal.ts";
import { createScheduler } from "#digest/scheduler.ts";
import { openStore } from "#store/open.ts";
import { subscriptionOf } from "./desk.ts";

const now = Date.UTC(2026, 10, 2, 8);
const far = now + 400 * 86_400_000;
const next = now + 3_600_000;

async function open(paused?: string) {
  const store = await openStore({ directory: await mkdtemp(join(tmpdir(), "casebook-schedule-")) });
  onTestFinished(() => store.close());
  const [unreadable, sound] = [
    subscriptionOf({ nextAt: far, schedule: "every blursday", id: "aaaaaaaa", paused }),
    subscriptionOf({ nextAt: far, id: "bbbbbbbb", paused }),
  ];
  for (const one of [unreadable, sound]) await store.subscriptions.add(one);
  const errors: unknown[] = [];
  const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: (fields) => void errors.push(fields) };
  return { store, log, errors };
}

test("a schedule that cannot be read keeps no other from following the clock, and is told", async () => {
  const { store, log, errors } = await open();
  const scheduler = createScheduler({
    ...{ store, log, platforms: [], now: () => now, clock: () => now, written: async () => {} },
    desk: () => {
      throw new Error("nothing is composed here");
    },
  });
  expect(await scheduler.check()).toBe(1);
  expect(await store.subscriptions.find("bbbbbbbb")).toMatchObject({ nextAt: next });
  expect(errors).toMatchObject([{ subscription: "aaaaaaaa" }]);
});

test("a schedule that cannot be read keeps no other asleep after a reinstall, and is told", async () => {
  const { store, log, errors } = await open(removedFromWorkspace);
  expect(await wakeDigests(store.subscriptions, { platform: "slack", workspace: "T1" }, { now, log })).toBe(1);
  expect(await store.subscriptions.running()).toMatchObject([{ id: "bbbbbbbb", nextAt: next }]);
  expect(errors).toMatchObject([{ subscription: "aaaaaaaa" }]);
});
