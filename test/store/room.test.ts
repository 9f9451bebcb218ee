import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Store } from "#core/store.ts";
import { openStore } from "#store/open.ts";
import { startPostgres } from "./postgres.ts";

const room = { platform: "slack", workspace: "T1", channel: "C1", thread: "17.1" };
const channel = { ...room, thread: "" };
const ann = { platform: "slack", workspace: "T1", asker: "U1" };
const bo = { platform: "slack", workspace: "T1", asker: "U2" };

let postgres: Awaited<ReturnType<typeof startPostgres>>;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

type Where = Parameters<typeof openStore>[0];

/** Every behaviour holds in a SQLite file and in PostgreSQL. */
const homes: readonly (readonly [string, () => Promise<Where>])[] = [
  ["SQLite", async () => ({ directory: await mkdtemp(join(tmpdir(), "casebook-room-")) })],
  ["PostgreSQL", async () => ({ directory: "unused", url: await postgres.database() })],
];

describe.each(homes)("in %s", (_, newHome) => {
  let where: Where;
  let store: Store;
  beforeEach(async () => {
    where = await newHome();
    store = await openStore(where);
  });
  afterEach(() => store.close());

  async function restart(): Promise<void> {
    await store.close();
    store = await openStore(where);
  }

  test("a conversation's subject is recalled after a restart and forgotten after its time", async () => {
    await store.threads.remember("k", { ...ann, subjects: ["solana"], question: "who founded solana?" }, 1000);
    const spoken = ["anthropic", "openai", "solana"];
    const talk = {
      subjects: ["openai", "anthropic"],
      question: "compare them",
      spoken,
      line: "compare openai anthropic",
    };
    await store.threads.remember("k", { ...bo, ...talk }, 2000);
    await restart();
    expect(await store.threads.recall("k", 2000)).toEqual(talk);
    expect(await store.threads.recall("k", 2001)).toBeUndefined();
    expect(await store.threads.recall("other", 0)).toBeUndefined();
  });

  test("a line too long to be kept whole is not kept", async () => {
    const talk = { subjects: ["solana"], question: "q", line: `ask ${"x".repeat(2000)}` };
    await store.threads.remember("k", { ...ann, ...talk }, 1);
    expect(await store.threads.recall("k", 1)).toMatchObject({ subjects: ["solana"], line: "" });
  });

  test("a person's newest rating of an answer holds, and poor answers are counted by person", async () => {
    const rating = { ...room, question: "Who pays?", passage: "solana#risks/1", helpful: false, reason: "" };
    await store.feedback.rate({ ...rating, asker: "U1" }, 1);
    await store.feedback.rate({ ...rating, asker: "U1", question: "who pays", reason: "out of date" }, 2);
    await store.feedback.rate({ ...rating, asker: "U2" }, 3);
    await store.feedback.rate({ ...rating, asker: "U3", passage: "solana#risks/2", helpful: true }, 4);
    expect(await store.feedback.poor("T1")).toMatchObject([
      { question: "Who pays?", workspace: "T1", passage: "solana#risks/1", times: 2, reasons: ["out of date"] },
    ]);
    await store.feedback.rate({ ...rating, asker: "U1", helpful: true }, 5);
    expect(await store.feedback.poor()).toMatchObject([{ times: 1, reasons: [] }]);
    expect(await store.feedback.poor("T2")).toEqual([]);
  });

  test("an answer that was seen to is off the list of poor ones, with its ratings and no others", async () => {
    const rating = { ...room, question: "Who pays?", passage: "solana#risks/1", helpful: false, reason: "" };
    await store.feedback.rate({ ...rating, asker: "U1" }, 1);
    await store.feedback.rate({ ...rating, asker: "U2", question: "Who signs?" }, 2);
    await store.feedback.rate({ ...rating, asker: "U3", workspace: "T2" }, 3);
    const [pays] = (await store.feedback.poor("T1")).filter(({ question }) => question === "Who pays?");
    await store.feedback.settle([pays?.id ?? ""]);
    expect(await store.feedback.poor("T1")).toMatchObject([{ question: "Who signs?" }]);
    expect(await store.feedback.poor("T2")).toMatchObject([{ question: "Who pays?" }]);
    await store.feedback.rate({ ...rating, asker: "U1" }, 4);
    expect((await store.feedback.poor("T1")).map(({ id }) => id)).toContain(pays?.id);
  });

  test("an unanswered question is counted once a wording, with no name until somebody files it", async () => {
    await store.gaps.count("Who is the CFO?", room, 10);
    await store.gaps.count("who is the cfo", channel, 20);
    await store.gaps.count("who is the CFO?", { ...room, workspace: "T2" }, 20);
    expect(await store.gaps.open("T1")).toMatchObject([
      { question: "Who is the CFO?", asked: 2, waiters: [], firstAt: 10, lastAt: 20 },
    ]);
    expect(await store.gaps.open()).toHaveLength(2);
    const filed = await store.gaps.file("who is the CFO", "", { ...room, asker: "U1" }, 30);
    expect(filed).toMatchObject({ question: "Who is the CFO?", asked: 2, waiters: ["slack/U1"] });
    await store.gaps.file("who is the CFO", "", { ...room, asker: "U1" }, 31);
    expect(await store.gaps.waiting(filed.id)).toMatchObject([{ ...room, asker: "U1" }]);
  });

  test("a closed gap is wanted as long as somebody waits for it, who counts once from whatever places they filed it", async () => {
    const { id } = await store.gaps.file("who waits?", "", { ...room, asker: "U1" }, 1);
    const again = await store.gaps.file("who waits?", "", { ...channel, asker: "U1" }, 2);
    expect(again).toMatchObject({ id, waiters: ["slack/U1"] });
    await store.gaps.close([id], 3);
    expect(await store.gaps.open()).toEqual([]);
    expect(await store.gaps.wanted()).toMatchObject([{ id, waiters: ["slack/U1"] }]);
    for (const filing of await store.gaps.waiting(id)) await store.gaps.claim([filing.id], 4);
    expect(await store.gaps.wanted()).toEqual([]);
  });

  test("a filing is claimed by one teller alone until it is given back", async () => {
    const { id } = await store.gaps.file("who?", "", { ...room, asker: "U1" }, 1);
    const [filing] = await store.gaps.waiting(id);
    const claims = await Promise.all([1, 2, 3].map((at) => store.gaps.claim([filing?.id ?? ""], at)));
    expect(claims.flat()).toHaveLength(1);
    expect(await store.gaps.waiting(id)).toEqual([]);
    await store.gaps.release([filing?.id ?? ""]);
    expect(await store.gaps.waiting(id)).toHaveLength(1);
  });

  test("a closed gap leaves the list and comes back with a fresh count when it is asked again", async () => {
    await store.gaps.count("why?", room, 1);
    await store.gaps.count("why?", room, 2);
    const [gap] = await store.gaps.open();
    expect(await store.gaps.close([gap?.id ?? "", "nothing"], 3)).toBe(1);
    expect(await store.gaps.close([gap?.id ?? ""], 4)).toBe(0);
    expect(await store.gaps.open()).toEqual([]);
    await store.gaps.count("why?", room, 5);
    expect(await store.gaps.open()).toMatchObject([{ asked: 1, lastAt: 5 }]);
    expect(await store.gaps.wanted()).toHaveLength(1);
  });

  test("a meeting and its questions survive a restart; a thread's own meeting stands before its channel's", async () => {
    const wide = await store.meetings.start(channel, ["solana"], "U1", 100);
    expect(await store.meetings.current(room, 0)).toEqual(wide);
    const own = await store.meetings.start(room, [], "U1", 50);
    await store.meetings.add(own.id, { question: "who pays?", answer: "", passage: "", asker: "U2" }, 60);
    await store.meetings.add(own.id, { question: "Who pays", answer: "x", passage: "", asker: "U2" }, 61);
    await store.meetings.add(own.id, { question: "founded?", answer: "2017", passage: "a#b/1", asker: "U2" }, 62);
    await restart();
    expect(await store.meetings.current(room, 0)).toMatchObject({ id: own.id });
    expect(await store.meetings.current(channel, 0)).toMatchObject({ id: wide.id, studies: ["solana"] });
    expect(await store.meetings.current({ ...room, channel: "C2" }, 0)).toBeUndefined();
    expect(await store.meetings.inThreads(channel, 50)).toMatchObject([{ id: own.id }]);
    for (const [where, since] of [
      [channel, 51],
      [{ ...channel, channel: "C2" }, 0],
    ] as const)
      expect(await store.meetings.inThreads(where, since)).toEqual([]);
    const [open, known] = await store.meetings.questions(own.id);
    expect([open, known]).toMatchObject([
      { question: "who pays?", answer: "", owner: "" },
      { question: "founded?", answer: "2017", passage: "a#b/1" },
    ]);
    expect(await store.meetings.own(own.id, open?.id ?? "", "Legal", "U2")).toBe(true);
    expect(await store.meetings.own(wide.id, open?.id ?? "", "Legal", "U2")).toBe(false);
    await store.meetings.turn(wide.id, ["solana", "openai"]);
    expect(await store.meetings.find(wide.id)).toEqual({ ...wide, studies: ["solana", "openai"] });
    await store.meetings.end(own.id, 70);
    expect(await store.meetings.current(room, 0)).toMatchObject({ id: wide.id });
    expect(await store.meetings.find(own.id)).toMatchObject({ endedAt: 70 });
  });

  test("a meeting that nobody ended stops counting as running", async () => {
    await store.meetings.start(channel, [], "U1", 100);
    expect(await store.meetings.current(channel, 101)).toBeUndefined();
    expect(await store.meetings.latest(channel)).toMatchObject({ startedAt: 100, endedAt: undefined });
  });

  async function fill(asker: string): Promise<void> {
    const who = { ...room, asker };
    await store.threads.remember(`k-${asker}`, { ...who, subjects: ["solana"], question: "q" }, 100);
    await store.feedback.rate({ ...who, question: "q", passage: "p", helpful: false, reason: "" }, 100);
    await store.gaps.file(`only ${asker} asked`, "", who, 100);
    await store.gaps.file("both asked", "", who, 100);
    const { id } = await store.meetings.start({ ...room, thread: asker }, [], asker, 100);
    await store.meetings.add(id, { question: "q", answer: "", passage: "", asker }, 100);
    await store.scorecards.finish(who, "2026-08-12", [1, 2], 100);
    await store.scorecards.draft(who, [3], 100);
  }

  test("a person's scorecards are kept by day, a draft until it is finished, and a team's are the newest of each", async () => {
    await store.scorecards.draft(ann, [1], 1);
    await store.scorecards.draft(ann, [1, 2], 2);
    await restart();
    expect(await store.scorecards.drafted(ann)).toEqual([1, 2]);
    expect(await store.scorecards.drafted(bo)).toBeUndefined();
    await store.scorecards.finish(ann, "2026-08-12", [1, 2, 3], 3);
    await store.scorecards.finish(ann, "2026-11-28", [0, 0, 0], 4);
    await store.scorecards.finish(ann, "2026-11-28", [4, 4, 4], 5);
    await store.scorecards.finish(bo, "2026-08-12", [2, 2, 2], 3);
    await store.scorecards.finish({ ...bo, workspace: "T2" }, "2026-08-12", [0, 0, 0], 3);
    expect(await store.scorecards.drafted(ann)).toBeUndefined();
    expect(await store.scorecards.history(ann)).toEqual([
      { day: "2026-08-12", answers: [1, 2, 3] },
      { day: "2026-11-28", answers: [4, 4, 4] },
    ]);
    const answers = async (since: string) =>
      (await store.scorecards.team({ platform: "slack", workspace: "T1" }, since)).map((one) => one.answers);
    expect((await answers("2026-01-01")).sort()).toEqual([
      [2, 2, 2],
      [4, 4, 4],
    ]);
    expect(await answers("2026-09-01")).toEqual([[4, 4, 4]]);
  });

  test("forgetting a person deletes their rows and nobody else's", async () => {
    await fill("U1");
    await fill("U2");
    expect(await store.retention.forget({ ...ann, workspace: "T2" })).toBe(0);
    expect(await store.retention.forget(ann)).toBe(8);
    expect(await store.retention.forget(ann)).toBe(0);
    expect(await store.threads.recall("k-U1", 0)).toBeUndefined();
    expect(await store.threads.recall("k-U2", 0)).toBeDefined();
    expect(await store.feedback.poor()).toMatchObject([{ times: 1 }]);
    expect((await store.gaps.open()).map(({ question }) => question).sort()).toEqual(["both asked", "only U2 asked"]);
    const meeting = await store.meetings.latest({ ...room, thread: "U1" });
    expect(await store.meetings.questions(meeting?.id ?? "")).toEqual([]);
  });

  test("a digest that a forgotten person set up goes on without their id", async () => {
    const subscription = {
      ...{ platform: "slack", workspace: "T1", channel: "C1", id: "abcd2345", line: "digest" },
      ...{ schedule: "weekdays 09:00", zone: "UTC", owner: "U1", createdAt: 1, nextAt: 2 },
    };
    await store.subscriptions.add(subscription);
    expect(await store.retention.forget(bo)).toBe(0);
    expect(await store.retention.forget(ann)).toBe(1);
    const { owner: _, ...kept } = subscription;
    expect(await store.subscriptions.find(subscription.id)).toEqual(kept);
  });

  test("names are taken once, all of them or none, also by two at the same moment, until their time is over", async () => {
    const other = await openStore(where);
    expect(await store.claims.take(["e1", "m1"], 100)).toBe(true);
    expect(await other.claims.take(["e2", "m1"], 100)).toBe(false);
    expect(await other.claims.take(["e1", "e1"], 100)).toBe(false);
    expect(await other.claims.take(["x", "x"], 100)).toBe(true);
    expect(await other.claims.take([], 100)).toBe(true);
    const races = Array.from({ length: 50 }, async (_, i) => {
      const names = [`a${i}`, `b${i}`];
      const takers = [store.claims.take(names, 100), other.claims.take(names.toReversed(), 100)];
      return (await Promise.all(takers)).filter(Boolean).length;
    });
    expect(new Set(await Promise.all(races))).toEqual(new Set([1]));
    const horizons = { talks: 0, scorecards: 0, rest: 0 };
    expect(await store.retention.purge({ ...horizons, claims: 100 })).toBe(0);
    // e2 was taken before m1 turned out to be somebody else's.
    expect(await store.retention.purge({ ...horizons, claims: 101 })).toBe(104);
    expect(await other.claims.take(["e1", "m1"], 200)).toBe(true);
    await other.close();
  });

  test("purging deletes what is past its time and keeps the rest", async () => {
    await fill("U1");
    await store.keptLines.keep(new Map([["~key", "ask a long question"]]));
    const horizons = { talks: 100, claims: 100, scorecards: 100, rest: 100 };
    expect(await store.retention.purge(horizons)).toBe(0);
    expect(await store.retention.purge({ ...horizons, talks: 101 })).toBe(1);
    expect(await store.retention.purge({ ...horizons, talks: 101, rest: 101 })).toBe(8);
    expect(await store.scorecards.history(ann)).toHaveLength(1);
    expect(await store.retention.purge({ ...horizons, scorecards: 101 })).toBe(1);
    expect(await store.gaps.open()).toEqual([]);
    expect(await store.keptLines.find("~key")).toBeDefined();
    await store.retention.purge({ ...horizons, rest: Date.now() + 1000 });
    expect(await store.keptLines.find("~key")).toBeUndefined();
  });

  test("a question is kept in at most 500 characters", async () => {
    await store.gaps.count(`${"why ".repeat(3000)}`, room, 1);
    const [gap] = await store.gaps.open();
    expect(gap?.question.length).toBeLessThanOrEqual(501);
  });
});
