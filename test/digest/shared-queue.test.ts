import { afterEach, expect, test, vi } from "vitest";
import type { Deliverer } from "#core/deliverer.ts";
import { createSender } from "#digest/sender.ts";
import { bossQueue } from "#store/boss-queue.ts";
import { startPostgres } from "../store/postgres.ts";
import { until } from "../until.ts";
import { deliverersFor, openDesk, runDigests, silent, subscriptionOf } from "./desk.ts";
import { startPlatforms } from "./platforms.ts";

vi.setConfig({ testTimeout: 120_000 });

const start = Date.UTC(2026, 10, 2, 8);
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

test("of processes that share a database, a post goes at once through the one that serves its platform", async () => {
  const postgres = await startPostgres();
  cleanups.push(postgres.stop);
  const platforms = await startPlatforms();
  cleanups.push(platforms.close);
  const url = await postgres.database();
  const pace = { channel: 1, workspace: 1 };
  const opened = await openDesk({ url, pace });
  cleanups.push(opened.store.close);
  const process = async (platform: string) => {
    const own = deliverersFor(platforms, opened.store.keptLines).filter((one) => one.platform === platform);
    const running = await runDigests(opened, own, { queue: await bossQueue({ url, onError: () => {}, every: 0.5 }) });
    cleanups.push(running.stop);
    return running;
  };
  const discord = await process("discord");
  const slack = await process("slack");
  for (let i = 0; i < 12; i++)
    await opened.store.subscriptions.add(subscriptionOf({ nextAt: start, line: "stat", channel: `C${i}` }));
  slack.clock.now = start;
  discord.clock.now = start;
  await until(() => platforms.posted.length === 12, 15_000);
  await until(async () => (await opened.store.backlog(Date.now())).waiting === 0);
  const posts = await Promise.all(
    Array.from({ length: 12 }, (_, i) => opened.store.outbox.history({ platform: "slack", channel: `C${i}` }, 5)),
  );
  expect(posts.flat().map(({ attempts }) => attempts)).toEqual(Array.from({ length: 12 }, () => 1));
});

test("a process that cannot post to a platform does not take its posts", async () => {
  const { store } = await openDesk();
  cleanups.push(store.close);
  const now = Date.now();
  const reply = {
    ...{ ok: true, command: "digest", line: "digest", title: "Digest", parts: [], sources: [] },
    data: {},
  };
  const place = { platform: "slack", channel: "C1", due: start, person: false };
  await store.outbox.add({ ...place, id: "p1", reply: { ...reply, page: 1, shared: true } }, now);
  const deliverers = new Map<string, Deliverer>();
  const send = createSender({ store, deliverers, clock: () => now, log: silent, again: async () => {} });
  await send({ id: "p1", platform: "slack" });
  const left = await store.outbox.find("p1");
  expect(left).toMatchObject({ state: "waiting", attempts: 0 });
  expect(left?.uncertainSince).toBeUndefined();
});
