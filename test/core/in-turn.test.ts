import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { inTurn } from "#core/in-turn.ts";

test("one call is over before the next begins, and one that fails keeps nobody waiting", async () => {
  const seen: string[] = [];
  const act = inTurn(async (name: string) => {
    seen.push(`${name} begins`);
    await sleep(5);
    seen.push(`${name} ends`);
    if (name === "b") throw new Error("b failed");
    return name;
  });
  expect(await Promise.allSettled(["a", "b", "c"].map(act))).toEqual([
    { status: "fulfilled", value: "a" },
    { status: "rejected", reason: new Error("b failed") },
    { status: "fulfilled", value: "c" },
  ]);
  expect(seen).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});
