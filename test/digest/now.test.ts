import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import type { Origin } from "#core/invocation.ts";
import { openReal } from "../real.ts";
import { until } from "../until.ts";
import { deliverersFor, openDesk, runDigests } from "./desk.ts";
import { inTurn, startPlatforms } from "./platforms.ts";

vi.setConfig({ testTimeout: 120_000 });

const fixed = Date.UTC(2026, 5, 1, 9, 0, 30);
const real = await openReal({}, { now: () => new Date(fixed) });
const onScreen = await openReal({}, { postsTo: [] });
const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

let channels = 0;
/** Somebody in a channel of their own. */
function inChannel({ dispatch }: Pick<typeof real, "dispatch"> = real) {
  const origin: Origin = { platform: "slack", via: "command", workspace: "T1", channel: `C${++channels}`, asker: "U1" };
  return {
    channel: `C${channels}`,
    say: (line: string, more: Partial<Origin> = {}) => dispatch.run(dispatch.read(line, { ...origin, ...more })),
  };
}
const posted = z.object({ delivery: z.string() });
const subscribed = z.object({ subscription: z.object({ id: z.string() }) });
const historyOf = async (channel: string, of = real) =>
  (await of.store()).outbox.history({ platform: "slack", channel }, 20);

test("posts about different things, or in different threads, are different posts within one minute", async () => {
  const { say, channel } = inChannel();
  for (const [line, thread] of [["ai"], ["web3"], ["ai", "1.1"], ["ai", "2.2"]])
    expect((await say(`digest now ${line}`, thread ? { thread } : {})).title).toBe("On its way");
  expect(await historyOf(channel)).toHaveLength(4);
});

test("the same post is asked for twice within a minute: the second time it says so, and nothing counts as shown", async () => {
  const { say, channel } = inChannel();
  const first = posted.parse((await say("digest now ai")).data);
  const { channelMemory } = await real.store();
  const memory = await channelMemory.shown({ platform: "slack", channel });
  const again = await say("digest now ai");
  expect(again).toMatchObject({ ok: true, title: "Posted already", data: first });
  expect(await channelMemory.shown({ platform: "slack", channel })).toEqual(memory);
  expect(await historyOf(channel)).toHaveLength(1);
});

test("the history of one digest does not end where others posted more often", async () => {
  const { say, channel } = inChannel();
  const { subscription } = subscribed.parse((await say("digest subscribe monthly 1 09:00 ai")).data);
  const { delivery } = posted.parse((await say(`digest now ${subscription.id}`)).data);
  const { outbox } = await real.store();
  const post = await outbox.find(delivery);
  if (!post) throw new Error("nothing was posted");
  for (let n = 1; n <= 201; n++)
    await outbox.add({ ...post, id: `often-${n}`, subscription: "often", due: fixed + n * 60_000 }, fixed);
  const history = await say(`digest history ${subscription.id}`);
  expect(history).toMatchObject({ title: "Digest history", data: { deliveries: [{ id: delivery }] } });
  expect((await historyOf(channel)).every((one) => one.subscription === "often")).toBe(true);
});

test("every button of a post that nobody subscribed to works", async () => {
  const { say, channel } = inChannel();
  await say("digest now ai");
  const [post] = await historyOf(channel);
  const buttons = post?.reply.parts.flatMap((part) => (part.kind === "buttons" ? part.buttons : [])) ?? [];
  const lines = buttons.flatMap((button) => ("line" in button ? [button.line] : []));
  expect(lines).toContain(`digest settings ${post?.id}`);
  for (const line of lines) expect([line, (await say(line)).ok]).toEqual([line, true]);
});

test("a post that is asked for is tried from that moment on, by the clock that its command was given", async () => {
  const { say, channel } = inChannel();
  const soon = async () => {
    const wait = ((await historyOf(channel))[0]?.nextTry ?? 0) - fixed;
    return wait >= 0 && wait < 60_000;
  };
  await say("digest now ai");
  expect(await soon()).toBe(true);
  const { outbox } = await real.store();
  const taken = await outbox.claim((await historyOf(channel))[0]?.id ?? "", fixed + 60_000, 1000);
  if (taken) await outbox.giveUp(taken, "the channel is gone", fixed + 60_000);
  expect((await say(`digest resend ${taken?.id}`)).ok).toBe(true);
  expect(await soon()).toBe(true);
});

test("where nothing is posted, such as in the playground, the post is shown, and none is left waiting", async () => {
  const { say, channel } = inChannel(onScreen);
  const reply = await say("digest now ai");
  expect(JSON.stringify(reply.parts)).toContain("Nothing is posted here");
  expect(reply.parts).toEqual(expect.arrayContaining((await say("digest preview ai")).parts));
  expect(await historyOf(channel, onScreen)).toEqual([]);
});

test("on Discord, too, a post that was asked for is found when its answer was lost, and not posted again", async () => {
  const platforms = await startPlatforms({ nonces: false });
  const opened = await openDesk({ pace: { channel: 20, workspace: 5 } });
  const running = await runDigests(opened, deliverersFor(platforms, opened.store.keptLines));
  cleanups.push(platforms.close, opened.store.close, running.stop);
  platforms.behaviour.fault = inTurn({ kind: "drop-after" });
  const origin = { platform: "discord", via: "command", workspace: "100", channel: "200", asker: "300" } as const;
  const reply = await opened.dispatch.run(opened.dispatch.read("digest now ai", origin));
  const { delivery } = posted.parse(reply.data);
  await until(async () => (await opened.store.outbox.find(delivery))?.state === "sent");
  expect(platforms.posted).toHaveLength(1);
});
