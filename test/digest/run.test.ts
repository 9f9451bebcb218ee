import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test, vi } from "vitest";
import type { Subscription } from "#core/subscriptions.ts";
import { noticeReply } from "#digest/notice.ts";
import { until } from "../until.ts";
import { deliverersFor, openDesk, runDigests, subscriptionOf } from "./desk.ts";
import { type Fault, inTurn, startPlatforms } from "./platforms.ts";

vi.setConfig({ testTimeout: 120_000 });

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2026, 10, 2, 8);
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

const quick = { channel: 20, workspace: 5 };

async function open({ pace = quick, ...options }: Parameters<typeof startPlatforms>[0] & { pace?: typeof quick } = {}) {
  const platforms = await startPlatforms(options);
  const opened = await openDesk({ pace });
  const running = await runDigests(opened, deliverersFor(platforms, opened.store.keptLines));
  cleanups.push(platforms.close, opened.store.close, running.stop);
  return { ...opened, ...running, platforms };
}

/** Waits until nothing is due and nothing waits. */
async function settled({ store, clock }: Pick<Awaited<ReturnType<typeof open>>, "store" | "clock">, within = 25_000) {
  await until(async () => {
    const due = await store.subscriptions.due(clock.now, ["slack", "discord"], 1);
    if (due.length > 0) return false;
    const all = await store.subscriptions.running();
    const histories = await Promise.all(all.map((one) => store.outbox.history(one, 100)));
    return histories.flat().every((delivery) => delivery.state !== "waiting");
  }, within);
}

const both = (nextAt: number): Subscription[] => [
  subscriptionOf({ nextAt, platform: "slack", workspace: "T1", channel: "C1", owner: "U1" }),
  subscriptionOf({ nextAt, platform: "discord", workspace: "100", channel: "200", owner: "300" }),
];

test("a digest that is due is posted once on both platforms, in the platforms' forms", async () => {
  const opened = await open();
  const { store, clock, platforms } = opened;
  for (const one of both(start + hour)) await store.subscriptions.add(one);
  await sleep(100);
  expect(platforms.posted).toEqual([]);
  clock.now = start + hour;
  await until(() => platforms.posted.length === 2);
  await settled(opened);
  const [slack, discord] = ["slack", "discord"].map((name) => platforms.posted.find((one) => one.platform === name));
  expect(String(slack?.body.blocks)).toContain("Casebook digest");
  expect(JSON.stringify(discord?.body.components)).toContain("Casebook digest");
  expect(discord?.body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
  const [history] = await store.outbox.history({ platform: "slack", channel: "C1" }, 5);
  expect(history).toMatchObject({ state: "sent", message: slack?.message });
});

test("a digest that names a role or group calls that one; every other calls nobody", async () => {
  const opened = await open();
  const { store, clock, platforms } = opened;
  const pings = ["S0123ABCD", "223456789012345678"];
  for (const [i, one] of both(start).entries()) {
    await store.subscriptions.add({ ...one, ping: pings[i] });
    await store.subscriptions.add(subscriptionOf({ ...one, id: `quiet00${i}`, channel: `30${i}` }));
  }
  clock.now = start;
  await until(() => platforms.posted.length === 4);
  const bodies = platforms.posted.map(({ body }) => JSON.stringify(body));
  const calls = (pattern: RegExp) => bodies.filter((body) => pattern.test(body)).length;
  expect(calls(/<!subteam\^S0123ABCD>/)).toBe(1);
  expect(calls(/usergroup_id/)).toBe(1);
  expect(calls(/<@&223456789012345678>/)).toBe(1);
  expect(calls(/"roles":\["223456789012345678"\]/)).toBe(1);
});

test("a subscription may post any command's reply", async () => {
  const { store, clock, platforms } = await open();
  await store.subscriptions.add(subscriptionOf({ nextAt: start, line: "case hugging-face lessons" }));
  clock.now = start;
  await until(() => platforms.posted.length === 1);
  expect(String(platforms.posted[0]?.body.blocks)).toContain("Hugging Face");
});

const troubles: [string, Fault[]][] = [
  ["an answer that was lost", [{ kind: "drop-after" }]],
  ["an answer that never came", [{ kind: "hang-after" }]],
  ["an error although it was posted", [{ kind: "error-after" }]],
  ["a connection that broke before", [{ kind: "drop-before" }]],
  ["an error before", [{ kind: "error-before" }, { kind: "error-before" }]],
  ["a wish to wait", [{ kind: "wait", seconds: 1 }]],
  [
    "one after the other",
    [{ kind: "error-before" }, { kind: "drop-before" }, { kind: "drop-after" }, { kind: "hang-after" }],
  ],
];

test.each(troubles)("%s neither loses nor doubles a post, even where no nonce is known", async (_, faults) => {
  const opened = await open({ nonces: false });
  const { store, clock, platforms } = opened;
  for (const [i, one] of both(start).entries()) {
    // One after the other, so that each platform gets all the faults.
    platforms.behaviour.fault = inTurn(...faults);
    await store.subscriptions.add(one);
    clock.now = start;
    await until(() => platforms.posted.length > i);
    await settled(opened);
  }
  expect([...platforms.counts().values()]).toEqual([1, 1]);
});

test("in a forum and in direct messages, too, a post whose answer was lost is found and not posted again", async () => {
  const opened = await open({ nonces: false });
  const { store, clock, platforms } = opened;
  platforms.behaviour.forums.add("200");
  const [slack, discord] = both(start);
  if (!slack || !discord) throw new Error("two subscriptions");
  platforms.behaviour.fault = inTurn({ kind: "drop-after" });
  await store.subscriptions.add(discord);
  clock.now = start;
  await until(() => platforms.posted.length === 1);
  await settled(opened);
  expect(platforms.posted.map(({ parent }) => parent)).toEqual(["200"]);
  for (const [i, platform] of (["slack", "discord"] as const).entries()) {
    platforms.behaviour.fault = inTurn({ kind: "hang-after" });
    const id = `told-${platform}`;
    const to = { platform, workspace: "T1", channel: `U${i}`, due: start, person: true };
    await store.outbox.add({ ...to, id, reply: noticeReply(slack, id, "it was closed") }, Date.now());
    await until(async () => (await store.outbox.find(id))?.state === "sent");
  }
  expect([...platforms.counts().values()]).toEqual([1, 1, 1]);
});

test("what took too long to begin is left to whoever has taken it over", async () => {
  const opened = await openDesk({ pace: quick });
  const platforms = await startPlatforms();
  cleanups.push(platforms.close, opened.store.close);
  for (const deliverer of deliverersFor(platforms, opened.store.keptLines)) {
    const place = { platform: deliverer.platform, channel: "C1", due: start, person: false };
    const id = `late-${deliverer.platform}`;
    await opened.store.outbox.add({ ...place, id, reply: noticeReply(subscriptionOf({ nextAt: 0 }), id, "no") }, 0);
    const delivery = await opened.store.outbox.claim(id, Date.now(), 1000);
    if (!delivery) throw new Error("not claimed");
    expect(await deliverer.post(delivery, () => false)).toEqual({ kind: "late" });
    expect(platforms.posted).toEqual([]);
  }
});

test("a channel that is gone pauses its digest, and its owner is told once", async () => {
  const opened = await open();
  const { store, clock, platforms } = opened;
  // The owners' notices may go out in between, and are not refused.
  platforms.behaviour.fault = (channel) =>
    ["C1", "200"].includes(channel) ? { kind: "refuse", slack: "is_archived", discord: 10003 } : { kind: "none" };
  const [slack, discord] = both(start);
  for (const one of [slack, discord]) {
    if (one) await store.subscriptions.add(one);
    await until(async () => (await store.subscriptions.find(one?.id ?? ""))?.paused !== undefined);
  }
  clock.now = start + 3 * day;
  await until(() => platforms.posted.length === 2);
  await sleep(200);
  expect(platforms.posted.map((one) => one.channel).sort()).toEqual(["U1", "dm300"]);
  expect(JSON.stringify(platforms.posted[0]?.body)).toContain("Your digest is paused");
  expect((await store.subscriptions.find(slack?.id ?? ""))?.paused).toBe("the channel is archived");
  const [given] = await store.outbox.history({ platform: "slack", channel: "C1" }, 5);
  expect(given?.state).toBe("given-up");
});

test("what is given up is kept and can be sent again", async () => {
  const opened = await open();
  const { store, clock, platforms } = opened;
  platforms.behaviour.fault = () => ({ kind: "refuse", slack: "is_archived", discord: 10003 });
  const [one] = both(start);
  if (one) await store.subscriptions.add({ ...one, owner: undefined });
  clock.now = start;
  const given = async () => (await store.outbox.history({ platform: "slack", channel: "C1" }, 1))[0];
  await until(async () => (await given())?.state === "given-up");
  platforms.behaviour.fault = () => ({ kind: "none" });
  expect(await store.outbox.resend((await given())?.id ?? "", Date.now())).toBe(true);
  await until(() => platforms.posted.length === 1);
  await until(async () => (await given())?.state === "sent");
  expect(await store.outbox.resend((await given())?.id ?? "", Date.now())).toBe(false);
});

test("where nobody can look whether a lost post is there, it is given up rather than posted twice", async () => {
  const { store, clock, platforms } = await open();
  platforms.behaviour.fault = inTurn({ kind: "drop-after" });
  platforms.behaviour.history = false;
  await store.subscriptions.add(subscriptionOf({ nextAt: start }));
  clock.now = start;
  const last = async () => (await store.outbox.history({ platform: "slack", channel: "C1" }, 1))[0];
  await until(async () => (await last())?.state === "given-up");
  expect((await last())?.problem).toMatch(/channels:history/);
  expect(platforms.posted).toHaveLength(1);
});

test("a late start catches up once, with what is news until now", async () => {
  const opened = await open();
  const { store, clock, platforms } = opened;
  clock.now = start + 5 * day + hour;
  await store.subscriptions.add(subscriptionOf({ nextAt: start + hour }));
  await until(() => platforms.posted.length === 1);
  await settled(opened);
  const [only] = await store.subscriptions.running();
  expect(only).toMatchObject({ lastDue: start + 5 * day + hour, nextAt: start + 6 * day + hour });
  expect(platforms.posted).toHaveLength(1);
});

test("a clock that was set ahead and back again stops nothing and doubles nothing", async () => {
  const opened = await open();
  const { store, clock, platforms } = opened;
  await store.subscriptions.add(subscriptionOf({ nextAt: start + hour }));
  clock.now = start + 400 * day;
  await until(() => platforms.posted.length === 1);
  clock.now = start + hour;
  await until(async () => ((await store.subscriptions.running())[0]?.nextAt ?? 0) < start + 3 * day);
  for (let later = 1; later <= 3; later++) {
    clock.now = start + later * day + hour;
    await until(() => platforms.posted.length >= later + 1);
    await settled(opened);
  }
  expect(Math.max(...platforms.counts().values())).toBe(1);
  expect(platforms.posted).toHaveLength(4);
});

test("a line that works no longer pauses its subscription and tells its owner, not the channel", async () => {
  const { store, clock, platforms } = await open();
  await store.subscriptions.add(subscriptionOf({ nextAt: start, line: "case no-such-study", owner: "U1" }));
  clock.now = start;
  await until(() => platforms.posted.length === 1);
  expect(platforms.posted[0]?.channel).toBe("U1");
  expect(await store.subscriptions.running()).toEqual([]);
});

test("a channel gets about one post a second, however many are due", async () => {
  const { store, clock, platforms } = await open({ pace: { channel: 1000, workspace: 200 } });
  for (let i = 0; i < 4; i++) await store.subscriptions.add(subscriptionOf({ nextAt: start, line: "stat" }));
  clock.now = start;
  await until(() => platforms.posted.length === 4);
  const times = platforms.posted.map((one) => one.at).sort((a, b) => a - b);
  for (let i = 1; i < times.length; i++) expect((times[i] ?? 0) - (times[i - 1] ?? 0)).toBeGreaterThan(900);
});

test("two digests in one channel never show the same item", async () => {
  const opened = await open();
  const { store, clock, platforms } = opened;
  for (let i = 0; i < 2; i++) await store.subscriptions.add(subscriptionOf({ nextAt: start, line: "digest ai" }));
  clock.now = start;
  await until(() => platforms.posted.length === 2);
  await settled(opened);
  const history = await store.outbox.history({ platform: "slack", channel: "C1" }, 10);
  const ids = history.flatMap(
    ({ reply }) => JSON.stringify(reply.data).match(/[\w-]+#(?:lessons|metrics)\/[\w-]+/g) ?? [],
  );
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(4);
});
