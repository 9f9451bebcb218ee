import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Filing } from "#core/room.ts";
import { openStore } from "#store/open.ts";
import { anyPlatform, openAdapters } from "../src/adapters.ts";
import { readConfig } from "../src/read-config.ts";
import { freePort } from "./free-port.ts";
import { goodToken, startLocalDiscord } from "./platforms/discord/local-discord.ts";
import { commandData } from "./platforms/discord/payloads.ts";
import {
  deliver,
  inside,
  memoryLines,
  memoryLog,
  payload,
  signingSecret,
  stubDispatch,
} from "./platforms/slack/harness.ts";
import { makeReply } from "./platforms/slack/make.ts";
import { type SlackServer, startSlackServer } from "./platforms/slack/slack-server.ts";
import { granted, install, newKey } from "./platforms/slack/tenants.ts";
import { openReal } from "./real.ts";

let slack: SlackServer;
let real: Awaited<ReturnType<typeof openReal>>;
beforeAll(async () => {
  real = await openReal();
  slack = await startSlackServer();
}, 120_000);
afterAll(() => slack.close());

const filing = { id: "f1", gap: "g1", platform: "slack", workspace: "T1", channel: "C1", thread: "", asker: "U1" };

test.each<[string, Partial<Filing>, Record<string, unknown>]>([
  ["in the thread it was filed in", { thread: "17.1" }, { channel: "C1", thread_ts: "17.1" }],
  ["in the direct message it was filed in", { channel: "D1" }, { channel: "D1" }],
  ["to the person alone when it was filed privately in a channel", {}, { channel: "U1" }],
])("Slack tells of an answered gap %s", async (_, where, target) => {
  slack.calls.length = 0;
  const { dispatch, say } = real;
  const environment = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: "x".repeat(32), SLACK_API_URL: slack.apiUrl };
  const read = readConfig(environment);
  if ("problems" in read) throw new Error(read.problems.join());
  const { tellers } = await openAdapters(read.config, { dispatch, kept: memoryLines(), log: testLog() });
  await tellers.get("slack")?.({ ...filing, ...where }, await say("who founded Hugging Face?"));
  const { thread_ts, channel } = slack.to("chat.postMessage")[0]?.args ?? {};
  expect({ channel, ...(thread_ts ? { thread_ts: String(thread_ts) } : {}) }).toEqual(target);
});

test("a workspace that removes the app has its digests paused, and no other's; a new install wakes what nobody paused", async () => {
  const store = await openStore({ directory: await mkdtemp(join(tmpdir(), "casebook-adapters-")) });
  const port = await freePort();
  const read = readConfig({
    ...{ SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "x".repeat(32), SLACK_STATE_SECRET: "x".repeat(32) },
    ...{
      SLACK_SIGNING_SECRET: signingSecret,
      INSTALLATION_KEY: newKey(),
      SLACK_API_URL: slack.apiUrl,
      PORT: `${port}`,
    },
  });
  if ("problems" in read) throw new Error(read.problems.join());
  expect(anyPlatform(read.config)).toBe(true);
  const dispatch = stubDispatch(() => makeReply());
  const { adapters } = await openAdapters(read.config, { dispatch, kept: store.keptLines, store, log: testLog() });
  await adapters[0]?.start();
  const byHand = "somebody here paused it";
  for (const [id, workspace, paused] of [
    ["aaaa1111", "T0TEAM001", undefined],
    ["bbbb2222", "T0TEAM002", undefined],
    ["cccc3333", "T0TEAM001", byHand],
  ] as const)
    await store.subscriptions.add({
      ...{ id, platform: "slack", workspace, channel: "C1", line: "digest", schedule: "daily 09:00", zone: "UTC" },
      ...{ createdAt: 0, nextAt: 0, paused },
    });
  const pauses = async () =>
    Promise.all(["aaaa1111", "bbbb2222", "cccc3333"].map(async (id) => (await store.subscriptions.find(id))?.paused));
  await deliver(`http://127.0.0.1:${port}/slack/events`, payload("app_uninstalled"));
  await vi.waitFor(async () =>
    expect(await pauses()).toEqual([expect.stringMatching(/was removed from the workspace/), undefined, byHand]),
  );
  slack.trouble("oauth.v2.access", { body: granted("0TEAM001") });
  expect((await install(`http://127.0.0.1:${port}`, "code")).status).toBe(200);
  await vi.waitFor(async () => expect(await pauses()).toEqual([undefined, undefined, byHand]));
  const [woken] = await store.subscriptions.ofChannel({ platform: "slack", channel: "C1" });
  // What came due meanwhile is not made up for.
  expect(woken?.nextAt).toBeGreaterThan(Date.now());
  await adapters[0]?.stop();
  await store.close();
});

test("an event that Slack brings again after a restart is not answered again", async () => {
  slack.calls.length = 0;
  const store = await openStore({ directory: await mkdtemp(join(tmpdir(), "casebook-adapters-")) });
  const port = await freePort();
  const environment = { SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.apiUrl };
  const read = readConfig({ ...environment, PORT: `${port}` });
  if ("problems" in read) throw new Error(read.problems.join());
  const dispatch = stubDispatch(() => makeReply());
  const other = payload("app_mention", (body) => Object.assign(inside(body, "event"), { ts: "18.1" }));
  for (const event of [payload("app_mention"), payload("app_mention"), { ...other, event_id: "EvOTHER" }]) {
    const { adapters } = await openAdapters(read.config, { dispatch, kept: store.keptLines, store, log: testLog() });
    await adapters[0]?.start();
    expect((await deliver(`http://127.0.0.1:${port}/slack/events`, event)).status).toBe(200);
    await adapters[0]?.stop();
  }
  expect(slack.to("chat.postMessage")).toHaveLength(2);
  await store.close();
});

function testLog() {
  return { ...memoryLog(), fatal: () => {} };
}

test("Slack and Discord over HTTP are served on one port, and both close with the last of them", async () => {
  const [discord, port] = [await startLocalDiscord(), await freePort()];
  const { dispatch } = await openReal();
  const read = readConfig({
    ...{ SLACK_BOT_TOKEN: "xoxb-1", SLACK_SIGNING_SECRET: signingSecret, SLACK_API_URL: slack.apiUrl },
    ...{ DISCORD_TOKEN: goodToken, DISCORD_API_URL: discord.apiUrl, PORT: String(port) },
    ...{ DISCORD_INTERACTIONS: "http", DISCORD_PUBLIC_KEY: discord.signer.publicKey },
  });
  if ("problems" in read) throw new Error(read.problems.join());
  const { adapters } = await openAdapters(read.config, { dispatch, kept: memoryLines(), log: testLog() });
  await Promise.all(adapters.map((adapter) => adapter.start()));
  const at = `http://127.0.0.1:${port}`;
  const toDiscord = await discord.deliver(`${at}/discord/interactions`, 2, commandData("case"));
  const verification = { type: "url_verification", challenge: "c" };
  expect([toDiscord.status, (await deliver(`${at}/slack/events`, verification)).status]).toEqual([202, 200]);
  await Promise.all(adapters.map((adapter) => adapter.stop()));
  expect(discord.responses(toDiscord.id)).toHaveLength(2);
  await expect(fetch(at)).rejects.toThrow();
  await discord.stop();
});
