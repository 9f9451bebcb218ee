import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { until } from "../../until.ts";
import { type Bot, inside, payload, startBot } from "./harness.ts";
import { startSlackServer } from "./slack-server.ts";

let bot: Bot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

const config = { SLACK_APP_TOKEN: "xapp-test", SLACK_SIGNING_SECRET: undefined };
const start = async () => {
  bot = await startBot({ config, parts: { socketPatience: 300 } });
  return bot;
};
let envelopes = 0;
const envelope = (type: string, body: Record<string, unknown>, more = {}) => ({
  type,
  envelope_id: `e${++envelopes}`,
  payload: body,
  accepts_response_payload: type !== "events_api",
  ...more,
});
const slash = (running: Bot, text: string) =>
  envelope(
    "slash_commands",
    payload("slash_command", (body) =>
      Object.assign(body, { command: "/case", text, response_url: running.slack.responseUrl() }),
    ),
  );
const answered = (running: Bot, count: number) => until(() => running.slack.to("response_url").length >= count, 8000);

test("a slash command over the socket is acked and answered", async () => {
  const running = await start();
  const sent = slash(running, "hugging-face lessons");
  running.slack.send(sent);
  await until(() => running.slack.acked.has(sent.envelope_id), 3000);
  await answered(running, 1);
  expect(running.slack.to("response_url")[0]?.args).toMatchObject({ response_type: "ephemeral" });
});

test("a mention over the socket is answered once, although Slack delivers it again", async () => {
  const running = await start();
  const body = payload("app_mention", (one) =>
    Object.assign(inside(one, "event"), { text: "<@U0BOT00001> case solana" }),
  );
  const [first, again] = [
    envelope("events_api", body),
    envelope("events_api", body, { retry_attempt: 1, retry_reason: "timeout" }),
  ];
  running.slack.send(first);
  running.slack.send(again);
  await until(() => running.slack.acked.has(again.envelope_id), 3000);
  await until(() => running.slack.to("chat.postMessage")[0]);
  await expect(until(() => running.slack.to("chat.postMessage").length > 1, 300)).rejects.toThrow();
});

test("app_rate_limited is acked on the socket too", async () => {
  const running = await start();
  const sent = envelope("events_api", { ...payload("app_rate_limited"), event: undefined, type: "app_rate_limited" });
  const notice = { ...sent, type: "interactive" };
  running.slack.send(notice);
  await until(() => running.slack.acked.has(sent.envelope_id), 3000);
});

test("a socket that is closed leaves no timer behind, which would hold up the end of the process", async () => {
  const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
  const before = timers();
  const running = await start();
  await running.stop();
  expect(timers()).toBeLessThanOrEqual(before);
});

test("a socket that drops comes back by itself", async () => {
  const running = await start();
  running.slack.drop();
  await until(() => running.slack.sockets() === 0);
  await until(() => running.slack.sockets() === 1, 8000);
  running.slack.send(slash(running, "solana"));
  await answered(running, 1);
});

test("a socket that Slack asks to renew is renewed without a word to anyone", async () => {
  const running = await start();
  const before = running.slack.to("apps.connections.open").length;
  running.slack.send({ type: "disconnect", reason: "refresh_requested" });
  await until(() => running.slack.to("apps.connections.open").length > before && running.slack.sockets() === 1, 8000);
  running.slack.send(slash(running, "solana"));
  await answered(running, 1);
});

test("a Slack that keeps closing the socket is asked less and less often, and heard again in the end", async () => {
  const running = await start();
  const opened = () => running.slack.to("apps.connections.open").length;
  for (let closed = 1; closed <= 2; closed++) {
    running.slack.send({ type: "disconnect", reason: "too_many_websockets" });
    await until(() => opened() === closed + 1 && running.slack.sockets() === 1, 20_000);
  }
  const [, second, third] = running.slack.to("apps.connections.open").map(({ at }) => at);
  // The client itself would be back after its 300 ms each time.
  expect((third ?? 0) - (second ?? 0)).toBeGreaterThan(1500);
  running.slack.send(slash(running, "solana"));
  await answered(running, 1);
});

test("reconnecting goes on while Slack cannot be reached, and nothing is left unhandled", async () => {
  const rejections: unknown[] = [];
  const note = (error: unknown) => rejections.push(error);
  process.on("unhandledRejection", note);
  const running = await start();
  running.slack.trouble("apps.connections.open", ...Array.from({ length: 4 }, () => ({ status: 500, body: "down" })));
  running.slack.drop();
  await until(() => running.slack.to("apps.connections.open").length >= 6 && running.slack.sockets() === 1, 15_000);
  running.slack.send(slash(running, "solana"));
  await answered(running, 1);
  process.off("unhandledRejection", note);
  expect(rejections).toEqual([]);
});

test("stopping while the socket is being renewed leaves none behind", async () => {
  const running = await start();
  running.slack.trouble("apps.connections.open", { delay: 700 });
  running.slack.drop();
  await until(() => running.slack.to("apps.connections.open").length === 2, 8000);
  await running.adapter.stop();
  await sleep(1000);
  expect(running.slack.sockets()).toBe(0);
});

test("an app token Slack refuses ends in one sentence", async () => {
  const slack = await startSlackServer();
  slack.trouble("apps.connections.open", { body: { ok: false, error: "invalid_auth" } });
  await expect(startBot({ slack, config })).rejects.toThrow(
    /^Slack refused SLACK_APP_TOKEN \(invalid_auth\): copy it anew from api\.slack\.com\/apps → your app → Basic Information → App-Level Tokens/,
  );
  await slack.close();
});
