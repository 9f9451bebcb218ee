import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { isLineKey, lineKey } from "#core/line-key.ts";
import { openDatabase } from "#store/database.ts";
import { lazyStore, openStore } from "#store/open.ts";

const folder = () => mkdtemp(join(tmpdir(), "casebook-store-"));

test("a line too long for a button is found again under its key after a restart", async () => {
  const directory = await folder();
  const line = `ask ${"why ".repeat(60)}`;
  const key = lineKey(line, 100);
  expect(isLineKey(key)).toBe(true);
  expect(key.length).toBeLessThanOrEqual(23);
  const first = await openStore({ directory });
  await first.keptLines.keep(new Map([[key, line]]));
  await first.keptLines.keep(new Map([[key, line]]));
  await first.close();
  const second = await openStore({ directory });
  expect(await second.keptLines.find(key)).toBe(line);
  expect(await second.keptLines.find("~nothing")).toBeUndefined();
  await second.close();
});

test("a line that is kept again is kept from then on", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const store = await openStore({ directory: await folder() });
  onTestFinished(() => store.close());
  const keepAt = async (moment: number, ...keys: string[]) => {
    vi.setSystemTime(moment);
    await store.keptLines.keep(new Map(keys.map((key) => [key, `ask about ${key}`])));
  };
  await keepAt(1000, "once", "again");
  await keepAt(2000, "again");
  await store.retention.purge({ talks: 0, claims: 0, scorecards: 0, rest: 1500 });
  expect(await store.keptLines.find("once")).toBeUndefined();
  expect(await store.keptLines.find("again")).toBe("ask about again");
});

test("a line that fits is its own key, and a line that looks like a key is not taken for one", () => {
  expect(lineKey("case openai", 100)).toBe("case openai");
  expect(lineKey("~abc", 100)).toMatch(/^~.{22}$/);
});

test("a store that is never asked for leaves no file", async () => {
  const directory = await folder();
  await lazyStore({ directory }).close();
  expect(await readdir(directory)).toEqual([]);
});

test("a database of a newer release refuses to open with a clear sentence", async () => {
  const directory = await folder();
  const database = await openDatabase({ directory });
  await database
    .withTables<{ kysely_migration: { name: string; timestamp: string } }>()
    .insertInto("kysely_migration")
    .values({ name: "999-future", timestamp: new Date().toISOString() })
    .execute();
  await database.destroy();
  await expect(openStore({ directory })).rejects.toThrow(/written by a newer release of Casebook/);
});
