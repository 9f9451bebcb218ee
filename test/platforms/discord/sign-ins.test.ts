import { expect, test } from "vitest";
import { ownSlots, type Slots } from "#core/slots.ts";
import { createSignIns, paceOfSignIns, type SignInLimits, waitBeforeSignIn } from "#platforms/discord/sign-ins.ts";
import { rememberedLog } from "./bot.ts";

const plenty: SignInLimits = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 };
const never = new AbortController().signal;

/** A clock that the waits turn on, and what signs in by it. */
function world(limits: () => SignInLimits = () => plenty, slots: Slots = ownSlots()) {
  const clock = { now: 1_000_000 };
  const begun = clock.now;
  const { log, entries } = rememberedLog();
  const process = (mine = slots) =>
    createSignIns({
      ...{ limits: async () => limits(), slots: mine, log, now: () => clock.now },
      pause: async (milliseconds, signal) => {
        signal.throwIfAborted();
        clock.now += milliseconds;
      },
    });
  return { clock, entries, process, passed: () => clock.now - begun };
}

test("each further sign-in of an hour waits longer, and a thousand a day are never reached", () => {
  expect([0, 1, 2, 3, 4, 5].map(waitBeforeSignIn)).toEqual([0, 0, 0, 5000, 10_000, 20_000]);
  expect(waitBeforeSignIn(30)).toBe(15 * 60_000);
  const signIns: number[] = [];
  for (let at = 0; at < 24 * 3_600_000; signIns.push(at))
    at += Math.max(5000, waitBeforeSignIn(signIns.filter((earlier) => earlier > at - 3_600_000).length));
  expect(signIns.length).toBeLessThan(1000);
});

test("shards of one group sign in five seconds apart, in whichever process they run; those of another at once", async () => {
  const { process, passed } = world(() => ({ ...plenty, max_concurrency: 2 }));
  const [first, second] = [process(), process()];
  await first.waitForIdentify(0, never);
  await second.waitForIdentify(1, never);
  expect(passed()).toBe(0);
  await second.waitForIdentify(2, never);
  expect(passed()).toBe(6500);
  await first.waitForIdentify(4, never);
  expect(passed()).toBe(13_000);
});

test("a process that is started again and again never uses up a day's sign-ins", async () => {
  const day = 86_400_000;
  let remaining = 1000;
  const { clock, process } = world(() => ({ ...plenty, remaining, reset_after: 1_000_000 + day - clock.now }));
  while (clock.now < 1_000_000 + day) {
    await process().waitForIdentify(0, never);
    clock.now += 5000;
    remaining--;
  }
  expect(remaining).toBeGreaterThan(0);
  expect(remaining).toBeLessThan(500);
  expect(paceOfSignIns({ ...plenty, remaining: 501 })).toBe(0);
});

test("a shard whose connection breaks while it waits keeps its place in the line", async () => {
  const { clock, process } = world();
  const signIns = process();
  for (let i = 0; i < 6; i++) await signIns.waitForIdentify(0, never);
  const before = clock.now;
  const broken = AbortSignal.abort();
  for (let i = 0; i < 20; i++) await expect(signIns.waitForIdentify(0, broken)).rejects.toThrow();
  await signIns.waitForIdentify(0, never);
  expect(clock.now - before).toBe(waitBeforeSignIn(6));
});

test("when the other processes' sign-ins cannot be seen, its own are still apart", async () => {
  const away: Slots = { take: () => Promise.reject(new Error("away")) };
  const { process, passed, entries } = world(undefined, away);
  const signIns = process();
  await signIns.waitForIdentify(0, never);
  await signIns.waitForIdentify(1, never);
  expect(passed()).toBe(6500);
  expect(entries.join()).toContain("goes by its own");
});
