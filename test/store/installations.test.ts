import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openStore } from "#store/open.ts";
import { startPostgres } from "./postgres.ts";

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres?.stop());

test.each(["SQLite", "PostgreSQL"])("installations are kept, sealed anew and removed, in %s", async (kind) => {
  const directory = await mkdtemp(join(tmpdir(), "casebook-installations-"));
  const store = await openStore({ directory, url: kind === "SQLite" ? undefined : await postgres.database() });
  const { installations, subscriptions } = store;
  await installations.keep("T1", "one", 1000);
  await installations.keep("T1", "two", 2000);
  await installations.keep("E1", "wide", 1000);
  expect(await installations.all()).toEqual([
    { id: "E1", sealed: "wide" },
    { id: "T1", sealed: "two" },
  ]);
  expect(await installations.replace("T1", "one", "three")).toBe(false);
  expect(await installations.replace("T1", "two", "three")).toBe(true);
  expect(await installations.find("T1")).toBe("three");
  for (const workspace of ["T2", "T3", "T2"]) await installations.join(workspace, "E1");
  expect(await installations.organisationOf("T2")).toBe("E1");
  expect(await installations.organisationOf("T1")).toBeUndefined();
  await installations.join("T4", "E1");
  await installations.leave("T4", "E2");
  expect(await installations.organisationOf("T4")).toBe("E1");
  await installations.leave("T4", "E1");
  expect(await installations.organisationOf("T4")).toBeUndefined();

  expect(await installations.remove("T1", 2000)).toEqual([]);
  expect(await installations.find("T1")).toBe("three");
  expect(await installations.remove("T1", 2001)).toEqual(["T1"]);
  expect([...(await installations.remove("E1", 5000))].sort()).toEqual(["E1", "T2", "T3"]);
  expect(await installations.all()).toEqual([]);
  expect(await installations.organisationOf("T2")).toBeUndefined();

  const add = (id: string, platform: string, workspace: string) =>
    subscriptions.add({
      ...{ id, platform, workspace, channel: `C${id}`, line: "digest", schedule: "daily 09:00", zone: "UTC" },
      ...{ createdAt: 0, nextAt: 0 },
    });
  await add("aaaa1111", "slack", "T1");
  await add("bbbb2222", "slack", "T2");
  await add("cccc3333", "discord", "T1");
  expect(await subscriptions.pauseIn({ platform: "slack", workspace: "T1" }, "removed")).toBe(1);
  expect(await subscriptions.pauseIn({ platform: "slack", workspace: "T1" }, "again")).toBe(0);
  expect((await subscriptions.find("aaaa1111"))?.paused).toBe("removed");
  const paused = await subscriptions.pausedIn({ platform: "slack", workspace: "T1" }, "removed");
  expect(paused.map(({ id }) => id)).toEqual(["aaaa1111"]);
  expect(await subscriptions.pausedIn({ platform: "slack", workspace: "T1" }, "again")).toEqual([]);
  expect(await subscriptions.pausedIn({ platform: "slack", workspace: "T2" }, "removed")).toEqual([]);
  expect((await subscriptions.running()).map(({ id }) => id).sort()).toEqual(["bbbb2222", "cccc3333"]);
  await store.close();
});
