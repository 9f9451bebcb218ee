import { expect, test } from "vitest";
import { atOnce, byTurns, type Steps } from "#core/steps.ts";

function* sumUpTo(last: number): Steps<number> {
  let sum = 0;
  for (let i = 1; i <= last; i++) {
    sum += i;
    yield;
  }
  return sum;
}

test("work in steps gives the same at once and by turns", async () => {
  expect(atOnce(sumUpTo(1000))).toBe(500_500);
  expect(await byTurns(sumUpTo(1000), 0)).toBe(500_500);
});

test("work by turns lets go first what came meanwhile, work at once does not", async () => {
  const order: string[] = [];
  function* noted(name: string): Steps<void> {
    for (let i = 0; i < 3; i++) {
      order.push(name);
      yield;
    }
  }
  const working = byTurns(noted("turn"), 0);
  setImmediate(() => order.push("other"));
  await working;
  expect(order.indexOf("other")).toBeLessThan(order.lastIndexOf("turn"));
  setImmediate(() => order.push("last"));
  atOnce(noted("at once"));
  expect(order.at(-1)).toBe("at once");
});

test("what goes wrong in a step is thrown to who waits for the result", async () => {
  function* failing(): Steps<never> {
    yield;
    throw new Error("no more");
  }
  expect(() => atOnce(failing())).toThrow("no more");
  await expect(byTurns(failing())).rejects.toThrow("no more");
});
