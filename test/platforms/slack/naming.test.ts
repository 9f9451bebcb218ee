import { afterEach, expect, test } from "vitest";
import { openReal } from "../../real.ts";
import { inside, payload, startBot } from "./harness.ts";
import { startSlackServer } from "./slack-server.ts";

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

const { dispatch } = await openReal();
let times = 0;

/** A meeting with one open point, held by mentions in a channel of its own; gives who looks after it, as the channel reads it. */
async function owners(...answers: unknown[]) {
  const slack = await startSlackServer();
  for (const body of answers) slack.trouble("users.info", { body });
  const bot = await startBot({ dispatch, slack });
  cleanups.push(bot.stop);
  const channel = `C0NAMES${++times}`;
  const mention = async (text: string, user = "U0USER001") => {
    const before = slack.to("chat.postMessage").length;
    const ts = `17680${times}.${++times}`;
    await bot.deliver(
      payload("app_mention", (body) => {
        body.event_id = `Ev${ts}`;
        Object.assign(inside(body, "event"), { text: `<@U0BOT00001> ${text}`, channel, ts, user });
      }),
    );
    await expect.poll(() => slack.to("chat.postMessage").length, { timeout: 10_000 }).toBe(before + 1);
    return JSON.stringify(slack.to("chat.postMessage").at(-1)?.args);
  };
  await mention("meeting start openai");
  await mention("who is the dentist of the florist?");
  return { mention, looks: () => slack.to("users.info").length };
}

const dana = { ok: true, user: { name: "d.ott", profile: { display_name: "Dana Ott" } } };

test("an owner who is mentioned is named, and nobody is called", async () => {
  const { mention, looks } = await owners(dana);
  expect(looks()).toBe(0);
  const said = await mention("meeting own 1 <@U0USER002>");
  expect(said).toContain("Owner: Dana Ott.");
  expect(said).not.toContain("U0USER002");
  expect(await mention("meeting own 1 to <@U0USER002>")).toContain("Owner: Dana Ott.");
  expect(looks()).toBe(1);
});

test("who says “me” in a message is named, too", async () => {
  const { mention } = await owners({ ok: true, user: { name: "bo" } });
  expect(await mention("meeting own 1 me", "U0USER003")).toContain("Owner: bo.");
});

test("whom Slack does not name stands there by the id, and the point has its owner all the same", async () => {
  const { mention } = await owners({ ok: false, error: "missing_scope" });
  expect(await mention("meeting own 1 <@U0USER002>")).toContain("Owner: @U0USER002.");
});
