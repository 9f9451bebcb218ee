import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Dispatch } from "#core/adapter.ts";
import type { Origin } from "#core/invocation.ts";
import { type Limits, limitDispatch } from "#core/limits.ts";
import type { Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

const { dispatch: real } = await openReal();
const person = (asker: string, workspace = "T1"): Origin => ({
  ...{ platform: "slack", via: "command", channel: "C1", asker, workspace },
});
const generous: Limits = { perPerson: 1000, perWorkspace: 1000 };
const sayTo = (dispatch: Dispatch) => (line: string, origin: Origin) => dispatch.run(dispatch.read(line, origin));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("one person is told when to come back, with the line to send again; others are answered", async () => {
  const say = sayTo(limitDispatch(real, { ...generous, perPerson: 3 }));
  for (let i = 0; i < 3; i++) expect(await say("glossary mdf", person("U1"))).toMatchObject({ ok: true });
  const refused = await say("glossary mdf", person("U1"));
  expect(refused).toMatchObject({ ok: false, line: "glossary mdf", data: { error: "rate-limited", retryAfter: 60 } });
  expect(JSON.stringify(refused.parts)).toMatch(
    /more than 3 requests in a minute from you. I answer again in 60 seconds/,
  );
  expect(refused.parts).toContainEqual({ kind: "buttons", buttons: [{ label: "Try again", line: "glossary mdf" }] });
  expect(await say("glossary mdf", person("U2"))).toMatchObject({ ok: true });
  vi.advanceTimersByTime(60_001);
  expect(await say("glossary mdf", person("U1"))).toMatchObject({ ok: true });
});

test("a workspace has a share of its own", async () => {
  const say = sayTo(limitDispatch(real, { ...generous, perWorkspace: 2 }));
  await say("glossary mdf", person("U1"));
  await say("glossary mdf", person("U2"));
  expect(await say("glossary mdf", person("U3"))).toMatchObject({ ok: false, data: { error: "rate-limited" } });
  expect(await say("glossary mdf", person("U1", "T2"))).toMatchObject({ ok: true });
});

test("people of the same id in another workspace are others", async () => {
  const say = sayTo(limitDispatch(real, { ...generous, perPerson: 1 }));
  await say("glossary mdf", person("U1", "T1"));
  expect(await say("glossary mdf", person("U1", "T1"))).toMatchObject({ ok: false, data: { error: "rate-limited" } });
  expect(await say("glossary mdf", person("U1", "T2"))).toMatchObject({ ok: true });
});

/** A dispatch whose commands end when told to. */
function held(): { dispatch: Dispatch; started: string[]; finish: (line: string) => void } {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const dispatch: Dispatch = {
    ...real,
    run: (invocation) =>
      new Promise<Reply>((resolve) => {
        started.push(invocation.rest);
        ends.set(invocation.rest, () => resolve(real.run(invocation)));
      }),
  };
  return { dispatch, started, finish: (line) => ends.get(line)?.() };
}

test("only so many commands run side by side; more wait, and workspaces come by turns", async () => {
  const { dispatch, started, finish } = held();
  const say = sayTo(limitDispatch(dispatch, { ...generous, running: 1, waiting: 10 }));
  const replies = [
    say("glossary first", person("U1", "T1")),
    say("glossary second", person("U1", "T1")),
    say("glossary third", person("U1", "T1")),
    say("glossary other", person("U9", "T9")),
  ];
  for (const line of ["first", "second", "other", "third"]) {
    await vi.waitFor(() => expect(started.at(-1)).toBe(line), { timeout: 5_000 });
    finish(line);
  }
  await Promise.all(replies);
  expect(started).toEqual(["first", "second", "other", "third"]);
});

test("when too many wait already, the next is told so at once, and is answered once there is room", async () => {
  const { dispatch, started, finish } = held();
  const say = sayTo(limitDispatch(dispatch, { ...generous, running: 1, waiting: 1 }));
  const [first, second] = [say("glossary first", person("U1")), say("glossary second", person("U1"))];
  await vi.waitFor(() => expect(started).toEqual(["first"]));
  expect(await say("glossary third", person("U1"))).toMatchObject({ ok: false, data: { error: "busy" } });
  finish("first");
  await vi.waitFor(() => expect(started).toEqual(["first", "second"]));
  finish("second");
  await Promise.all([first, second]);
  const fourth = say("glossary fourth", person("U1"));
  await vi.waitFor(() => expect(started).toContain("fourth"));
  finish("fourth");
  await fourth;
});

test("who waits too long hears about it, and the place is free again when the work ends", async () => {
  const { dispatch, started, finish } = held();
  const say = sayTo(limitDispatch(dispatch, { ...generous, running: 1, patience: 20_000 }));
  const slow = say("glossary slow", person("U1"));
  await vi.waitFor(() => expect(started).toEqual(["slow"]));
  vi.advanceTimersByTime(20_000);
  expect(await slow).toMatchObject({ ok: false, data: { error: "slow" } });
  const next = say("glossary next", person("U1"));
  finish("slow");
  await vi.waitFor(() => expect(started).toEqual(["slow", "next"]));
  finish("next");
  expect(await next).toMatchObject({ command: "glossary" });
});

test("who stands in line too long hears about it too, and nothing is done for them any more", async () => {
  const { dispatch, started, finish } = held();
  const say = sayTo(limitDispatch(dispatch, { ...generous, running: 1, patience: 20_000 }));
  const stuck = say("glossary stuck", person("U1"));
  await vi.waitFor(() => expect(started).toEqual(["stuck"]));
  const [waiting, later] = [
    say("glossary waiting", person("U1")),
    sleepThen(10_000, () => say("glossary later", person("U1"))),
  ];
  await vi.advanceTimersByTimeAsync(20_000);
  expect(await stuck).toMatchObject({ ok: false, data: { error: "slow" } });
  expect(await waiting).toMatchObject({ ok: false, line: "glossary waiting", data: { error: "slow" } });
  finish("stuck");
  await vi.waitFor(() => expect(started).toEqual(["stuck", "later"]));
  finish("later");
  expect(await later).toMatchObject({ command: "glossary" });
});

test("replies that are ready at once are handed on in a pass of the event loop each: an ack waits for one drawing at most", async () => {
  const { dispatch, started, finish } = held();
  const say = sayTo(limitDispatch(dispatch, generous));
  const lines = ["a", "b", "c"];
  let pass = 0;
  const passes: number[] = [];
  const all = lines.map((line) => say(`glossary ${line}`, person("U1")).then(() => passes.push(pass)));
  await vi.waitFor(() => expect(started).toEqual(lines));
  let watched = true;
  const watch = () => {
    pass++;
    if (watched) setImmediate(watch);
  };
  watch();
  for (const line of lines) finish(line);
  await Promise.all(all);
  watched = false;
  expect(new Set(passes).size).toBe(lines.length);
});

function sleepThen<T>(milliseconds: number, act: () => Promise<T>): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(act()), milliseconds));
}
