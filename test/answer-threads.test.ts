import { mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { loadLibrary } from "#content/load.ts";
import { readWorkspaceContent } from "#content/workspaces.ts";
import type { Dispatch } from "#core/adapter.ts";
import { createDispatch } from "#core/dispatch.ts";
import type { Invocation, Origin } from "#core/invocation.ts";
import { lazyStore } from "#store/open.ts";
import { commands } from "../commands/index.ts";
import { type AnswerThreads, openAnswerThreads } from "../src/answer-threads.ts";
import { keptContent } from "../src/kept-content.ts";
import { openCasebook } from "../src/open.ts";
import { openViews } from "../src/open-views.ts";
import { folderWith, goodStudy } from "./content/small-library.ts";

const seen = { CONTENT_DIR: "content", WORKSPACE_CONTENT: readWorkspaceContent("TROLES=roles") };
const storeless = commands.filter((command) => command.pure || command.storeless);
const patient = { timeout: 60_000, interval: 20 };

let here: Dispatch;
let whole: string;
let threads: AnswerThreads;
const failures: unknown[] = [];
beforeAll(async () => {
  threads = openAnswerThreads(1, seen, { failed: (failure) => failures.push(failure) });
  const { library } = await loadLibrary(seen.CONTENT_DIR);
  if (!library) throw new Error("the content does not load");
  const views = await openViews(library, seen, keptContent(undefined, seen.CONTENT_DIR));
  const status = { version: "", loadedAt: new Date(), problems: [] };
  const store = () => Promise.reject(new Error("none here"));
  here = createDispatch({
    commands,
    context: (origin) => ({ ...views.at(origin), now: new Date(), origin, store, status }),
  });
  whole = library.version;
}, 120_000);
afterAll(() => threads.close());

const slack = (workspace: string): Origin => ({ platform: "slack", via: "command", workspace, asker: "U1" });
const read = (line: string, origin: Origin = slack("T1")): Invocation => here.read(line, origin);
const onThread = (line: string, origin?: Origin) =>
  vi.waitFor(async () => {
    const reply = await threads.run(read(line, origin), whole);
    if (!reply) throw new Error("no thread took it");
    return reply;
  }, patient);

test.each(storeless.flatMap(({ examples }) => examples))("%s is answered on a thread as it is here", async (line) => {
  expect(await onThread(line)).toEqual(await here.run(read(line)));
});

test("what nobody can answer, and what is no option, is told on a thread as it is here", async () => {
  for (const line of ["ask what did zorbulon pay for lunch?", "case nosuchcompany", "cost", "find qqzzqq"])
    expect(await onThread(line)).toEqual(await here.run(read(line)));
  expect(failures).toEqual([]);
});

test("what no command can be made of rejects, and the thread goes on", async () => {
  const broken: Invocation = JSON.parse(JSON.stringify({ ...read("case solana"), named: null }));
  await onThread("case solana");
  await expect(threads.run(broken, whole)).rejects.toThrow();
  expect((await onThread("case solana")).ok).toBe(true);
});

test("a thread shows a workspace what that workspace sees, for pure commands too", async () => {
  for (const line of ["case solana", "ask who founded solana?", "role cro"])
    expect(await onThread(line, slack("TROLES"))).toEqual(await here.run(read(line, slack("TROLES"))));
  expect((await onThread("case solana", slack("TROLES"))).ok).toBe(false);
});

test("a thread that serves other content than is asked for is given nothing", async () => {
  await onThread("case solana");
  expect(await threads.run(read("case solana"), "other")).toBeUndefined();
});

test("a thread has twelve in line at most; what comes beyond is given nothing", async () => {
  await onThread("case solana");
  const replies = await Promise.all(Array.from({ length: 14 }, () => threads.run(read("case solana"), whole)));
  expect(replies.map((reply) => reply?.ok)).toEqual([...Array(12).fill(true), undefined, undefined]);
});

const study = (id: string) => ({ [`case-studies/${id}.md`]: goodStudy });

test("until a thread has loaded, and after it was closed, there is nothing to give", async () => {
  const folder = await folderWith(study("acme"));
  const { library } = await loadLibrary(folder);
  const own = openAnswerThreads(1, { CONTENT_DIR: folder }, { failed: () => {} });
  expect(await own.run(read("case acme"), library?.version ?? "")).toBeUndefined();
  await own.reload();
  expect((await own.run(read("case acme"), library?.version ?? ""))?.ok).toBe(true);
  own.close();
  expect(await own.run(read("case acme"), library?.version ?? "")).toBeUndefined();
});

test("a thread that is stuck fails the one it is at, gives the others back and is started again", async () => {
  const folder = await folderWith(study("acme"));
  const version = (await loadLibrary(folder)).library?.version ?? "";
  const own = openAnswerThreads(1, { CONTENT_DIR: folder }, { failed: () => {}, patience: 0 });
  onTestFinished(() => own.close());
  await own.reload();
  for (let time = 0; time < 2; time++) {
    const [first, second] = await vi.waitFor(async () => {
      const both = await Promise.allSettled([own.run(read("case acme"), version), own.run(read("case acme"), version)]);
      if (both[0].status !== "rejected") throw new Error("no thread took it");
      return both;
    }, patient);
    expect(first).toMatchObject({ status: "rejected", reason: { message: "an answer took too long on its thread" } });
    expect(second).toEqual({ status: "fulfilled", value: undefined });
  }
});

test("a folder that goes away and comes back costs a thread nothing but a load", async () => {
  const folder = await folderWith(study("acme"));
  const version = (await loadLibrary(folder)).library?.version ?? "";
  const own = openAnswerThreads(1, { CONTENT_DIR: folder }, { failed: () => {} });
  onTestFinished(() => own.close());
  await own.reload();
  await rename(folder, `${folder}-gone`);
  await own.reload();
  expect((await own.run(read("case acme"), version))?.ok).toBe(true);
  await rename(`${folder}-gone`, folder);
  await own.reload();
  expect((await own.run(read("case acme"), version))?.ok).toBe(true);
});

test("after an edit no reply comes from the content before it", async () => {
  const folder = await folderWith(study("acme"));
  const data = await mkdtemp(join(tmpdir(), "casebook-threads-"));
  const store = lazyStore({ directory: data });
  const swapped = vi.fn();
  const opened = await openCasebook({ CONTENT_DIR: folder }, { follow: true, store: store.get, threads: 1, swapped });
  if ("problems" in opened) throw new Error("the small library does not load");
  onTestFinished(async () => {
    opened.close();
    await store.close();
    await rm(data, { recursive: true });
  });
  const say = (line: string) => opened.dispatch.run(opened.dispatch.read(line, slack("T1")));
  expect((await say("case bolt")).ok).toBe(false);
  await writeFile(join(folder, "case-studies/bolt.md"), goodStudy.replaceAll(/acme/gi, "Bolt"));
  await vi.waitFor(() => expect(swapped).toHaveBeenCalled(), patient);
  expect((await say("case bolt")).ok).toBe(true);
});
