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

test("a side that could not be opened is opened by the next who asks; one that was is opened once", async () => {
  const tries: string[] = [];
  const { address, close } = await startPlayground({
    ...{ dispatch, version: "1", host: "127.0.0.1", port: 0, follow: () => () => {} },
    kept: { keep: async () => {}, find: async () => undefined },
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
    findPassage: () => undefined,
    drawChart: async () => "",
  });
  onTestFinished(close);
  const say = async (side: string) => {
    const body = JSON.stringify({ side, act: { kind: "say", line: "/case", where: "channel" } });
    const headers = { "content-type": "application/json" };
    return (await fetch(`${address}/api/turn`, { method: "POST", headers, body })).status;
  };
  expect(await say("slack")).toBe(200);
  expect([await say("slack"), await say("discord")]).toEqual([200, 200]);
  expect(tries.sort()).toEqual(["discord", "slack", "slack"]);
});
