import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Reply } from "#core/reply.ts";
import type { Filing } from "#core/room.ts";
import type { Store } from "#core/store.ts";
import { answerMark } from "#room/answer-mark.ts";
import { answeredGaps, type Teller, tellAnswered } from "#room/answered-gaps.ts";
import { askedOf } from "#room/asked.ts";
import { openStore } from "#store/open.ts";
import { linesOf } from "../said.ts";

const thread = { platform: "slack", workspace: "T1", channel: "C1", thread: "17.1" };

let store: Store;
beforeEach(async () => {
  store = await openStore({ directory: await mkdtemp(join(tmpdir(), "casebook-gaps-")) });
});
afterEach(() => store.close());

/** Answers what `known` holds, by passage id, with what each says. */
const askOf =
  (known: Record<string, string>, says: Record<string, string> = {}) =>
  async (question: string): Promise<Reply> => {
    const id = known[question];
    const answers = id ? [{ id, study: "acme", text: says[id] ?? id }] : [];
    return {
      ok: id !== undefined,
      command: "ask",
      line: `ask ${question}`,
      title: question,
      parts: [{ kind: "text", text: [id ?? "no"] }],
      sources: [],
      data: { question, answered: id !== undefined, confidence: 1, answers },
      page: 1,
      shared: false,
    };
  };

function recorder(failing = new Set<string>()) {
  const told: { filing: Filing; reply: Reply }[] = [];
  const teller: Teller = async (filing, reply) => {
    if (failing.has(filing.asker)) throw new Error("no such channel");
    told.push({ filing, reply });
  };
  return { told, tellers: new Map([["slack", teller]]) };
}

const failures: unknown[] = [];
const parts = (tellers: ReadonlyMap<string, Teller>) => ({
  store,
  tellers,
  now: () => 50,
  onFailure: (error: unknown) => failures.push(error),
});

test("whoever filed a gap is told once, in the thread they filed it in, and the gap closes", async () => {
  await store.gaps.file("who pays?", "", { ...thread, asker: "U1" }, 1);
  await store.gaps.file("Who pays", "", { ...thread, thread: "18.1", asker: "U2" }, 2);
  await store.gaps.count("unknown still?", thread, 3);
  const { told, tellers } = recorder();
  const ask = askOf({ "who pays?": "acme#faq/1" });
  expect(await tellAnswered(await answeredGaps(store, ask), parts(tellers))).toBe(2);
  expect(told.map(({ filing }) => [filing.asker, filing.thread])).toEqual([
    ["U1", "17.1"],
    ["U2", "18.1"],
  ]);
  expect(JSON.stringify(told[0]?.reply.parts)).toContain("who pays?");
  expect(await tellAnswered(await answeredGaps(store, ask), parts(tellers))).toBe(0);
  expect((await store.gaps.open()).map(({ question }) => question)).toEqual(["unknown still?"]);
});

test("two processes that tell at the same time tell each person once", async () => {
  const filed = (i: number) => ({ ...thread, thread: `${i}.1`, asker: `U${i}` });
  for (let i = 0; i < 20; i++) await store.gaps.file("who pays?", "", filed(i), 1);
  const { told, tellers } = recorder();
  const ask = askOf({ "who pays?": "acme#faq/1" });
  const both = await Promise.all([answeredGaps(store, ask), answeredGaps(store, ask)]);
  await Promise.all(both.map((answered) => tellAnswered(answered, parts(tellers))));
  expect(told.map(({ filing }) => filing.asker).sort()).toEqual(Array.from({ length: 20 }, (_, i) => `U${i}`).sort());
});

test("several who filed it in one thread, in whatever words, are told in one message, and all of their gaps close", async () => {
  await store.gaps.file("who pays?", "", { ...thread, asker: "U1" }, 1);
  await store.gaps.file("who pays?", "", { ...thread, asker: "U2" }, 2);
  await store.gaps.file("explain who pays", "", { ...thread, asker: "U3" }, 3);
  const { told, tellers } = recorder();
  const ask = askOf({ "who pays?": "acme#faq/1", "explain who pays": "acme#faq/1" });
  const both = await Promise.all([answeredGaps(store, ask), answeredGaps(store, ask)]);
  await Promise.all(both.map((answered) => tellAnswered(answered, parts(tellers))));
  expect(told.map(({ filing }) => filing.thread)).toEqual(["17.1"]);
  expect(await store.gaps.wanted()).toEqual([]);
});

test("what two filed in a channel of Slack is told to each of them, of Discord once in the channel", async () => {
  for (const platform of ["slack", "discord"])
    for (const asker of ["U1", "U2"])
      await store.gaps.file("who pays?", "", { ...thread, platform, thread: "", asker }, 1);
  const { told, tellers } = recorder();
  const everywhere = new Map([...tellers, ...[...tellers.values()].map((teller) => ["discord", teller] as const)]);
  await tellAnswered(await answeredGaps(store, askOf({ "who pays?": "acme#faq/1" })), parts(everywhere));
  expect(told.map(({ filing }) => filing.platform).sort()).toEqual(["discord", "slack", "slack"]);
});

test("a gap that nobody filed closes in silence once it is answered", async () => {
  await store.gaps.count("who pays?", thread, 1);
  const { told, tellers } = recorder();
  await tellAnswered(await answeredGaps(store, askOf({ "who pays?": "acme#faq/1" })), parts(tellers));
  expect(told).toEqual([]);
  expect(await store.gaps.open()).toEqual([]);
});

test("a question filed although it had an answer waits for an answer that says something else, whichever row says it", async () => {
  const asked = askedOf(await askOf({ "who pays?": "acme#faq/1" }, { "acme#faq/1": "The vendor." })("who pays?"));
  await store.gaps.file("who pays?", answerMark(asked), { ...thread, asker: "U1" }, 1);
  const answeredBy = (id: string, text: string) => answeredGaps(store, askOf({ "who pays?": id }, { [id]: text }));
  expect(await answeredBy("acme#faq/1", "The vendor.")).toEqual([]);
  // A row was put above it.
  expect(await answeredBy("acme#faq/2", "The vendor.")).toEqual([]);
  // The row was corrected.
  expect(await answeredBy("acme#faq/1", "The partner.")).toHaveLength(1);
});

test("a gap that an older release filed, with the id of a passage, waits for another passage", async () => {
  await store.gaps.file("who pays?", "acme#faq/1", { ...thread, asker: "U1" }, 1);
  expect(await answeredGaps(store, askOf({ "who pays?": "acme#faq/1" }))).toEqual([]);
  expect(await answeredGaps(store, askOf({ "who pays?": "acme#faq/2" }))).toHaveLength(1);
});

test("whoever waits for a gap that was closed by hand is told all the same once it is answered", async () => {
  const { id } = await store.gaps.file("who pays?", "", { ...thread, asker: "U1" }, 1);
  await store.gaps.count("who signs?", thread, 1);
  await store.gaps.close(
    (await store.gaps.open()).map((gap) => gap.id),
    2,
  );
  expect((await store.gaps.wanted()).map((gap) => gap.id)).toEqual([id]);
  const { told, tellers } = recorder();
  const ask = askOf({ "who pays?": "acme#faq/1", "who signs?": "acme#faq/2" });
  expect(await tellAnswered(await answeredGaps(store, ask), parts(tellers))).toBe(1);
  expect(told.map(({ filing }) => filing.asker)).toEqual(["U1"]);
  expect(await store.gaps.wanted()).toEqual([]);
});

test("the news can be rated as any answer", async () => {
  await store.gaps.file("who pays?", "", { ...thread, asker: "U1" }, 1);
  const { told, tellers } = recorder();
  await tellAnswered(await answeredGaps(store, askOf({ "who pays?": "acme#faq/1" })), parts(tellers));
  expect(told.flatMap(({ reply }) => linesOf(reply))).toEqual([
    'rate yes acme#faq/1 question:"who pays?"',
    'rate no acme#faq/1 question:"who pays?"',
  ]);
});

test("when telling one fails the others are told, and the one is tried again next time", async () => {
  await store.gaps.file("who pays?", "", { ...thread, asker: "U1" }, 1);
  await store.gaps.file("who pays?", "", { ...thread, thread: "18.1", asker: "U2" }, 2);
  const ask = askOf({ "who pays?": "acme#faq/1" });
  const first = recorder(new Set(["U1"]));
  await tellAnswered(await answeredGaps(store, ask), parts(first.tellers));
  expect(first.told.map(({ filing }) => filing.asker)).toEqual(["U2"]);
  expect(failures).toHaveLength(1);
  const second = recorder();
  await tellAnswered(await answeredGaps(store, ask), parts(second.tellers));
  expect(second.told.map(({ filing }) => filing.asker)).toEqual(["U1"]);
});

test("people of a platform that is not connected now wait on; a filing without a person does not", async () => {
  await store.gaps.file("who pays?", "", { ...thread, platform: "discord", asker: "9" }, 1);
  await store.gaps.file("who signs?", "", { ...thread, platform: "terminal", asker: "" }, 1);
  const ask = askOf({ "who pays?": "acme#faq/1", "who signs?": "acme#faq/2" });
  await tellAnswered(await answeredGaps(store, ask), parts(recorder().tellers));
  expect(await store.gaps.open()).toMatchObject([{ question: "who pays?", waiters: ["discord/9"] }]);
});
