import { afterEach, beforeEach, expect, test } from "vitest";
import { type Bot, startBot } from "../platforms/slack/harness.ts";
import { eventually, slow } from "./bot.ts";

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(() => bot.stop());

const all = Array.from({ length: 20 }, (_, i) => i);

test.each([
  ["429s", { status: 429, headers: { "retry-after": "1" }, body: {} }],
  ["500s", { status: 500, body: "oops" }],
  ["answers that are no JSON", { status: 503, body: "<html>" }],
])("in a storm of %s every command is answered once", slow, async (_, trouble) => {
  bot.slack.trouble("response_url", ...Array.from({ length: 30 }, () => trouble));
  const acks = await Promise.all(all.map((i) => bot.command("/find", `zebra-${i}-`, `r${i}`)));
  expect(acks.map(({ status }) => status)).toEqual(acks.map(() => 200));
  // What a response_url did not take in three tries goes through the Web API.
  const taken = () => bot.slack.to("response_url", "chat.postEphemeral").filter(({ status }) => status === 200);
  const counts = () =>
    all.map((i) => taken().filter(({ args }) => JSON.stringify(args).includes(`zebra-${i}-`)).length);
  await eventually(() => expect(counts()).toEqual(all.map(() => 1)));
  await bot.adapter.stop();
  expect(counts()).toEqual(all.map(() => 1));
  for (const { method, args } of taken())
    if (method === "response_url") expect(JSON.stringify(args)).toContain(`zebra-${/\d+$/.exec(String(args.url))}-`);
});
