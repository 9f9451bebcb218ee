import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { composeFor } from "#digest/compose-post.ts";
import { openStore } from "#store/open.ts";
import { openReal } from "../real.ts";

const real = await openReal();
const due = Date.UTC(2026, 10, 2, 8);

test.each([
  ["a server's channel tells of what was asked there for all to read", "100", "C1", true, true],
  ["a channel tells of nothing that was asked in private", "100", "C1", false, false],
  ["a channel tells of nothing that was asked in another", "100", "C2", true, false],
  ["a direct message tells of no question, for those that have no server are strangers'", undefined, "C1", true, false],
])("a digest in %s", async (_, workspace, channel, aloud, tells) => {
  const store = await openStore({ directory: await mkdtemp(join(tmpdir(), "casebook-questions-")) });
  onTestFinished(() => store.close());
  const where = { platform: "discord", channel, thread: "", workspace: workspace ?? "" };
  await store.gaps.count("who pays the florist?", where, due - 1000, aloud);
  const desk = { library: real.library(), search: real.search(), store, run: real.say };
  const place = { platform: "discord", channel: "C1", workspace };
  const { answer } = await composeFor(desk, { ...place, words: [], zone: "UTC", since: due - 1000, due });
  expect(JSON.stringify(answer).includes("who pays the florist?")).toBe(tells);
});

test("a digest tells of the questions of a week, not of older ones", async () => {
  const store = await openStore({ directory: await mkdtemp(join(tmpdir(), "casebook-questions-")) });
  onTestFinished(() => store.close());
  const where = { platform: "slack", channel: "C1", thread: "", workspace: "T1" };
  const week = 7 * 86_400_000;
  await store.gaps.count("who pays the florist?", where, due - week + 1000, true);
  await store.gaps.count("who feeds the cat?", where, due - week - 1000, true);
  const desk = { library: real.library(), search: real.search(), store, run: real.say };
  const place = { platform: "slack", channel: "C1", workspace: "T1" };
  const { items, answer } = await composeFor(desk, { ...place, words: [], zone: "UTC", since: due - 1000, due });
  expect(items.filter(({ kind }) => kind === "question")).toHaveLength(1);
  expect(JSON.stringify(answer)).toContain("who pays the florist?");
});
