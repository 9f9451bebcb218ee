import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import type { Reply } from "#core/reply.ts";
import type { SendAnswer } from "#platforms/slack/answer.ts";
import { createConversation } from "#platforms/slack/conversation.ts";
import { Crowded, createOneByOne } from "#platforms/slack/one-by-one.ts";
import { respondingTo } from "#platforms/slack/respond.ts";
import { openReal } from "../../real.ts";
import { until } from "../../until.ts";
import { type Bot, inside, memoryLines, memoryLog, payload, startBot, stubDispatch } from "./harness.ts";
import { lettersOf, messageOf } from "./judge.ts";
import { makeReply } from "./make.ts";

let bot: Bot | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

/** Commands that end when told to. */
function held() {
  const ends: (() => void)[] = [];
  const dispatch = stubDispatch(() => new Promise<Reply>((resolve) => ends.push(() => resolve(makeReply()))));
  return { dispatch, ends };
}

const mention = (ts: string) => payload("app_mention", (body) => Object.assign(inside(body, "event"), { ts }));

describe("requests in", () => {
  test("one command runs once, and two at a time from one person are both answered", async () => {
    bot = await startBot({ dispatch: stubDispatch((line) => makeReply({ title: line })) });
    await Promise.all([bot.command("/casebook", "one"), bot.command("/casebook", "two")]);
    await until(() => bot?.slack.to("response_url").length === 2);
    await sleep(200);
    const titles = bot.slack.to("response_url").map(({ args }) => messageOf(args).text);
    expect(titles.map((title) => title.split("\n")[0]).sort()).toEqual(["casebook one", "casebook two"]);
  });

  test.each(["0", "true", "11", " 1", "1,1"])("ssl_check=%s opens no door without a signature", async (ssl_check) => {
    bot = await startBot({ dispatch: stubDispatch(() => makeReply()) });
    const body = payload("slash_command", (one) => Object.assign(one, { response_url: bot?.slack.responseUrl() }));
    expect((await bot.deliver({ ...body, ssl_check }, { secret: "none" })).status).toBe(401);
    await sleep(50);
    expect(bot.slack.to("response_url", "chat.postMessage")).toEqual([]);
  });

  test("with too much open Slack is asked to bring more again later, and is heard once there is room", async () => {
    const { dispatch, ends } = held();
    bot = await startBot({ dispatch, parts: { mostOpen: 2 } });
    await bot.command("/case", "one");
    await bot.command("/case", "two");
    const refused = await bot.deliver(mention("1.1"));
    expect(refused.status).toBe(503);
    expect(refused.headers.has("x-slack-no-retry")).toBe(false);
    expect(bot.log.written.join("\n")).toContain("too many requests are open");
    for (const end of ends.splice(0)) end();
    await until(() => bot?.slack.to("response_url").length === 2);
    const again = bot.deliver(mention("1.1"));
    await until(() => ends.length === 1);
    ends[0]?.();
    expect((await again).status).toBe(200);
    await until(() => bot?.slack.to("chat.postMessage").length === 1);
  });

  test("a workspace's own names for the bot are compared, so that another bot of the same name is another", async () => {
    bot = await startBot({ dispatch: stubDispatch(() => makeReply()) });
    await bot.deliver(
      payload("app_mention", (body) => Object.assign(inside(body, "event"), { user: "U0BOT00002", ts: "2.1" })),
    );
    await until(() => bot?.slack.to("chat.postMessage").length === 1);
  });
});

test("help tells people on Slack, and nobody else, how to ask inside a thread", async () => {
  const { dispatch } = await openReal();
  const help = async (platform: "slack" | "discord") =>
    JSON.stringify((await dispatch.run(dispatch.read("casebook help", { platform, via: "command" }))).parts);
  expect(await help("slack")).toContain("no commands inside a thread: mention me there");
  expect(await help("discord")).not.toContain("inside a thread");
});

describe("replies out", () => {
  test("so many wait for one channel, and no more; other channels are not concerned", async () => {
    const oneByOne = createOneByOne(1, Date.now, 2);
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = oneByOne("C1", () => promise);
    const second = oneByOne("C1", async () => "second");
    await expect(oneByOne("C1", async () => "third")).rejects.toThrow(Crowded);
    expect(await oneByOne("C2", async () => "elsewhere")).toBe("elsewhere");
    resolve();
    await first;
    expect(await second).toBe("second");
    expect(await oneByOne("C1", async () => "later")).toBe("later");
  });

  test("who asks in a crowded channel is told so alone, in the thread, with the line to send again", async () => {
    const sent: Parameters<SendAnswer>[] = [];
    const never = () => Promise.reject(new Error("not asked for"));
    const conversation = createConversation({
      respondTo: respondingTo(undefined),
      ...{ dispatch: stubDispatch(() => makeReply({ line: "case acme" })), kept: memoryLines(), log: memoryLog() },
      ...{ takeOnce: async () => true, home: { start: never, show: never } },
      client: new (await import("@slack/bolt")).webApi.WebClient("xoxb-test"),
      post: () => Promise.reject(new Crowded()),
      sendAnswer: async (...given) => void sent.push(given),
    });
    await conversation.message(mention("3.1"), { userId: "U0BOT00001" });
    expect(sent).toMatchObject([
      [
        {
          ok: false,
          title: "One moment, please",
          parts: [{}, { buttons: [{ label: "Try again", line: "case acme" }] }],
        },
        { audience: "asker", channel: "C0CHAN001", thread: "3.1", asker: "U0USER001" },
      ],
    ]);
  });

  test("nothing that is sent asks Slack to find mentions, or carries ids that an updated message would keep", async () => {
    const words = "mail ann@acme.example, see https://acme.example/@ann and @here";
    const reply = makeReply({
      title: words,
      parts: [
        { kind: "text", text: [words] },
        { kind: "buttons", buttons: [{ label: "Again", line: "case acme" }] },
      ],
    });
    bot = await startBot({ dispatch: stubDispatch(() => reply) });
    await bot.deliver(mention("4.1"));
    const { args } = await until(() => bot?.slack.to("chat.postMessage")[0]);
    expect(Object.keys(args).sort()).toEqual(
      ["blocks", "channel", "text", "thread_ts", "unfurl_links", "unfurl_media"].sort(),
    );
    expect(lettersOf(messageOf(args).blocks)).toContain(words);
    expect(messageOf(args).text).toContain(words);
    expect(JSON.stringify(args.blocks)).not.toMatch(/"block_id"|"type":"(?:user|usergroup|broadcast|link)"/);
  });

  test("an answer that is too late for its response_url, and has no channel to go to, is no crash", async () => {
    bot = await startBot({ dispatch: stubDispatch(() => makeReply()) });
    bot.slack.trouble("response_url", { status: 404, body: "used_url" });
    bot.slack.trouble("chat.postEphemeral", { body: { ok: false, error: "fatal_error" } });
    await bot.command("/case", "acme");
    await until(() => bot?.log.written.some((line) => line.includes("a command was not answered")));
    await bot.command("/case", "acme");
    await until(() => bot?.slack.to("response_url").length === 2);
  });
});
