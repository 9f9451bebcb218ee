import { afterEach, expect, test } from "vitest";
import { until } from "../../until.ts";
import { type Bot, deliver, inside, payload, startBot, stubDispatch } from "./harness.ts";
import { lettersOf, messageOf } from "./judge.ts";
import { makeReply } from "./make.ts";
import { startSlackServer } from "./slack-server.ts";

let bot: Bot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

const table = makeReply({
  title: "Prices",
  parts: [{ kind: "table", columns: ["GPU"], rows: [[{ text: ["H100"] }]] }],
  sources: [{ id: "s", title: "Price list" }],
});
const refused = { body: { ok: false, error: "invalid_blocks" } };
const mention = () =>
  payload("app_mention", (body) => Object.assign(inside(body, "event"), { ts: `${Math.random()}` }));

test("blocks that Slack refuses are sent again, first without the table, then as text that is the whole answer", async () => {
  bot = await startBot({ dispatch: stubDispatch(() => table) });
  bot.slack.trouble("response_url", { status: 400, body: "invalid_blocks" }, refused);
  await bot.command("/price", "h100");
  const calls = await until(() => bot?.slack.to("response_url").length === 3 && bot.slack.to("response_url"));
  expect(calls.map(({ args }) => JSON.stringify(args.blocks ?? "").includes('"table"'))).toEqual([true, false, false]);
  expect(calls[2]?.args).not.toHaveProperty("blocks");
  expect(calls[2]?.args.text).toBe("Prices\nGPU: H100\n[1] Price list, undated");
  expect(bot.log.written.join("\n")).toContain('"shape":"header,table,context,actions"');
});

test("the same holds for messages in channels", async () => {
  bot = await startBot({ dispatch: stubDispatch(() => table) });
  bot.slack.trouble("chat.postMessage", refused, { body: { ok: false, error: "msg_blocks_too_long" } });
  await bot.deliver(mention());
  const last = await until(() => bot?.slack.to("chat.postMessage")[2]);
  expect(last.args).not.toHaveProperty("blocks");
  expect(last.args.text).toContain("GPU: H100");
});

test.each([
  ["used up", { status: 404, body: "used_url" }],
  ["gone", { status: 410, body: "expired_url" }],
])("an answer whose response_url is %s comes through the Web API, still to the asker alone", async (_, trouble) => {
  bot = await startBot({ dispatch: stubDispatch(() => makeReply()) });
  bot.slack.trouble("response_url", trouble);
  await bot.command("/case", "acme");
  expect((await until(() => bot?.slack.to("chat.postEphemeral")[0])).args).toMatchObject({
    channel: "C0CHAN001",
    user: "U0USER001",
  });
});

test("where the bot is not in the channel, the answer comes as a direct message", async () => {
  bot = await startBot({ dispatch: stubDispatch(() => makeReply()) });
  bot.slack.trouble("response_url", { status: 404, body: "used_url" });
  bot.slack.trouble("chat.postEphemeral", { body: { ok: false, error: "not_in_channel" } });
  await bot.command("/case", "acme");
  expect((await until(() => bot?.slack.to("chat.postMessage")[0])).args).toMatchObject({ channel: "U0USER001" });
});

test("a busy Slack is asked again, after as long as it says", async () => {
  bot = await startBot({ dispatch: stubDispatch(() => makeReply()) });
  bot.slack.trouble("response_url", { status: 500, body: "" });
  await bot.command("/case", "acme");
  await until(() => bot?.slack.to("response_url").length === 2);

  bot.slack.trouble("chat.postMessage", {
    status: 429,
    headers: { "retry-after": "1" },
    body: { ok: false, error: "ratelimited" },
  });
  await bot.deliver(mention());
  const [first, second] = await until(
    () => bot?.slack.to("chat.postMessage").length === 2 && bot.slack.to("chat.postMessage"),
  );
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(990);
});

test("a command that breaks shows no exception; nor does a reply that cannot be drawn", async () => {
  const broken = makeReply({
    parts: [{ kind: "chart", type: "bar", title: "x", unit: "x", alt: "x", categories: ["x"], series: [] }],
  });
  Object.defineProperty(broken, "sources", {
    get: () => {
      throw new Error("secret inside");
    },
  });
  bot = await startBot({ dispatch: { ...stubDispatch(() => makeReply()), run: async () => broken } });
  await bot.command("/case", "acme");
  const { args } = await until(() => bot?.slack.to("response_url")[0]);
  expect(args.text).toMatch(/^That failed on our side.*reference [0-9a-f]{6}\.$/);
  expect(JSON.stringify(args)).not.toContain("secret inside");
  expect(bot.log.written.join("\n")).toContain("secret inside");
});

test("kept lines that cannot be kept do not lose the answer", async () => {
  const parts = { kept: { keep: () => Promise.reject(new Error("disk full")), find: async () => undefined } };
  bot = await startBot({ dispatch: stubDispatch(() => makeReply({ line: "x".repeat(2500) })), parts });
  await bot.command("/case", "acme");
  expect(lettersOf(messageOf((await until(() => bot?.slack.to("response_url")[0])).args).blocks)).toContain("Acme");
});

test("stopping finishes what was acked, and takes nothing new", async () => {
  let finish = () => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  bot = await startBot({ dispatch: stubDispatch(() => slow.then(() => makeReply())) });
  expect((await bot.command("/case", "acme")).status).toBe(200);
  const { adapter, slack, url } = bot;
  const stopped = adapter.stop();
  const later = await deliver(url, mention()).then(
    ({ status }) => status,
    () => "refused",
  );
  expect(later === "refused" || later === 503).toBe(true);
  expect(slack.to("response_url")).toHaveLength(0);
  finish();
  await stopped;
  expect(slack.to("response_url")).toHaveLength(1);
  await expect(fetch(url)).rejects.toThrow();
  await slack.close();
  bot = undefined;
});

test.each([
  [
    "a token Slack does not know",
    { SLACK_BOT_TOKEN: "xoxb-wrong" },
    { ok: false, error: "invalid_auth" },
    /^Slack refused SLACK_BOT_TOKEN \(invalid_auth\): copy it anew from api\.slack\.com\/apps → your app → OAuth & Permissions/,
  ],
  [
    "a person's token",
    {},
    { ok: true, user_id: "U1" },
    /^SLACK_BOT_TOKEN is not a bot's token: copy it from api\.slack\.com/,
  ],
])("with %s the bot does not start, and one sentence says why", async (_, config, body, sentence) => {
  const slack = await startSlackServer();
  slack.trouble("auth.test", { body });
  await expect(startBot({ slack, config })).rejects.toThrow(sentence);
  await slack.close();
});

test.each([
  ["no token", { SLACK_BOT_TOKEN: undefined }, /^SLACK_BOT_TOKEN is missing: api\.slack\.com/],
  ["an empty signing secret", { SLACK_SIGNING_SECRET: " " }, /^SLACK_SIGNING_SECRET is missing or empty/],
])("with %s the bot does not start", async (_, config, sentence) => {
  const slack = await startSlackServer();
  await expect(startBot({ slack, config })).rejects.toThrow(sentence);
  expect(slack.calls).toEqual([]);
  await slack.close();
});

test("a Slack that does not answer, and a port that is taken, are said in a sentence", async () => {
  await expect(startBot({ config: { SLACK_API_URL: "http://127.0.0.1:9/api/" } })).rejects.toThrow(
    /^Slack did not answer at http:\/\/127\.0\.0\.1:9/,
  );
  bot = await startBot();
  const { port } = new URL(bot.url);
  const slack = await startSlackServer();
  await expect(startBot({ slack, config: { PORT: Number(port) } })).rejects.toThrow(/EADDRINUSE.*set another PORT/);
  await slack.close();
});
