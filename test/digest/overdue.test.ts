import { afterAll, expect, test } from "vitest";
import type { Subscription } from "#core/subscriptions.ts";
import { openDesk, subscriptionOf } from "./desk.ts";

const { store, dispatch } = await openDesk();
afterAll(() => store.close());
const overdue = Date.now() - 3_600_000;

/** A subscription whose time has come, after a line was said in its channel. */
async function after(line: string, more: Partial<Subscription> = {}): Promise<Subscription | undefined> {
  await store.subscriptions.remove("aaaaaaaa");
  await store.subscriptions.add(subscriptionOf({ id: "aaaaaaaa", zone: "Europe/Paris", nextAt: overdue, ...more }));
  const reply = await dispatch.run(
    dispatch.read(line, { platform: "slack", via: "command", workspace: "T1", channel: "C1", asker: "U1" }),
  );
  expect(reply.ok, JSON.stringify(reply.parts)).toBe(true);
  return store.subscriptions.find("aaaaaaaa");
}

test.each([
  ["digest edit aaaaaaaa ping=S0123ABCD", { ping: "S0123ABCD" }],
  ["digest edit aaaaaaaa line=web3", { line: "digest web3" }],
  [
    'digest edit aaaaaaaa line=everything ping=nobody schedule="daily 09:00" zone=Europe/Paris line=ai',
    { line: "digest ai" },
  ],
  ["digest edit aaaaaaaa daily 9am", { schedule: "daily 09:00" }],
  ["digest resume aaaaaaaa", {}],
])("a post that is overdue is not lost to “%s”", async (line, changed) => {
  expect(await after(line)).toMatchObject({ nextAt: overdue, ...changed });
});

test("a zone that is kept under its former name is the same zone", async () => {
  const changed = await after("digest edit aaaaaaaa zone=Asia/Calcutta line=ai", { zone: "Asia/Calcutta" });
  expect(changed).toMatchObject({ nextAt: overdue, line: "digest ai" });
});

test.each([
  ["digest edit aaaaaaaa daily 10:00", {}],
  ["digest edit aaaaaaaa zone=Asia/Tokyo", {}],
  ["digest resume aaaaaaaa", { paused: "somebody here paused it" }],
])("“%s” means the next time that it comes round", async (line, more) => {
  const changed = await after(line, more);
  expect(changed?.nextAt).toBeGreaterThan(Date.now());
  expect(changed).not.toHaveProperty("paused");
});
