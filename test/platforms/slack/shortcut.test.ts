import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { askThisCallback, decodeAskThis } from "#platforms/slack/decode-shortcut.ts";
import { slackManifest } from "#platforms/slack/manifest.ts";
import { commands } from "../../../commands/index.ts";
import { openReal } from "../../real.ts";
import { until } from "../../until.ts";
import { type Bot, inside, payload, startBot } from "./harness.ts";
import { faultsOf, lettersOf, messageOf } from "./judge.ts";

let bot: Bot;
const ran: string[] = [];
beforeAll(async () => {
  const { dispatch } = await openReal();
  const run: typeof dispatch.run = (invocation) => {
    ran.push(invocation.command);
    return dispatch.run(invocation);
  };
  bot = await startBot({ dispatch: { ...dispatch, run } });
});
afterEach(() => {
  bot.slack.calls.length = 0;
  ran.length = 0;
});
afterAll(() => bot.stop());

const about = (text: string, change: Record<string, unknown> = {}) =>
  payload("shortcut_message", (body) => {
    Object.assign(body, { callback_id: askThisCallback, response_url: bot.slack.responseUrl("shortcut") });
    Object.assign(inside(body, "message"), { text, ...change });
  });
const answer = async () => (await until(() => bot.slack.to("response_url")[0])).args;

test("a message picked from its menu is acked within three seconds, and answered to the one who picked it alone", async () => {
  const { status, ms } = await bot.deliver(about("so <@U0USER002>, who founded Hugging Face?"));
  expect(status).toBe(200);
  expect(ms).toBeLessThan(3000);
  const args = await answer();
  expect(args).toMatchObject({ response_type: "ephemeral", replace_original: false });
  expect(faultsOf(messageOf(args))).toEqual([]);
  expect(lettersOf(messageOf(args).blocks)).toMatch(/Delangue/);
});

test("the answer to a message in a thread stands in that thread", async () => {
  await bot.deliver(about("who founded Hugging Face?", { thread_ts: "1767225500.000100" }));
  expect(await answer()).toMatchObject({ thread_ts: "1767225500.000100" });
});

test.each(["case solana", "/case solana share", "who founded Hugging Face? share", "meeting start"])(
  "a message that says “%s” is a question, runs no command and is shown to nobody else",
  async (text) => {
    await bot.deliver(about(text));
    expect(await answer()).toMatchObject({ response_type: "ephemeral" });
    expect(ran).toEqual(["ask"]);
  },
);

const lineOf = (change: Record<string, unknown>) => decodeAskThis(about("", change))?.line;
const rich = (...elements: object[]) => [
  { type: "rich_text", block_id: "b", elements: [{ type: "rich_text_section", elements }] },
];
const mrkdwn = (text: string) => ({ type: "mrkdwn", text, verbatim: false });

test.each<[string, Record<string, unknown>, string]>([
  [
    "a rich text",
    {
      blocks: rich(
        { type: "text", text: "so " },
        { type: "user", user_id: "U0USER002" },
        { type: "text", text: ", who invested in " },
        { type: "link", url: "https://openai.com", text: "OpenAI" },
        { type: "text", text: "? " },
        { type: "emoji", name: "hugging_face", unicode: "1f917" },
      ),
    },
    "so, who invested in OpenAI?",
  ],
  [
    "an app's blocks",
    {
      blocks: [
        { type: "header", text: { type: "plain_text", text: "Anthropic raises $65B", emoji: true } },
        { type: "section", text: mrkdwn("Who is *behind* it &amp; why?"), fields: [mrkdwn("Series H")] },
        { type: "context", elements: [mrkdwn("by <@U0USER002>")] },
        { type: "actions", elements: [{ type: "button", text: { type: "plain_text", text: "Open" } }] },
      ],
    },
    "Anthropic raises $65B. Who is *behind* it & why? Series H. by",
  ],
  [
    "an attachment",
    { attachments: [{ id: 1, color: "36a64f", fallback: "x", title: "Solana", text: "who founded it?" }] },
    "Solana. who founded it?",
  ],
  [
    "an attachment's fields",
    { attachments: [{ id: 1, fallback: "x", fields: [{ title: "Deal", value: "co-sell", short: true }] }] },
    "Deal. co-sell",
  ],
  ["an attachment's last resort", { attachments: [{ id: 1, fallback: "who founded Solana?" }] }, "who founded Solana?"],
])("a message without a text is asked about by the words of %s", (_, change, line) => {
  expect(lineOf(change)).toBe(line);
});

test("a message's text counts more than its blocks, and a call in its middle leaves no gap", () => {
  const blocks = rich({ type: "text", text: "else" });
  const line = (text: string) => decodeAskThis(about(text, { blocks }))?.line;
  expect(line("so <@U0USER002>, who founded it?")).toBe("so, who founded it?");
  expect(line("<@U0USER002> :wave: who founded it?")).toBe("who founded it?");
});

test("a message without words says so", async () => {
  await bot.deliver(about(""));
  expect(lettersOf(messageOf(await answer()).blocks)).toMatch(/no words to ask about/);
});

test("another app's entry is left alone", () => {
  expect(decodeAskThis(payload("shortcut_message"))).toBeUndefined();
});

test("the manifest lists the entry under the name that is listened for", () => {
  expect(slackManifest(commands).features.shortcuts).toMatchObject([{ type: "message", callback_id: askThisCallback }]);
});

test("rating an answer leaves the answer where it stands", async () => {
  await bot.deliver(
    payload("block_actions_button_ephemeral", (body) => {
      const action = { type: "button", action_id: "run:v1:0", value: "rate yes hugging-face#glance/3 question:x" };
      body.actions = [{ ...action, block_id: "b", action_ts: "1767225620.123456" }];
      body.response_url = bot.slack.responseUrl("rate");
    }),
  );
  expect(await answer()).toMatchObject({ response_type: "ephemeral", replace_original: false });
});
