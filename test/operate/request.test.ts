import { afterEach, beforeAll, expect, test } from "vitest";
import type { Dispatch } from "#core/adapter.ts";
import { limitDispatch } from "#core/limits.ts";
import { observeDispatch } from "#operate/observe.ts";
import { createDiscordAdapter } from "#platforms/discord/listen.ts";
import { keptInMemory } from "../platforms/discord/bot.ts";
import { goodToken, startLocalDiscord } from "../platforms/discord/local-discord.ts";
import { buttonData, clickedMessage, commandData, direct, ids, message } from "../platforms/discord/payloads.ts";
import { inside, payload, startBot } from "../platforms/slack/harness.ts";
import { openReal } from "../real.ts";
import { until } from "../until.ts";
import { figureOf, makeObserver } from "./make.ts";

/** Stands in everything that is written here. */
const marker = "Zanzibarmerger";
let real: Awaited<ReturnType<typeof openReal>>;
beforeAll(async () => {
  real = await openReal();
});

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});

type Made = ReturnType<typeof makeObserver>;

/** One that breaks at a question with "explode" in it, and quotes the question in its error, as a bug might. */
function breaking(dispatch: Dispatch): Dispatch {
  return {
    ...dispatch,
    run: (invocation) => {
      const asked = JSON.stringify(invocation);
      return asked.includes("explode")
        ? Promise.reject(new TypeError(`cannot read\n${asked}`))
        : dispatch.run(invocation);
    },
  };
}

async function startSlack(made: Made, dispatch: Dispatch = real.dispatch, config = {}) {
  const { observer, instruments, log } = made;
  const observed = observeDispatch(dispatch, instruments);
  const bot = await startBot({ dispatch: observed, config, parts: { log, observer, socketPatience: 300 } });
  open.push(bot);
  return bot;
}

async function startDiscord(made: Made, dispatch: Dispatch = real.dispatch) {
  const { observer, instruments, log } = made;
  const discord = await startLocalDiscord();
  const adapter = createDiscordAdapter(
    { token: goodToken, apiUrl: discord.apiUrl },
    { dispatch: observeDispatch(dispatch, instruments), kept: keptInMemory(), log, observer },
  );
  await adapter.start();
  open.push({
    stop: async () => {
      await adapter.stop();
      await discord.stop();
    },
  });
  return { discord, adapter };
}

/** The lines that end a request. */
const ends = (made: Made) => made.entries().filter(({ msg }) => msg === "answered" || msg === "not answered");

test("a Slack command keeps one id from its ack to its answer, and its times are told", async () => {
  const made = makeObserver();
  const bot = await startSlack(made);
  await bot.command("/case", "hugging-face lessons");
  const [end] = await until(() => ends(made).length === 1 && ends(made), 15_000);
  expect(end).toMatchObject({ platform: "slack", via: "command", command: "case", outcome: "answered" });
  const times = [end?.ackMs, end?.runMs, end?.ms].map(Number);
  expect(times.every((ms) => ms > 0)).toBe(true);
  expect(times[2]).toBeGreaterThanOrEqual(times[1] ?? 0);
  const own = made.entries().filter(({ request }) => request === end?.request);
  expect(own.map(({ msg }) => msg)).toEqual(["acked", "ran", "answered"]);
  expect(await figureOf(made.metrics, "casebook_ack_duration_seconds_count", { platform: "slack" })).toBe(1);
});

test("what is asked in Slack is in no line of the log at any level, however it goes wrong", async () => {
  const made = makeObserver();
  const bot = await startSlack(made, breaking(real.dispatch));
  const { slack } = bot;
  await bot.command("/ask", `why did ${marker} fail?`);
  await bot.command("/case", `${marker} lessons`);
  await bot.command("/casebook", `${marker}`);
  slack.trouble("response_url", { status: 400, body: "invalid_blocks" });
  await bot.command("/glossary", `${marker} blocks refused`);
  slack.trouble("response_url", { status: 404, body: "used_url" });
  slack.trouble("chat.postEphemeral", {
    body: { ok: false, error: "fatal_error", response_metadata: { messages: [marker] } },
  });
  await bot.command("/find", `${marker} and the fallback fails`);
  await bot.command("/ask", `${marker} explode`);
  await bot.deliver(
    payload("app_mention", (body) => Object.assign(inside(body, "event"), { text: `<@U0BOT00001> ${marker} explode` })),
  );
  slack.trouble("chat.postMessage", { status: 429, headers: { "retry-after": "1" } });
  await bot.deliver(
    payload("message_im", (body) =>
      Object.assign(inside(body, "event"), { text: `what of ${marker}?`, client_msg_id: "m2", ts: "1.2" }),
    ),
  );
  await bot.deliver(
    payload("block_actions_button_message", (body) => {
      body.response_url = slack.responseUrl();
      inside(body, "actions", "0").action_id = "run:0";
      inside(body, "actions", "0").value = `ask ${marker}`;
    }),
  );
  await bot.deliver({ ...payload("slash_command"), command: "/odd", text: marker, channel_id: undefined });
  await until(
    () => ends(made).length >= 7 && made.entries().some(({ msg }) => msg === "the platform asks to wait"),
    10_000,
  );
  await until(() => slack.to("chat.postMessage").length >= 2, 10_000);
  await until(() => made.entries().some(({ err }) => JSON.stringify(err ?? "").includes('"type":"TypeError"')), 15_000);
  const log = made.lines.join("");
  expect(slack.calls.some(({ args }) => JSON.stringify(args).includes(marker))).toBe(true);
  expect(log.toLowerCase()).not.toContain(marker.toLowerCase());
  expect(log).not.toMatch(/xoxb-|\/response\//);
  expect(await figureOf(made.metrics, "casebook_unanswered_total", { platform: "slack" })).toBeGreaterThanOrEqual(2);
  expect(await figureOf(made.metrics, "casebook_rate_limit_waits_total", { platform: "slack" })).toBe(1);
  expect((await made.metrics.registry.metrics()).toLowerCase()).not.toContain(marker.toLowerCase());
});

test("what is asked in Discord is in no line of the log at any level, however it goes wrong", async () => {
  const made = makeObserver();
  const { discord } = await startDiscord(made, breaking(real.dispatch));
  const ask = (value: string) => discord.interact(2, commandData("ask", { name: "question", value }));
  ask(`why did ${marker} fail?`);
  discord.interact(2, commandData("ask", { name: "question", value: `${marker}?` }), direct);
  discord.interact(4, commandData("case", { name: "study", value: marker, focused: true }));
  discord.interact(3, buttonData(`v1:0:ask ${marker}`), clickedMessage(64));
  discord.emit("MESSAGE_CREATE", message("700000000000000001", `<@${ids.application}> what of ${marker}?`));
  await until(() => ends(made).length >= 4, 15_000);
  discord.faults.push({ method: "PATCH", path: /messages/, status: 500, body: { message: marker }, times: 4 });
  ask(`${marker} cannot be sent`);
  await until(() => ends(made).some(({ msg }) => msg === "not answered"), 15_000);
  ask(`${marker} explode`);
  discord.interact(2, { id: "1", name: "ask", type: 77, options: marker });
  await until(() => made.entries().some(({ msg }) => String(msg).startsWith("an interaction could not")), 15_000);
  const log = made.lines.join("");
  expect(JSON.stringify(discord.seen).includes(marker)).toBe(true);
  expect(log.toLowerCase()).not.toContain(marker.toLowerCase());
  expect(log).not.toMatch(/interaction-token|not-a-real-token/);
  expect(await figureOf(made.metrics, "casebook_unanswered_total", { platform: "discord" })).toBeGreaterThanOrEqual(2);
  const acks = await figureOf(made.metrics, "casebook_ack_duration_seconds_count", { platform: "discord" });
  expect(acks).toBeGreaterThanOrEqual(5);
});

test("Discord's connection is told of while it is lost and when it is back", async () => {
  const made = makeObserver();
  const { discord, adapter } = await startDiscord(made);
  expect(adapter.connected?.()).toBe(true);
  discord.drop();
  await until(() => adapter.connected?.() === false, 15_000);
  await until(() => adapter.connected?.() === true, 15_000);
});

test("Slack's socket is told of while it is lost and when it is back; over HTTP, while it listens", async () => {
  const made = makeObserver();
  const socket = await startSlack(made, real.dispatch, { SLACK_APP_TOKEN: "xapp-test" });
  expect(socket.adapter.connected?.()).toBe(true);
  socket.slack.trouble("apps.connections.open", { status: 500, body: "down" });
  socket.slack.drop();
  await until(() => socket.adapter.connected?.() === false, 15_000);
  await until(() => socket.adapter.connected?.() === true, 15_000);
  const http = await startSlack(made);
  expect(http.adapter.connected?.()).toBe(true);
  await http.adapter.stop();
  expect(http.adapter.connected?.()).toBe(false);
});

test("who asks too much is counted as turned away", async () => {
  const made = makeObserver();
  const bot = await startSlack(made, limitDispatch(real.dispatch, { perPerson: 1, perWorkspace: 9 }));
  await bot.command("/case", "solana");
  await bot.command("/case", "openai");
  await until(() => ends(made).length === 2, 15_000);
  expect(ends(made).map(({ outcome }) => outcome)).toEqual(["answered", "limited"]);
});
