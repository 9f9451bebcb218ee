import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Composed, NewDelivery } from "#core/outbox.ts";
import type { Store } from "#core/store.ts";
import { openStore } from "#store/open.ts";
import { subscriptionOf } from "../digest/desk.ts";
import { startPostgres } from "./postgres.ts";

const reply = {
  ...{ ok: true, command: "digest", line: "digest", title: "Digest", parts: [], sources: [], data: {}, page: 1 },
  shared: true,
};
const postOf = (id: string, more: Partial<NewDelivery> = {}): NewDelivery => ({
  ...{ id, platform: "slack", workspace: "T1", channel: "C1", due: 1000, person: false, reply },
  ...more,
});
const now = 1_800_000_000_000;
const held = { uncertain: false, failed: false };

describe.each(["SQLite", "PostgreSQL"])("in %s", (engine) => {
  let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let where: { directory: string; url?: string };
  let first: Store;
  let second: Store;
  beforeAll(async () => {
    server = engine === "PostgreSQL" ? await startPostgres() : undefined;
    const directory = await mkdtemp(join(tmpdir(), "casebook-outbox-"));
    where = { directory, ...(server ? { url: await server.database() } : {}) };
    first = await openStore(where);
    // SQLite is one process's: two connections of one thread would wait for each other.
    second = server ? await openStore(where) : first;
  });
  afterAll(async () => {
    await first?.close();
    if (second !== first) await second?.close();
    await server?.stop();
  });

  test("of processes that compose the same post at once, one writes it, and the subscription moves on once", async () => {
    const subscription = subscriptionOf({ nextAt: 5000, channel: `C${engine}` });
    await first.subscriptions.add(subscription);
    const composed: Composed = {
      subscription,
      delivery: postOf(`${subscription.id}-1`, { channel: subscription.channel, subscription: subscription.id }),
      nextAt: 9000,
      ...{ items: ["a#lessons/1"], memory: 0 },
    };
    const written = await Promise.all(
      [first, second, first, second].map((store) => store.outbox.commit(composed, now)),
    );
    expect(written.filter((at) => at !== undefined)).toHaveLength(1);
    expect(await second.subscriptions.find(subscription.id)).toMatchObject({ nextAt: 9000 });
    expect(await second.channelMemory.shown(subscription)).toMatchObject({ version: 1 });
  });

  test("posts chosen from the same memory of a channel cannot both be written", async () => {
    const channel = `D${engine}`;
    const all = [1, 2].map((n) => subscriptionOf({ nextAt: 5000, channel, id: `${engine}${n}` }));
    for (const one of all) await first.subscriptions.add(one);
    const written = await Promise.all(
      all.map((subscription, i) =>
        [first, second][i]?.outbox.commit(
          {
            ...{ subscription, nextAt: 9000, items: ["a#lessons/1"], memory: 0 },
            delivery: postOf(`${subscription.id}-1`, { channel }),
          },
          now,
        ),
      ),
    );
    expect(written.filter((at) => at !== undefined)).toHaveLength(1);
    expect((await first.subscriptions.due(6000, ["slack"], 10)).filter((one) => one.channel === channel)).toHaveLength(
      1,
    );
  });

  test("of processes that want to send the same post at once, one may", async () => {
    await first.outbox.add(postOf(`claim-${engine}`), now);
    const at = now + 60_000;
    const claims = await Promise.all(
      Array.from({ length: 8 }, (_, i) => (i % 2 ? first : second).outbox.claim(`claim-${engine}`, at, 5000)),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(claims.find(Boolean)?.uncertainSince).toBeUndefined();
    expect(await first.outbox.claim(`claim-${engine}`, at + 4999, 5000)).toBeUndefined();
    const after = await second.outbox.claim(`claim-${engine}`, at + 5000, 5000);
    expect(after).toMatchObject({ attempts: 1, uncertainSince: at });
    await second.outbox.sent(`claim-${engine}`, "m1", at);
    expect(await first.outbox.claim(`claim-${engine}`, at + 99_000, 5000)).toBeUndefined();
  });

  test("posts to one channel are a second apart, those in one workspace a fifth, those elsewhere at once", async () => {
    const workspace = `W${engine}`;
    const tries = async (id: string, channel: string, of: string) => {
      await first.outbox.add(postOf(id, { channel, workspace: of }), now);
      return (await first.outbox.find(id))?.nextTry;
    };
    expect(await tries(`p1${engine}`, "P1", workspace)).toBe(now);
    expect(await tries(`p2${engine}`, "P1", workspace)).toBe(now + 1000);
    expect(await tries(`p3${engine}`, "P2", workspace)).toBe(now + 400);
    expect(await tries(`p4${engine}`, "P3", `X${engine}`)).toBe(now);
    const ready = async (at: number) => (await first.outbox.ready(at, ["slack"], 100)).map(({ id }) => id);
    expect(await ready(now + 400)).toContain(`p3${engine}`);
    expect(await ready(now + 999)).not.toContain(`p2${engine}`);
    expect(await first.outbox.ready(now + 999, ["discord"], 100)).toEqual([]);
  });

  test("processes that want the same moment at once get moments that lie apart", async () => {
    const taken = await Promise.all(
      Array.from({ length: 6 }, (_, i) => (i % 2 ? first : second).slots.take("sign-in", 5500, now)),
    );
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 6 }, (_, i) => now + i * 5500));
    expect(await first.slots.take("another", 5500, now)).toBe(now);
    expect(await second.slots.take("sign-in", 5500, now + 99_000)).toBe(now + 99_000);
  });

  test("a post is written once under one id, and what was refused is not taken for sent", async () => {
    const id = `once-${engine}`;
    for (const store of [first, second]) await store.outbox.add(postOf(id), now);
    const at = now + 60_000;
    await first.outbox.claim(id, at, 5000);
    await first.outbox.retry({ id, attempts: 0 }, at + 10_000, "Slack answered ratelimited", { ...held, failed: true });
    expect(await second.outbox.find(id)).toMatchObject({
      state: "waiting",
      attempts: 1,
      problem: "Slack answered ratelimited",
    });
    expect((await second.outbox.find(id))?.uncertainSince).toBeUndefined();
    const later = at + 20_000;
    expect(await second.outbox.claim(id, later, 5000)).toMatchObject({ attempts: 1, failures: 1 });
    // A sender that lost its claim changes nothing any more.
    expect(await first.outbox.retry({ id, attempts: 0 }, later, "late", held)).toBeUndefined();
    await first.outbox.giveUp({ id, attempts: 0 }, "late", later);
    expect(await first.outbox.find(id)).toMatchObject({ state: "waiting", uncertainSince: later });
    await first.outbox.giveUp({ id, attempts: 1 }, "no use", later);
    expect(await second.outbox.resend(id, at)).toBe(true);
    expect(await first.outbox.resend(id, at)).toBe(false);
  });

  test("a post that is there already moves no channel's memory on", async () => {
    const [id, channel] = [`there-${engine}`, `E${engine}`];
    const post = postOf(id, { channel });
    const shown = (items: string[], memory: number) => ({ items, memory });
    expect(await first.outbox.add(post, now, shown(["a"], 3))).toBe("stale");
    expect(await first.outbox.find(id)).toBeUndefined();
    expect(await first.outbox.add(post, now, shown(["a"], 0))).toBe("added");
    expect(await second.outbox.add(post, now, shown(["b"], 1))).toBe("there");
    const subscription = subscriptionOf({ nextAt: 5000, channel });
    await first.subscriptions.add(subscription);
    const composed = { subscription, delivery: post, nextAt: 9000, items: ["c"], memory: 1 };
    expect(await second.outbox.commit(composed, now)).toBeDefined();
    expect(await first.subscriptions.find(subscription.id)).toMatchObject({ nextAt: 9000 });
    const memory = await first.channelMemory.shown(post);
    expect([memory.version, [...memory.items.keys()]]).toEqual([1, ["a"]]);
  });

  test("the posts of one subscription are found behind any number of others in its channel", async () => {
    const channel = `H${engine}`;
    const place = { platform: "slack", channel };
    const add = (id: string, subscription: string, due: number) =>
      first.outbox.add(postOf(`${subscription}-${id}-${engine}`, { channel, subscription, due }), now);
    await add("old", "monthly", 1000);
    for (let n = 0; n < 30; n++) await add(`${n}`, "hourly", 2000 + n);
    const subscriptions = async (subscription?: string) =>
      (await second.outbox.history({ ...place, subscription }, 20)).map((post) => post.subscription);
    expect(await subscriptions("monthly")).toEqual(["monthly"]);
    expect(new Set(await subscriptions())).toEqual(new Set(["hourly"]));
    expect(await second.outbox.history({ ...place, channel: "elsewhere", subscription: "monthly" }, 20)).toEqual([]);
  });

  test("changes of the content are recorded once, and items that moved stay known as shown", async () => {
    const history = first.contentHistory;
    const row = (id: string, text: string) => ({ id, text, entry: "a", section: "x", title: "" });
    const none = new Map<string, string>();
    await history.record({ from: "", version: "v1", at: 7, passages: [row("a#x/1", "one")], changes: [], moved: none });
    const channel = { platform: "slack", channel: `M${engine}` };
    await first.outbox.add(postOf(`shown-${engine}`, channel), now, { items: ["a#x/1"], memory: 0 });
    const change = { at: now, id: "a#x/1", kind: "new" as const };
    const update = {
      from: "v1",
      version: "v2",
      at: now,
      passages: [row("a#x/1", "zero"), row("a#x/2", "one")],
      changes: [change],
    };
    for (const store of [first, second])
      await store.contentHistory.record({ ...update, moved: new Map([["a#x/1", "a#x/2"]]) });
    expect(await second.contentHistory.since(now - 1)).toEqual([change]);
    expect(await history.kept()).toHaveLength(2);
    expect(await history.begun()).toBe(7);
    expect([...(await second.channelMemory.shown(channel)).items.keys()]).toEqual(["a#x/2"]);
  });
});
