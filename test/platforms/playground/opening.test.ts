import { expect, onTestFinished, test } from "vitest";
import type { Dispatch } from "#core/adapter.ts";
import { startPlayground } from "#platforms/playground/playground.ts";
import type { Side } from "#platforms/playground/side.ts";

const dispatch: Dispatch = {
  commands: [],
  read: (_, origin) => ({ command: "ask", words: [], named: {}, rest: "", page: 1, share: false, origin }),
  run: () => Promise.reject(new Error("nothing is run here")),
  complete: () => [],
  isPublic: () => false,
};
const silent = (name: Side["name"]): Side => ({
  ...{ name, payloadFor: () => ({}), kindOf: () => "nothing", deliver: async () => [], shownOf: () => [] },
  metersOf: () => [],
});

const quiet = () => {};
const parts = {
  ...{ dispatch, version: "1", host: "127.0.0.1", port: 0, follow: () => () => {} },
  kept: { keep: async () => {}, find: async () => undefined },
  findPassage: () => undefined,
  drawChart: async () => "",
  log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
};
const sayTo = async (address: string, side: Side["name"]) => {
  const body = JSON.stringify({ side, act: { kind: "say", line: "/case", where: "channel" } });
  const headers = { "content-type": "application/json" };
  return (await fetch(`${address}/api/turn`, { method: "POST", headers, body })).status;
};

test("a side that could not be opened is opened by the next who asks; one that was is opened once", async () => {
  const tries: string[] = [];
  const { address, close } = await startPlayground({
    ...parts,
    sides: {
      slack: async () => {
        tries.push("slack");
        if (tries.filter((name) => name === "slack").length === 1) throw new Error("its library did not load");
        return silent("slack");
      },
      discord: async () => {
        tries.push("discord");
        return silent("discord");
      },
    },
  });
  onTestFinished(close);
  expect(await sayTo(address, "slack")).toBe(200);
  expect([await sayTo(address, "slack"), await sayTo(address, "discord")]).toEqual([200, 200]);
  expect(tries.sort()).toEqual(["discord", "slack", "slack"]);
});

test("what fails within is a fault of ours, told as one and logged, not of who asked", async () => {
  const logged: unknown[] = [];
  const failing: Side = { ...silent("slack"), deliver: () => Promise.reject(new TypeError("no x of undefined")) };
  const { address, close } = await startPlayground({
    ...parts,
    sides: { slack: async () => failing, discord: async () => silent("discord") },
    log: { ...parts.log, error: (...said: readonly unknown[]) => void logged.push(...said) },
  });
  onTestFinished(close);
  expect(await sayTo(address, "slack")).toBe(500);
  expect(logged).toEqual([
    { err: expect.objectContaining({ name: "TypeError" }), path: "/api/turn" },
    expect.any(String),
  ]);
  expect(String(logged)).not.toContain("of undefined");
});
