import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "#store/open.ts";
import { makeReply } from "../platforms/slack/make.ts";
import { startPostgres } from "./postgres.ts";

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

test.each(["SQLite", "PostgreSQL"])("the backlog counts what waits and what was given up, in %s", async (kind) => {
  const directory = await mkdtemp(join(tmpdir(), "casebook-backlog-"));
  const store = await openStore({ directory, url: kind === "SQLite" ? undefined : await postgres.database() });
  const now = 1_800_000_000_000;
  expect(await store.backlog(now)).toEqual({ waiting: 0, givenUp: 0, longestWait: 0 });
  const add = (id: string, due: number) =>
    store.outbox.add({ id, platform: "slack", channel: id, due, person: false, reply: makeReply() }, due);
  await add("sent", now - 60_000);
  await add("late", now - 40_000);
  await add("lost", now - 90_000);
  await add("early", now + 10_000);
  await store.outbox.sent("sent", "1", now);
  const lost = await store.outbox.claim("lost", now, 1000);
  if (lost) await store.outbox.giveUp(lost, "the channel is gone", now);
  expect(await store.backlog(now)).toEqual({ waiting: 2, givenUp: 1, longestWait: 40_000 });
  await store.close();
});
