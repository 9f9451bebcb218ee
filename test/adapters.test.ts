import { afterAll, beforeAll, expect, test } from "vitest";
import type { Filing } from "#core/room.ts";
import { openAdapters } from "../src/adapters.ts";
import { readConfig } from "../src/config.ts";
import { memoryLines, memoryLog } from "./platforms/slack/harness.ts";
import { type SlackServer, startSlackServer } from "./platforms/slack/slack-server.ts";
import { openReal } from "./real.ts";

let slack: SlackServer;
beforeAll(async () => {
  slack = await startSlackServer();
});
afterAll(() => slack.close());

const filing = { id: "f1", gap: "g1", platform: "slack", workspace: "T1", channel: "C1", thread: "", asker: "U1" };

test.each<[string, Partial<Filing>, Record<string, unknown>]>([
  ["in the thread it was filed in", { thread: "17.1" }, { channel: "C1", thread_ts: "17.1" }],
  ["in the direct message it was filed in", { channel: "D1" }, { channel: "D1" }],
  ["to the person alone when it was filed privately in a channel", {}, { channel: "U1" }],
])("Slack tells of an answered gap %s", async (_, where, target) => {
  slack.calls.length = 0;
  const { dispatch, say } = await openReal();
  const environment = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "x".repeat(32), SLACK_API_URL: slack.apiUrl };
  const read = readConfig(environment);
  if ("problems" in read) throw new Error(read.problems.join());
  const { tellers } = await openAdapters(read.config, { dispatch, kept: memoryLines(), log: testLog() });
  await tellers.get("slack")?.({ ...filing, ...where }, await say("who founded Hugging Face?"));
  const { thread_ts, channel } = slack.to("chat.postMessage")[0]?.args ?? {};
  expect({ channel, ...(thread_ts ? { thread_ts: String(thread_ts) } : {}) }).toEqual(target);
});

function testLog() {
  return { ...memoryLog(), fatal: () => {} };
}
