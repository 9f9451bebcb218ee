import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bot, startBot } from "../platforms/slack/harness.ts";
import { eventually } from "./bot.ts";

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

const asked = 20;

test.each([
  ["429s", { status: 429, headers: { "retry-after": "1" }, body: {} }],
  ["500s", { status: 500, body: "oops" }],
  ["answers that are no JSON", { status: 503, body: "<html>" }],
])("in a storm of %s every command is answered once", { timeout: 120_000 }, async (_, trouble) => {
  const troubles = 30;
  bot.slack.trouble("response_url", ...Array.from({ length: troubles }, () => trouble));
  const acks = await Promise.all(
    Array.from({ length: asked }, (_, i) => bot.command("/case", i % 2 ? "solana" : "openai", `r${i}`)),
  );
  expect(acks.map(({ status }) => status)).toEqual(acks.map(() => 200));
  // What a response_url did not take in three tries goes through the Web API.
  const sent = () => bot.slack.to("response_url").length - troubles + bot.slack.to("chat.postEphemeral").length;
  await eventually(() => expect(sent()).toBe(asked));
  await bot.adapter.stop();
  expect(sent()).toBe(asked);
});
