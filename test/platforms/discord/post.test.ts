import { afterAll, beforeAll, expect, test } from "vitest";
import type { Dispatch } from "#core/adapter.ts";
import type { Delivery } from "#core/outbox.ts";
import { paragraph } from "#core/reply.ts";
import { createDiscordDeliverer } from "#platforms/discord/deliver.ts";
import { keptInMemory, rememberedLog, startBot } from "./bot.ts";
import { goodToken } from "./local-discord.ts";
import { ids } from "./payloads.ts";
import { replyOf } from "./replies.ts";

const silent: Dispatch = {
  commands: [],
  read: () => {
    throw new Error("nobody speaks here");
  },
  run: () => Promise.reject(new Error("nobody speaks here")),
  complete: () => [],
  isPublic: () => true,
};
const reply = replyOf([paragraph("the week's news")]);

let bot: Awaited<ReturnType<typeof startBot>>;
beforeAll(async () => {
  bot = await startBot(silent);
});
afterAll(() => bot?.stop());
const sent = () =>
  bot.discord.seen.filter(
    ({ method, path, status }) => method === "POST" && path.startsWith("/channels/") && status === 200,
  );

test("a post rings nobody, has nothing to share, and twice under one nonce is one message", async () => {
  const nonce = "a subscription and the time it was due, which is longer than Discord takes";
  const first = await bot.adapter.post({ channel: ids.channel }, reply, nonce);
  expect(await bot.adapter.post({ channel: ids.channel }, reply, nonce)).toBe(first);
  expect(await bot.adapter.post({ channel: ids.channel }, reply, "another")).not.toBe(first);
  expect(sent()[0]).toMatchObject({
    body: { flags: 32768 | 4096, enforce_nonce: true, allowed_mentions: { parse: [] } },
  });
  expect(JSON.stringify(sent()[0]?.body)).not.toContain("share");
  expect(bot.discord.refusals).toEqual([]);
});

test("a post calls the one role that it names, and may call nobody else", async () => {
  const role = "223456789012345678";
  await bot.adapter.post({ channel: ids.channel, ping: role }, replyOf([paragraph("@everyone <@&1>")]), "calls");
  const [{ body } = { body: {} }] = sent().slice(-1);
  expect(body).toMatchObject({ flags: 32768, allowed_mentions: { parse: [], roles: [role] } });
  expect(JSON.stringify(body).match(/<@&\d+>/g)).toEqual([`<@&${role}>`]);
  expect(bot.discord.refusals).toEqual([]);
});

test("in a forum a post is one of its own, under the reply's title", async () => {
  bot.discord.faults.push({
    path: /messages$/,
    status: 400,
    body: {
      code: 40058,
      message: "Cannot message this thread until after the post author has sent an initial message.",
    },
    times: 1,
  });
  await bot.adapter.post({ channel: ids.channel }, reply, "forum");
  expect(sent().at(-1)).toMatchObject({
    path: `/channels/${ids.channel}/threads`,
    body: { name: "Acme", message: { flags: 32768 | 4096 } },
  });
  expect(bot.discord.refusals).toEqual([]);
});

/** The channel is a forum from now on, until it has refused a message and a post without a tag. */
function asksForTag() {
  const refused = (path: RegExp, code: number) =>
    bot.discord.faults.push({ method: "POST", path, status: 400, body: { code, message: "no" }, times: 1 });
  refused(/messages$/, 40058);
  refused(/threads$/, 40067);
  const available_tags = [
    { id: "11", name: "staff", moderated: true },
    { id: "12", name: "news", moderated: false },
  ];
  bot.discord.faults.push({ method: "GET", path: /channels\/\d+$/, status: 200, body: { available_tags }, times: 1 });
}

test("in a forum that asks for a tag a post takes the first that anybody may use", async () => {
  asksForTag();
  await bot.adapter.post({ channel: ids.channel }, reply, "tagged");
  expect(sent().at(-1)).toMatchObject({ body: { name: "Acme", applied_tags: ["12"] } });
  expect(bot.discord.refusals).toEqual([]);
});

test.each([0, 1, 2])("what is not ours any more after %i of the calls that may post is not posted", async (calls) => {
  asksForTag();
  const from = bot.discord.seen.length;
  const tried = () => bot.discord.seen.slice(from).filter(({ method }) => method === "POST").length;
  const post = bot.adapter.post({ channel: ids.channel, stillOurs: () => tried() < calls }, reply, `lapsed-${calls}`);
  await expect(post).rejects.toMatchObject({ name: "TooLate" });
  expect(tried()).toBe(calls);
  bot.discord.faults.length = 0;
});

test("a channel that is gone is the caller's to know", async () => {
  bot.discord.faults.push({
    path: /messages$/,
    status: 404,
    body: { code: 10003, message: "Unknown Channel" },
    times: 1,
  });
  await expect(bot.adapter.post({ channel: ids.channel }, reply, "gone")).rejects.toMatchObject({ code: 10003 });
});

test("a deliverer whose token is refused leaves Discord alone for a while, and one in a channel that is shut says so", async () => {
  const { log } = rememberedLog();
  const deliverer = createDiscordDeliverer(
    { token: goodToken, apiUrl: bot.discord.apiUrl },
    { kept: keptInMemory(), log },
  );
  const delivery: Delivery = {
    ...{
      id: "d1",
      platform: "discord",
      channel: ids.channel,
      due: 0,
      person: false,
      reply,
      attempts: 1,
      state: "waiting",
    },
    nextTry: 0,
  };
  const post = () => deliverer.post(delivery, () => true);
  const refused = (status: number, code: number) =>
    bot.discord.faults.push({ path: /messages$/, status, body: { code, message: "no" }, times: 1 });
  for (const [code, reason] of [
    [50013, "may not post"],
    [50083, "archived"],
    [50001, "cannot see"],
  ] as const) {
    refused(403, code);
    expect(await post()).toEqual({ kind: "gone", reason: expect.stringContaining(reason) });
  }
  refused(401, 0);
  const before = bot.discord.seen.length;
  for (let i = 0; i < 5; i++) expect(await post()).toMatchObject({ kind: "wait", reason: "Discord refuses the token" });
  expect(bot.discord.seen.length - before).toBe(1);
});
