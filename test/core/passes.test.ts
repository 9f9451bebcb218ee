import { setImmediate as eventLoop } from "node:timers/promises";
import { expect, test } from "vitest";
import { createPasses } from "#core/passes.ts";

test("each who waits goes on in a pass of the event loop of their own, in the order they came", async () => {
  const ownPass = createPasses();
  const seen: string[] = [];
  const work = async (name: string) => {
    await ownPass();
    seen.push(name);
  };
  const all = Promise.all([work("a"), work("b"), work("c")]);
  for (let pass = 1; pass <= 3; pass++) {
    await eventLoop();
    seen.push(`pass ${pass}`);
  }
  await all;
  expect(seen.filter((name) => /^[abc]$/.test(name))).toEqual(["a", "b", "c"]);
  expect(seen.indexOf("b")).toBeGreaterThan(seen.indexOf("pass 1"));
  expect(seen.indexOf("c")).toBeGreaterThan(seen.indexOf("pass 2"));
});

test("who comes later, when nobody waits, goes on too", async () => {
  const ownPass = createPasses();
  await ownPass();
  await ownPass();
  await Promise.all([ownPass(), ownPass()]);
});
