import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "#core/store.ts";
import { horizonsAt } from "#digest/horizons.ts";
import { openStore } from "#store/open.ts";
import { subscriptionOf } from "../digest/desk.ts";
import { makeReply } from "../platforms/slack/make.ts";
import { startPostgres } from "./postgres.ts";

const day = 86_400_000;
const now = 1_800_000_000_000;
const later = (days: number) => horizonsAt(now + days * day, now + days * day);

describe.each(["SQLite", "PostgreSQL"])("in %s", (engine) => {
  let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
  let store: Store;
  beforeAll(async () => {
    server = engine === "PostgreSQL" ? await startPostgres() : undefined;
    const directory = await mkdtemp(join(tmpdir(), "casebook-retention-"));
    store = await openStore({ directory, url: await server?.database() });
  });
  afterAll(async () => {
    await store?.close();
    await server?.stop();
  });

  const shownIn = async (channel: string) =>
    (await store.channelMemory.shown({ platform: "slack", channel })).items.size;
  const show = async (id: string, channel: string, due = now) => {
    const { version: memory } = await store.channelMemory.shown({ platform: "slack", channel });
    const delivery = { id, platform: "slack", channel, due, person: false, reply: makeReply() };
    expect(await store.outbox.add(delivery, due, { items: [id], memory })).toBe("added");
  };

  test("what a channel was shown is kept while it has a digest, and 400 days after", async () => {
    await store.subscriptions.add(subscriptionOf({ nextAt: now, channel: "C-kept" }));
    for (const channel of ["C-kept", "C-left", "C-back"]) await show(`m-${channel}`, channel);
    await store.forgetDigests(later(399));
    expect([await shownIn("C-kept"), await shownIn("C-left"), await shownIn("C-back")]).toEqual([1, 1, 1]);
    await show("m-again", "C-back", now + 399 * day);
    await store.forgetDigests(later(401));
    expect([await shownIn("C-kept"), await shownIn("C-left"), await shownIn("C-back")]).toEqual([1, 0, 2]);
    await show("m-new", "C-left", now + 402 * day);
    expect(await shownIn("C-left")).toBe(1);
  });

  test("changes of the content go when no digest can ask for them any more", async () => {
    const at = (days: number) => now + days * day;
    const changes = [1, 2, 3].map((days) => ({ at: at(days), id: `a#x/${days}`, kind: "new" as const }));
    const update = { from: "", version: "v1", at: now, passages: [], moved: new Map<string, string>() };
    await store.contentHistory.record({ ...update, changes });
    const left = async () => (await store.contentHistory.since(0)).map(({ id }) => id);
    await store.forgetDigests(later(401));
    expect(await left()).toHaveLength(3);
    await store.forgetDigests(later(402.5));
    expect(await left()).toEqual(["a#x/3"]);
    // A digest that rests for years goes on with all that has changed since its last post.
    const resting = subscriptionOf({ nextAt: now, channel: "C-rest", paused: "somebody here paused it" });
    await store.subscriptions.add({ ...resting, lastDue: at(2.5) });
    await store.forgetDigests(later(2000));
    expect(await left()).toEqual(["a#x/3"]);
    await store.subscriptions.change(resting.id, { lastDue: at(3) });
    await store.forgetDigests(later(2000));
    expect(await left()).toEqual([]);
  });

  test("posts go 90 days after they ended, those that wait stay; moments that are past leave no trace", async () => {
    for (const id of ["ended", "waits"]) await show(`p-${id}`, `C-${id}`);
    await store.outbox.sent("p-ended", "m1", now);
    expect(await store.slots.take("sign-in", 5000, now)).toBe(now);
    await store.forgetDigests(later(89));
    expect(await store.outbox.find("p-ended")).toBeDefined();
    await store.forgetDigests(later(91));
    expect([await store.outbox.find("p-ended"), (await store.outbox.find("p-waits"))?.state]).toEqual([
      ...[undefined, "waiting"],
    ]);
    // A slot that was still there would say now + 5000.
    expect(await store.slots.take("sign-in", 5000, now)).toBe(now);
  });
});
