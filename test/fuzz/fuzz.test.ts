import { expect, test } from "vitest";
import { randomFrom } from "#calc/random.ts";
import { fuzz, passed, sentenceOf } from "./fuzz.ts";
import { mutateJson } from "./mutate.ts";

test("thousands of mutated payloads crash nothing, call nobody, and make only messages that platforms take", {
  timeout: 300_000,
}, async () => {
  const outcome = await fuzz({ cases: 2000, seed: 20_261_128 });
  expect(outcome.faults).toEqual([]);
  expect(Object.keys(outcome.thrown).sort()).toEqual([
    "content",
    "discord",
    "discord-decode",
    "discord-gateway",
    "discord-http",
    "line",
    "playground",
    "slack",
    "slack-decode",
    "slack-http",
    "slack-install",
  ]);
  expect(sentenceOf(outcome)).toMatch(/^2,000 cases, 0 crashed, 0 pinged, 0 invalid, 0 slow, heap [+-]/);
  expect(passed(outcome)).toBe(true);
});

test("a fault is counted, and fails the run", () => {
  const counts = { crashed: 0, pinged: 1, invalid: 0, slow: 0 };
  const outcome = { cases: 1, counts, heap: [0], thrown: {}, faults: [] };
  expect(passed(outcome)).toBe(false);
  expect(passed({ ...outcome, counts: { ...counts, pinged: 0 } })).toBe(true);
  expect(passed({ ...outcome, counts: { ...counts, pinged: 0 }, heap: [0, 0, 50e6] })).toBe(false);
});

test("a case is the same whenever it is made, and leaves what it was made from alone", () => {
  const payload = { a: [1, "two", { three: null }] };
  const made = () => JSON.stringify(mutateJson(randomFrom(7), payload, 6));
  expect(made()).toBe(made());
  expect(payload).toEqual({ a: [1, "two", { three: null }] });
});
