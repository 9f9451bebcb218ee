import { expect, test } from "vitest";
import { drillDigests } from "./digests.ts";

const drill = { seed: 7, faults: 0.15, mostKills: 5, content: "content", say: () => {} };

test.concurrent("one process on SQLite, killed again and again, loses and doubles nothing", {
  timeout: 400_000,
}, async () => {
  const result = await drillDigests({ ...drill, subscriptions: 12, processes: 1, days: 3, killEvery: 4000 });
  expect(result).toMatchObject({ lost: 0, doubled: 0, stray: 0 });
  expect(result.delivered).toBeGreaterThan(5);
  expect(result.kills).toBeGreaterThan(0);
});

test.concurrent("three processes on PostgreSQL, killed singly and all at once, lose and double nothing", {
  timeout: 400_000,
}, async () => {
  const result = await drillDigests({ ...drill, subscriptions: 20, processes: 3, days: 3, killEvery: 4000 });
  expect(result).toMatchObject({ lost: 0, doubled: 0, stray: 0 });
  expect(result.delivered).toBeGreaterThan(5);
  expect(result.kills).toBeGreaterThan(0);
});
