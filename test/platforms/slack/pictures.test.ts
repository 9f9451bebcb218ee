import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import { afterEach, beforeAll, expect, test } from "vitest";
import { createPainter } from "#chart/painter.ts";
import type { Delivery } from "#core/outbox.ts";
import { type Chart, type Part, paragraph, type Reply } from "#core/reply.ts";
import { createSlackDeliverer } from "#platforms/slack/deliver.ts";
import { fitsMessage } from "#platforms/slack/measure.ts";
import { createPictures } from "#platforms/slack/pictures.ts";
import { renderSlack } from "#platforms/slack/render.ts";
import { createTrust } from "#platforms/slack/trust.ts";
import { openReal } from "../../real.ts";
import { until } from "../../until.ts";
import { type Bot, inside, memoryLines, memoryLog, payload, startBot, stubDispatch } from "./harness.ts";
import { faultsOf, messageOf } from "./judge.ts";
import { makeReply } from "./make.ts";
import { type Call, type SlackServer, startSlackServer, type Trouble } from "./slack-server.ts";

const paint = createPainter();
const chartOf = (title: string): Chart => ({
  kind: "chart",
  type: "bar",
  title,
  unit: "points of 100",
  alt: `${title}: data 40, people 70.`,
  categories: ["Data", "People"],
  series: [{ name: "Score", values: [40, 70] }],
});
/** Every line is answered with a chart that has the line as its title. */
const charting = stubDispatch((line) => makeReply({ parts: [chartOf(line.replace(/ share(?::yes)?$/, ""))] }));

// The first picture of all starts the drawing thread, for which no answer under test should have to wait.
beforeAll(() => paint(chartOf("first"), { theme: "light", width: 360 }));
const open: { stop(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});
async function start(options: Parameters<typeof startBot>[0] = { dispatch: charting }): Promise<Bot> {
  const bot = await startBot({ ...options, parts: { paint } });
  open.push(bot);
  return bot;
}
async function startSlack(): Promise<SlackServer> {
  const slack = await startSlackServer();
  open.push({ stop: slack.close });
  return slack;
}

const messages = ["response_url", "chat.postMessage", "chat.postEphemeral"];
const answers = (bot: { slack: SlackServer }, count = 1): Promise<Call[]> =>
  until(() => bot.slack.to(...messages).length >= count && bot.slack.to(...messages));
const imagesOf = (call: Call | undefined) => messageOf(call?.args ?? {}).blocks.filter(({ type }) => type === "image");
const letters = (call: Call | undefined) => JSON.stringify(call?.args.blocks).includes("█");
const uploads = ({ slack }: { slack: SlackServer }) => slack.to("files.getUploadURLExternal").length;
const refused: Trouble = {
  body: { ok: false, error: "invalid_blocks", errors: ["invalid slack file [json-pointer:/blocks/1/slack_file]"] },
};

test("a chart is uploaded without being shared, and shown with its numbers in words", async () => {
  const bot = await start({});
  await bot.command("/readiness", "3 2 1 2 2 1 3 2 1 2 1 1");
  const [answer] = await answers(bot);
  expect(faultsOf(messageOf(answer?.args ?? {}))).toEqual([]);
  const [image, ...more] = imagesOf(answer);
  expect(more).toEqual([]);
  const [[id, png] = ["", new Uint8Array()]] = bot.slack.files;
  expect(image).toMatchObject({
    slack_file: { id },
    alt_text: expect.stringMatching(/Data infrastructure \d+.*of 100/),
  });
  expect(letters(answer)).toBe(false);
  expect(answer?.args.text).toContain("Data infrastructure");

  expect(Buffer.from(png.subarray(0, 8)).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const view = new DataView(png.buffer, png.byteOffset);
  expect(view.getUint32(16)).toBe(720);
  const [asked] = bot.slack.to("files.getUploadURLExternal");
  expect(asked?.args).toMatchObject({ filename: "chart.png", length: String(png.length) });
  expect(asked?.args.alt_text).toContain("Data infrastructure");
  const [completed] = bot.slack.to("files.completeUploadExternal");
  expect(completed?.args).not.toHaveProperty("channel_id");
  expect(completed?.args).not.toHaveProperty("channels");
});

test("the same chart is uploaded once, wherever it is shown, also when it is asked for twice at a time", async () => {
  const bot = await start();
  await Promise.all([bot.command("/readiness", "one", "r1"), bot.command("/readiness", "one", "r2")]);
  await answers(bot, 2);
  await bot.command("/readiness", "one share", "r3");
  await answers(bot, 3);
  await bot.deliver(
    payload("app_mention", (body) => Object.assign(inside(body, "event"), { text: "<@U0BOT00001> casebook one" })),
  );
  const shown = await answers(bot, 4);
  const ids = shown.flatMap((call) => imagesOf(call)).map((image) => "slack_file" in image && image.slack_file);
  expect(ids).toHaveLength(4);
  expect(new Set(ids.map((id) => JSON.stringify(id))).size).toBe(1);
  expect(uploads(bot)).toBe(1);
});

test("an answer in a thread, and one whose response_url is used up, have their pictures too", async () => {
  const bot = await start();
  bot.slack.trouble("response_url", { status: 404, body: "used_url" });
  await bot.command("/readiness", "one");
  await until(() => bot.slack.to("chat.postEphemeral")[0]);
  expect(imagesOf(bot.slack.to("chat.postEphemeral")[0])).toHaveLength(1);
  const thread_ts = "1767225600.000100";
  await bot.deliver(
    payload("app_mention", (body) => Object.assign(inside(body, "event"), { thread_ts, text: "<@U0BOT00001> two" })),
  );
  const post = await until(() => bot.slack.to("chat.postMessage")[0]);
  expect(post.args).toMatchObject({ thread_ts });
  expect(imagesOf(post)).toHaveLength(1);
});

test("the picture is shown once Slack is done with it", async () => {
  const bot = await start();
  bot.slack.process(2);
  await bot.command("/readiness", "one");
  const [answer] = await answers(bot);
  expect(imagesOf(answer)).toHaveLength(1);
  expect(bot.slack.to("files.completeUploadExternal").map(({ args }) => args.files)).toHaveLength(3);
});

test("a picture that Slack refuses is tried again a moment later", async () => {
  const bot = await start();
  bot.slack.trouble("response_url", refused);
  await bot.command("/readiness", "one");
  const [first, second] = await answers(bot, 2);
  expect([imagesOf(first).length, imagesOf(second).length]).toEqual([1, 1]);
  expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThan(500);
});

test("one that Slack goes on refusing is shown in letters, and uploaded anew the next time", async () => {
  const bot = await start();
  bot.slack.trouble("response_url", refused, refused);
  await bot.command("/readiness", "one");
  const calls = await answers(bot, 3);
  expect(calls.map(letters)).toEqual([false, false, true]);
  await bot.command("/readiness", "one", "r2");
  expect(imagesOf((await answers(bot, 4))[3])).toHaveLength(1);
  expect(uploads(bot)).toBe(2);
});

test("a way that keeps refusing pictures is spared them, while others go on having them", async () => {
  const bot = await start();
  bot.slack.trouble("response_url", refused, refused, {}, refused, refused);
  for (const line of ["one", "two", "three"]) {
    const before = bot.slack.to(...messages).length;
    await bot.command("/readiness", line, line);
    await until(() =>
      bot.slack
        .to(...messages)
        .slice(before)
        .some(letters),
    );
  }
  expect(bot.slack.to("response_url").map(letters)).toEqual([false, false, true, false, false, true, true]);
  await bot.deliver(
    payload("app_mention", (body) => Object.assign(inside(body, "event"), { text: "<@U0BOT00001> four" })),
  );
  expect(imagesOf(await until(() => bot.slack.to("chat.postMessage")[0]))).toHaveLength(1);
});

test("a way is trusted again after an hour, and at once after a picture that was taken", () => {
  let now = 0;
  const trust = createTrust(() => now);
  for (const taken of [false, true, false]) trust.learn(taken);
  expect(trust.holds()).toBe(true);
  trust.learn(false);
  expect(trust.holds()).toBe(false);
  now = 3_600_000;
  expect(trust.holds()).toBe(true);
});

test("without the scope charts are in letters; Slack is asked once, and the operator is told once", async () => {
  const bot = await start();
  bot.slack.trouble("files.getUploadURLExternal", {
    body: { ok: false, error: "missing_scope", needed: "files:write" },
  });
  await bot.command("/readiness", "one", "r1");
  await answers(bot, 1);
  await bot.command("/readiness", "two", "r2");
  expect((await answers(bot, 2)).map(letters)).toEqual([true, true]);
  expect(uploads(bot)).toBe(1);
  expect(bot.log.written.filter((line) => line.includes("files:write"))).toHaveLength(1);
});

test.each([
  ["files.getUploadURLExternal", { status: 503 }],
  ["upload", { status: 500 }],
  ["files.completeUploadExternal", { body: { ok: false, error: "internal_error" } }],
  ["files.getUploadURLExternal", { status: 429, headers: { "retry-after": "30" } }],
])("where %s answers with %j, charts are in letters for a while", async (method, trouble) => {
  const bot = await start();
  bot.slack.trouble(method, trouble, trouble, trouble);
  await bot.command("/readiness", "one", "r1");
  await answers(bot, 1);
  const tries = bot.slack.to(method).length;
  await bot.command("/readiness", "two", "r2");
  expect((await answers(bot, 2)).map(letters)).toEqual([true, true]);
  expect(bot.slack.to(method)).toHaveLength(tries);
});

test("nobody waits long: a slow upload goes on, and its picture is there the next time", async () => {
  const slack = await startSlack();
  const client = new webApi.WebClient("xoxb-test", { slackApiUrl: slack.apiUrl });
  const pictures = createPictures({ client, paint, log: memoryLog(), patience: 1000 });
  await pictures.find([chartOf("zero")]);
  slack.trouble("upload", { delay: 1500 });
  const one = chartOf("one");
  expect((await pictures.find([one])).size).toBe(0);
  // Slack is slow now: the next answers do not wait at all.
  const next = await Promise.race([pictures.find([chartOf("two")]), sleep(500, "waited" as const)]);
  expect(next).toEqual(new Map());
  const there = async () => (await pictures.find([one])).get(one)?.fresh;
  await expect.poll(there, { timeout: 10_000 }).toBe(true);
  expect(slack.to("files.getUploadURLExternal")).toHaveLength(3);
});

test("a chart that cannot be drawn is in letters", async () => {
  const slack = await startSlack();
  const client = new webApi.WebClient("xoxb-test", { slackApiUrl: slack.apiUrl });
  const log = memoryLog();
  const paintNothing = () => Promise.reject(new Error("no font"));
  const pictures = createPictures({ client, paint: paintNothing, log, patience: 1000 });
  expect((await pictures.find([chartOf("one")])).size).toBe(0);
  expect(log.written.join()).toContain("no font");
  expect(slack.calls).toEqual([]);
});

test("a digest brings its picture along, and is still found by its mark", async () => {
  const slack = await startSlack();
  const config = { SLACK_BOT_TOKEN: "xoxb-test", SLACK_API_URL: slack.apiUrl };
  const deliverer = createSlackDeliverer(config, { kept: memoryLines(), paint, log: memoryLog() });
  const delivery: Delivery = {
    ...{ id: "d1", platform: "slack", workspace: "T0TEAM001", channel: "C0CHAN001", person: false },
    ...{ due: 0, state: "waiting", attempts: 0, nextTry: 0, reply: makeReply({ parts: [chartOf("one")] }) },
  };
  expect(await deliverer.post(delivery)).toMatchObject({ kind: "sent" });
  const [post] = slack.to("chat.postMessage");
  expect(imagesOf(post)).toHaveLength(1);
  expect(post?.args).toMatchObject({ metadata: { event_payload: { id: "d1" } } });
});

test("the Home tab keeps letters, and uploads nothing", async () => {
  const bot = await start();
  await bot.deliver(payload("app_home_opened_first"));
  const { args } = await until(() => bot.slack.to("views.publish")[0]);
  expect(JSON.stringify(args.view)).toContain("█");
  expect(uploads(bot)).toBe(0);
});

test("pages are the same with pictures as with letters, and a picture fits where letters did", async () => {
  const real = await openReal();
  const cost = await real.say("cost 7B 1T H100");
  real.close();
  const long: Part[] = Array.from({ length: 30 }, (_, i) => paragraph(`Paragraph ${i}. ${"word ".repeat(150)}`));
  const parts = long.flatMap((part, i): Part[] => (i % 4 === 0 ? [part, chartOf(`Chart ${i}`)] : [part]));
  const turned = (reply: Reply) => Array.from({ length: 8 }, (_, i): Reply => ({ ...reply, page: i + 1 }));
  for (const reply of [...turned(makeReply({ parts })), ...turned(cost)]) {
    const chartImage = () => ({ fileId: "F0CHART0001" });
    const [pictured, lettered] = [renderSlack(reply, { chartImage }), renderSlack(reply)];
    expect(pictured.text).toBe(lettered.text);
    expect(fitsMessage(pictured.blocks)).toBe(true);
    const charts = pictured.blocks.filter(({ type }) => type === "image").length;
    expect(JSON.stringify(lettered.blocks).split("rich_text_preformatted").length - 1).toBe(charts);
  }
});
