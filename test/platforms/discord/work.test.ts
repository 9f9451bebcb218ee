import { expect, test } from "vitest";
import { unobserved } from "#core/observer.ts";
import { createWork } from "#platforms/discord/work.ts";
import { rememberedLog } from "./bot.ts";

test("so much is worked on at a time; what comes on top is left, told of, and counted, until there is room", async () => {
  const { log, entries } = rememberedLog();
  let left = 0;
  const work = createWork(log, { ...unobserved, unanswered: () => void left++ }, 2);
  const ends: (() => void)[] = [];
  const begin = () => work.take(() => new Promise<void>((resolve) => ends.push(resolve)));
  for (let i = 0; i < 3; i++) begin();
  expect([ends.length, left]).toEqual([2, 1]);
  expect(entries.join()).toContain("too many requests are open");
  for (const end of ends) end();
  await new Promise(setImmediate);
  begin();
  expect(ends.length).toBe(3);
  ends[2]?.();
  await work.finish();
});
