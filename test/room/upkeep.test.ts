import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Reply } from "#core/reply.ts";
import type { Filing } from "#core/room.ts";
import { createUpkeep } from "#room/upkeep.ts";
import { openStore } from "#store/open.ts";
import { openReal } from "../real.ts";

const { dispatch, say, store: storeOfTerminal } = await openReal();
const place = { platform: "slack", workspace: "T1", channel: "C1", thread: "1.1", asker: "U1" };
const day = 86_400_000;

async function open(now: () => number = Date.now) {
  const store = await openStore({ directory: await mkdtemp(join(tmpdir(), "casebook-upkeep-")) });
  const told: { filing: Filing; reply: Reply }[] = [];
  const errors: unknown[] = [];
  const upkeep = createUpkeep({
    store,
    dispatch,
    tellers: new Map([["slack", async (filing, reply) => void told.push({ filing, reply })]]),
    retentionDays: 90,
    threadHours: 24,
    log: { info: () => {}, error: (fields) => errors.push(fields) },
    now,
  });
  return { store, told, errors, upkeep };
}

test("when the content has changed, whoever filed what it answers now is told the answer with its sources", async () => {
  const { store, told, errors, upkeep } = await open();
  await store.gaps.file("who founded Hugging Face?", "", place, 1);
  await store.gaps.file("who is the dentist of the florist?", "", place, 1);
  await Promise.all([upkeep.contentChanged(), upkeep.contentChanged()]);
  expect(told).toHaveLength(1);
  expect(told[0]?.filing).toMatchObject({ channel: "C1", thread: "1.1" });
  expect(told[0]?.reply).toMatchObject({ ok: true, shared: true });
  expect(JSON.stringify(told[0]?.reply.parts)).toMatch(/who founded Hugging Face\?.*Delangue/);
  expect(told[0]?.reply.sources.length).toBeGreaterThan(0);
  expect(await store.gaps.open()).toMatchObject([{ question: "who is the dentist of the florist?", asked: 0 }]);
  expect(errors).toEqual([]);
  upkeep.stop();
});

test("what was filed although it has an answer is told of once the answer says something else, not before", async () => {
  const { store, told, upkeep } = await open();
  await say("gaps file who founded Hugging Face?");
  const [filed] = await (await storeOfTerminal()).gaps.open();
  await store.gaps.file("who founded Hugging Face?", filed?.passage ?? "", place, 1);
  await upkeep.contentChanged();
  expect(told).toEqual([]);
  await store.gaps.file("who founded Hugging Face?", `${filed?.passage}, as it was`, place, 2);
  await upkeep.contentChanged();
  expect(told).toHaveLength(1);
  upkeep.stop();
});

test("questions are kept for the days that are set, talks for the hours", async () => {
  let clock = 0;
  const { store, upkeep } = await open(() => clock);
  const person = { platform: "slack", workspace: "T1", asker: "U1" };
  await store.gaps.count("why?", place, 0);
  await store.threads.remember("k", { ...person, subjects: ["solana"], question: "q" }, 0);
  clock = day;
  await upkeep.purge();
  expect(await store.threads.recall("k", 0)).toBeDefined();
  clock = day + 1;
  await upkeep.purge();
  expect(await store.threads.recall("k", 0)).toBeUndefined();
  clock = 90 * day;
  await upkeep.purge();
  expect(await store.gaps.open()).toHaveLength(1);
  clock = 90 * day + 1;
  await upkeep.purge();
  expect(await store.gaps.open()).toEqual([]);
  upkeep.stop();
});

test("a store that fails is reported and stops nothing", async () => {
  const { store, errors, upkeep } = await open();
  await store.close();
  await upkeep.purge();
  await upkeep.contentChanged();
  expect(errors).toHaveLength(2);
  upkeep.stop();
});
