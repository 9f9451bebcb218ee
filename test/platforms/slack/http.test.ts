import { createServer } from "node:http";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { respondingTo } from "#platforms/slack/respond.ts";
import { until } from "../../until.ts";
import { type Bot, inside, payload, startBot } from "./harness.ts";
import { faultsOf, lettersOf, messageOf, viewFaultsOf } from "./judge.ts";
import type { Call } from "./slack-server.ts";

let bot: Bot;
beforeAll(async () => {
  bot = await startBot();
});
afterEach(() => {
  bot.slack.calls.length = 0;
});
afterAll(() => bot.stop());

let good = 0;

/**
 * What Slack was called for beside the answer to one more good request: what was sent before would be answered by the
 * time that one is.
 */
async function calledBeside(kind: "command" | "mention") {
  const ts = `1767299${String(++good).padStart(3, "0")}.000100`;
  if (kind === "command") await bot.command("/case", "solana", "good");
  else await bot.deliver(mention("<@U0BOT00001> case solana", ts));
  const own = ({ args }: Call) => args.url === "/response/good" || JSON.stringify(args).includes(ts);
  await until(() => bot.slack.to("response_url", "chat.postMessage").some(own));
  return bot.slack.calls.filter((call) => !own(call));
}

const sent = async (method: string) => (await until(() => bot.slack.to(method)[0])).args;

test("a slash command is acked within three seconds and answered in Block Kit, to the asker alone", async () => {
  const ack = await bot.command("/case", "hugging-face lessons");
  expect(ack).toMatchObject({ status: 200, body: "" });
  expect(ack.ms).toBeLessThan(3000);
  const answer = await sent("response_url");
  expect(answer).toMatchObject({
    response_type: "ephemeral",
    replace_original: false,
    unfurl_links: false,
    unfurl_media: false,
  });
  expect(faultsOf(messageOf(answer))).toEqual([]);
  const shown = lettersOf(messageOf(answer).blocks);
  expect(shown).toMatch(/^Hugging Face/);
  expect(shown).toContain("[1]");
  expect(shown).toContain("as of ");
  expect(shown).toMatch(/Share$/);
  expect(messageOf(answer).text).toMatch(/^Hugging Face/);
});

test("share as the last word answers for everyone to see, without a Share button", async () => {
  await bot.command("/case", "hugging-face risks share");
  const answer = await sent("response_url");
  expect(answer).toMatchObject({ response_type: "in_channel" });
  expect(lettersOf(messageOf(answer).blocks)).not.toMatch(/Share$/);
});

test("a question that ends with share keeps the word, and its answer is the asker's alone", async () => {
  await bot.command("/ask", "what is nvidia's market share");
  const answer = await sent("response_url");
  expect(answer).toMatchObject({ response_type: "ephemeral" });
  expect(lettersOf(messageOf(answer).blocks)).toContain("market share");
});

test("a question is shared by name", async () => {
  await bot.command("/ask", "who founded hugging face? share:yes");
  expect(await sent("response_url")).toMatchObject({ response_type: "in_channel" });
});

test("a mistake is shown to the asker alone, even with share", async () => {
  await bot.command("/case", "huging-faze-xyz share");
  expect(await sent("response_url")).toMatchObject({ response_type: "ephemeral" });
});

test.each([
  ["/casebook", "case solana risks", /^Solana/],
  ["/casebook", "", /^What you can ask/],
  ["/casebook", "status", /^Casebook status/],
  ["/renamed-by-an-admin", "case solana risks", /^Solana/],
  ["/case", "“hugging face” risks", /^Hugging Face/],
  ["/find", "<https://huggingface.co|huggingface.co> &amp; clouds", /huggingface\.co & clouds/],
])("%s %s is understood", async (command, text, title) => {
  await bot.command(command, text);
  expect(lettersOf(messageOf(await sent("response_url")).blocks)).toMatch(title);
});

test("requests with a wrong signature, an old one or none are turned away", async () => {
  const body = payload("slash_command", (one) =>
    Object.assign(one, { command: "/case", response_url: bot.slack.responseUrl() }),
  );
  expect((await bot.deliver(body, { secret: "not the secret" })).status).toBe(401);
  expect((await bot.deliver(body, { at: Date.now() - 6 * 60_000 })).status).toBe(401);
  expect((await bot.deliver(body, { headers: { "x-slack-signature": "" } })).status).toBe(401);
  expect(await calledBeside("command")).toEqual([]);
});

test("a signed request that is sent a second time is answered once", async () => {
  const at = Date.now();
  const body = payload("slash_command", (one) =>
    Object.assign(one, { command: "/case", text: "solana", response_url: bot.slack.responseUrl() }),
  );
  expect((await bot.deliver(body, { at })).status).toBe(200);
  await sent("response_url");
  expect((await bot.deliver(body, { at })).status).toBe(200);
  expect(await calledBeside("command")).toHaveLength(1);
});

test.each([
  "http://169.254.169.254/latest/meta-data",
  "https://slack.com.evil.example/x",
  "https://evil.example/hooks.slack.com",
  "https://hooks.slack.com@evil.example/x",
  "http://hooks.slack.com/x",
  "file:///etc/passwd",
])("a response_url of %s counts as used up", async (responseUrl) => {
  expect(await respondingTo(undefined)(responseUrl)({ text: "x" })).toBe("gone");
});

test("a response_url on another host than Slack's is not called; the answer goes through the Web API", async () => {
  const called: string[] = [];
  const trap = createServer((request, response) => {
    called.push(request.url ?? "");
    response.end("ok");
  });
  await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
  const address = trap.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const body = payload("slash_command", (one) =>
    Object.assign(one, { command: "/case", text: "solana", response_url: `http://127.0.0.1:${port}/inside` }),
  );
  expect((await bot.deliver(body)).status).toBe(200);
  await sent("chat.postEphemeral");
  expect(called).toEqual([]);
  await new Promise((resolve) => trap.close(resolve));
});

test("a signed event of no known form is acked, not asked for again, and the next one is answered", async () => {
  const odd = { ...payload("app_mention"), event: "words" };
  expect((await bot.deliver(odd, { kind: "event" })).status).toBe(200);
  await bot.command("/case", "solana");
  await sent("response_url");
});

test("ssl_check is answered without a signature, and nothing smuggled with it runs", async () => {
  const body = {
    ...payload("slash_ssl_check"),
    command: "/case",
    text: "hugging-face",
    response_url: bot.slack.responseUrl(),
  };
  expect((await bot.deliver(body, { secret: "none" })).status).toBe(200);
  expect(await calledBeside("command")).toEqual([]);
});

test("url_verification gives the challenge back, but only when it is signed", async () => {
  const body = payload("url_verification");
  expect(JSON.parse((await bot.deliver(body)).body)).toEqual({ challenge: body.challenge });
  expect((await bot.deliver(body, { secret: "not the secret" })).status).toBe(401);
});

test("a mention is answered in the open, in a thread under it, without previews", async () => {
  await bot.deliver(mention("<@U0BOT00001> case hugging-face lessons", "1767225600.000100"));
  const answer = await sent("chat.postMessage");
  expect(answer).toMatchObject({
    channel: "C0CHAN001",
    thread_ts: "1767225600.000100",
    unfurl_links: "false",
    unfurl_media: "false",
  });
  expect(faultsOf(messageOf(answer))).toEqual([]);
  expect(lettersOf(messageOf(answer).blocks)).not.toMatch(/Share$/);
});

test("a mention inside a thread is answered in that thread", async () => {
  await bot.deliver(
    payload("app_mention_thread", (one) =>
      Object.assign(inside(one, "event"), { text: "who founded hugging face? <@U0BOT00001>" }),
    ),
  );
  expect(await sent("chat.postMessage")).toMatchObject({ thread_ts: "1767225600.000100" });
});

test("a mention without words gets help", async () => {
  await bot.deliver(mention("<@U0BOT00001>", "1767225601.000100"));
  expect((await sent("chat.postMessage")).text).toMatch(/^What you can ask/);
});

test("a direct message is answered where it stands", async () => {
  await bot.deliver(payload("message_im", (one) => Object.assign(inside(one, "event"), { text: "case hugging-face" })));
  const answer = await sent("chat.postMessage");
  expect(answer).toMatchObject({ channel: "D0DM00001" });
  expect(answer).not.toHaveProperty("thread_ts");
});

test("an event that Slack delivers again is answered once; a retry alone is answered", async () => {
  const retry = { headers: { "x-slack-retry-num": "1", "x-slack-retry-reason": "http_timeout" } };
  const event = mention("<@U0BOT00001> case solana", "1767225602.000100");
  expect((await bot.deliver(event, retry)).status).toBe(200);
  await sent("chat.postMessage");
  expect((await bot.deliver(event, retry)).status).toBe(200);
  // The same message under another event id, as Slack sends a mention and a message.
  await bot.deliver({ ...event, event_id: "EvOTHER" });
  expect((await calledBeside("mention")).map(({ method }) => method)).toEqual(["chat.postMessage"]);
});

test.each([
  "message_changed",
  "message_deleted",
  "message_from_own_bot",
  "message_channels",
  "link_shared",
  "reaction_added",
  "member_joined_channel",
  "channel_archive",
  "app_uninstalled",
  "tokens_revoked",
  "assistant_thread_started",
  "app_home_opened_messages",
])("%s is acked and left alone", async (name) => {
  expect((await bot.deliver(payload(name))).status).toBe(200);
  expect(await calledBeside("mention")).toEqual([]);
});

test("bots, edits and own mentions are left alone", async () => {
  for (const change of [{ bot_id: "B0OTHER" }, { edited: { user: "U1", ts: "1.2" } }, { user: "U0BOT00001" }])
    await bot.deliver(
      payload("app_mention", (one) => Object.assign(inside(one, "event"), { ts: `9.${Math.random()}` }, change)),
    );
  expect(await calledBeside("mention")).toEqual([]);
});

test.each(["app_rate_limited", "view_closed", "shortcut_global", "shortcut_message", "block_suggestion"])(
  "%s is acked within three seconds",
  async (name) => {
    const response = await bot.deliver(payload(name), { kind: name === "app_rate_limited" ? "event" : "interaction" });
    expect(response.status).toBe(200);
    expect(response.ms).toBeLessThan(3000);
  },
);

test("the Home tab shows how to ask, and the library", async () => {
  await bot.deliver(
    payload("app_home_opened_first", (one) => Object.assign(inside(one, "event"), { view: { hash: "h1" } })),
  );
  const { user_id, view, hash } = await sent("views.publish");
  expect([user_id, hash]).toEqual(["U0USER001", "h1"]);
  expect(viewFaultsOf(view)).toEqual([]);
  const shown = lettersOf([view]);
  expect(shown).toContain("Hugging Face");
  expect(shown).toContain("/case hugging-face lessons");
});

test("nothing people wrote, no token and no response_url is ever logged", async () => {
  await bot.command("/ask", "is the secret plan mentioned anywhere?", "private-address");
  await sent("response_url");
  const written = bot.log.written.join("\n");
  for (const secret of ["secret plan", "xoxb-", "/response/", "0123456789abcdef"])
    expect(written).not.toContain(secret);
  expect(written).toContain("listening on /slack/events");
});

/** A mention; Slack tells messages apart by their `ts`. */
function mention(text: string, ts: string) {
  return payload("app_mention", (one) => {
    Object.assign(one, { event_id: `Ev${ts}` });
    Object.assign(inside(one, "event"), { text, ts });
  });
}
