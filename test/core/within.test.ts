import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTimeOr, waitAtMost, within } from "#core/within.ts";

const never = new Promise<string>(() => {});
const fails = () => Promise.reject(new Error("broken"));
const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

test("work that is done in time gives what it gives, and its failure is its own", async () => {
  expect(await inTimeOr(1000, sleep(5, "done"), () => "late")).toBe("done");
  expect(await within(1000, sleep(5, "done"), "late")).toBe("done");
  expect(await waitAtMost(1000, sleep(5))).toBe(true);
  await expect(inTimeOr(1000, fails(), () => "late")).rejects.toThrow("broken");
  await expect(within(1000, fails(), "late")).rejects.toThrow("broken");
  await expect(waitAtMost(1000, fails())).rejects.toThrow("broken");
});

test("work that takes too long gives what is given instead, or throws it", async () => {
  expect(await inTimeOr(5, never, () => "late")).toBe("late");
  await expect(within(5, never, "late")).rejects.toThrow("late");
  expect(await waitAtMost(5, never)).toBe(false);
});

test("nothing is made for who is in time, and no timer is left", async () => {
  const before = timers();
  let made = 0;
  await inTimeOr(1000, sleep(5), () => made++);
  await within(1000, sleep(5), "late");
  await waitAtMost(1000, sleep(5));
  expect(made).toBe(0);
  expect(timers()).toBe(before);
});
