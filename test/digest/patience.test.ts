import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, expect, test } from "vitest";
import type { Log } from "#core/log.ts";
import { createSender } from "#digest/sender.ts";
import { openStore } from "#store/open.ts";
import { makeReply } from "../platforms/slack/make.ts";
import { deliverersFor, hasty } from "./desk.ts";
import { inTurn, startPlatforms } from "./platforms.ts";

const day = 86_400_000;
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A sender whose clock goes on as it is told, with one post that waits for it. */
async function open() {
  const platforms = await startPlatforms();
  const folder = await mkdtemp(join(tmpdir(), "casebook-patience-"));
  const store = await openStore({ directory: folder });
  cleanups.push(platforms.close, store.close);
  const clock = { now: Date.now() };
  const errors: unknown[] = [];
  const log: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: (fields) => void errors.push(fields) };
  const send = createSender({
    ...{ store, log, clock: () => clock.now, again: async () => {}, patience: { ...hasty, tries: 3 } },
    deliverers: new Map(deliverersFor(platforms, store.keptLines).map((one) => [one.platform, one])),
  });
  const place = { platform: "slack", workspace: "T1", channel: "C1" };
  await store.outbox.add({ ...place, id: "p1", due: clock.now, person: false, reply: makeReply() }, clock.now);
  const tryAgain = async (later: number) => {
    clock.now += later;
    await send({ id: "p1", platform: "slack" });
    return (await store.outbox.find("p1"))?.state;
  };
  return { platforms, store, folder, errors, tryAgain };
}

const wait = { kind: "wait", seconds: 1 } as const;
const refused = { kind: "refuse", slack: "team_not_found", discord: 0 } as const;

test("a post that was long asked to wait is not given up at its first failure", async () => {
  const { platforms, store, tryAgain } = await open();
  platforms.behaviour.fault = inTurn(wait, wait, wait, wait, wait, refused, wait, refused);
  for (let i = 0; i < 8; i++) expect(await tryAgain(60_000)).toBe("waiting");
  expect(await tryAgain(60_000)).toBe("sent");
  expect(await store.outbox.find("p1")).toMatchObject({ attempts: 9 });
  expect(platforms.posted).toHaveLength(1);
});

test("a post is given up after as many failures as there is patience for", async () => {
  const { platforms, errors, tryAgain } = await open();
  platforms.behaviour.fault = () => refused;
  expect([await tryAgain(0), await tryAgain(60_000), await tryAgain(60_000)]).toEqual([
    ...["waiting", "waiting", "given-up"],
  ]);
  expect(errors).toMatchObject([{ delivery: "p1", problem: "Slack answered team_not_found" }]);
});

test("what a platform holds back for more than a week is given up; sent again, it has another week", async () => {
  const { platforms, store, tryAgain } = await open();
  platforms.behaviour.fault = () => wait;
  expect(await tryAgain(6 * day)).toBe("waiting");
  expect(await tryAgain(2 * day)).toBe("given-up");
  await store.outbox.resend("p1", Date.now() + 8 * day);
  expect(await tryAgain(day)).toBe("waiting");
});

test("a post that cannot be read any more is given up, kept, and told of, and is not posted", async () => {
  const { platforms, store, folder, errors, tryAgain } = await open();
  const database = new DatabaseSync(join(folder, "casebook.sqlite"));
  database.exec("update deliveries set reply = '{}'");
  database.close();
  expect(await tryAgain(0)).toBe("given-up");
  expect(platforms.posted).toEqual([]);
  expect(errors).toMatchObject([{ delivery: "p1", problem: expect.stringMatching(/cannot be read/) }]);
  const [post] = await store.outbox.history({ platform: "slack", channel: "C1" }, 5);
  expect(post).toMatchObject({ unreadable: true, problem: expect.stringMatching(/cannot be read/) });
});
