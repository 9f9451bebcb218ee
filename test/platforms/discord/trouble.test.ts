import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import type { Dispatch } from "#core/adapter.ts";
import { paragraph } from "#core/reply.ts";
import { createDiscordAdapter } from "#platforms/discord/listen.ts";
import { until } from "../../until.ts";
import { keptInMemory, rememberedLog, startBot } from "./bot.ts";
import { goodToken, startLocalDiscord } from "./local-discord.ts";
import { buttonData, clickedMessage, commandData, ids, message } from "./payloads.ts";
import { replyOf } from "./replies.ts";

/** Answers every line with a word, after `milliseconds`. */
const dispatchOf = (answer = "the answer", milliseconds = 0): Dispatch => ({
  commands: [],
  read: (line, origin) => ({ command: "case", words: [], named: {}, rest: line, share: false, page: 1, origin }),
  run: async () => {
    await sleep(milliseconds);
    return replyOf([paragraph(answer), { kind: "buttons", buttons: [{ label: "More of it", line: "case more" }] }]);
  },
  complete: () => [],
  isPublic: () => false,
});

const open: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.stop();
});
async function started(dispatch = dispatchOf(), options: Parameters<typeof startBot>[1] = {}) {
  const bot = await startBot(dispatch, options);
  open.push(bot);
  const say = () => bot.discord.interact(2, commandData("case"));
  const edited = (id: string) =>
    until(() => bot.discord.responses(id).find(({ method, status }) => method === "PATCH" && status === 200));
  return { ...bot, say, edited };
}

describe("what Discord refuses", () => {
  test("an interaction that came too late is logged, and the next one answered", async () => {
    const { discord, entries, say, edited } = await started();
    discord.interact(2, commandData("case"));
    discord.forget();
    await until(() => entries.find((entry) => entry.includes("10062")));
    await edited(say());
    expect(entries.join()).not.toMatch(/interaction-token/);
  });

  test("an interaction that another process answered is left to it", async () => {
    const { discord, entries, say, edited } = await started();
    discord.faults.push({
      path: /callback$/,
      status: 400,
      body: { code: 40060, message: "Interaction has already been acknowledged." },
      times: 1,
    });
    const id = say();
    await until(() => entries.find((entry) => entry.includes("40060")));
    await edited(say());
    expect(discord.responses(id).map(({ method }) => method)).not.toContain("PATCH");
  });

  test("a server error is tried again", async () => {
    const { discord, say, edited } = await started();
    discord.faults.push({ method: "PATCH", path: /@original$/, status: 502, times: 1 });
    await edited(say());
  });

  test("a rate limit is waited for", async () => {
    const { discord, say, edited } = await started();
    discord.faults.push({
      method: "PATCH",
      path: /@original$/,
      status: 429,
      body: { message: "You are being rate limited.", retry_after: 0.2, global: false },
      headers: { "retry-after": "0.2" },
      times: 1,
    });
    const at = Date.now();
    await edited(say());
    expect(Date.now() - at).toBeGreaterThan(150);
  });

  test("a rate limit longer than anyone waits is not waited for, and holds nothing back", async () => {
    const { discord, entries, say, edited } = await started();
    discord.faults.push({
      method: "PATCH",
      path: /@original$/,
      status: 429,
      body: { message: "You are being rate limited.", retry_after: 600, global: false },
      headers: { "retry-after": "600" },
      times: 1,
    });
    say();
    await until(() => entries.find((entry) => entry.includes("an answer could not be sent")));
    await edited(say());
  });

  test("a message whose form is refused goes out again as its text alone", async () => {
    const { discord, say, edited } = await started();
    discord.faults.push({
      method: "PATCH",
      path: /@original$/,
      status: 400,
      body: { code: 50035, message: "Invalid Form Body" },
      times: 1,
    });
    const { body } = await edited(say());
    expect(JSON.stringify(body)).toContain("the answer");
    expect(JSON.stringify(body)).not.toContain("custom_id");
  });

  test("a channel that takes no answer is not tried again soon", async () => {
    const { discord, entries, say, edited } = await started();
    const mention = () => discord.emit("MESSAGE_CREATE", message(discord.newId(), `<@${ids.application}> case`));
    const tries = () => discord.seen.filter(({ path }) => path === `/channels/${ids.channel}/messages`);
    discord.faults.push({
      method: "POST",
      path: /messages$/,
      status: 403,
      body: { code: 50013, message: "Missing Permissions" },
      times: 1,
    });
    mention();
    await until(() => entries.find((entry) => entry.includes("50013")));
    mention();
    await edited(say());
    expect(tries()).toHaveLength(1);
  });
});

describe("what goes wrong on our side", () => {
  test("a reply that cannot be shown becomes an apology with a reference, which the log has too", async () => {
    const broken: Dispatch = { ...dispatchOf(), run: async () => ({ ...replyOf([]), parts: null as never }) };
    const { entries, say, edited } = await started(broken);
    const { body } = await edited(say());
    const [, ref = "?"] = /reference `([0-9a-f]{6})`/.exec(JSON.stringify(body)) ?? [];
    expect(JSON.stringify(body)).toContain("That failed on our side");
    expect(entries.join()).toContain(ref);
  });

  test("a store that is away costs a button its memory, not the asker the answer", async () => {
    const kept = { keep: () => Promise.reject(new Error("away")), find: () => Promise.reject(new Error("away")) };
    const long: Dispatch = {
      ...dispatchOf(),
      run: async () => replyOf([{ kind: "buttons", buttons: [{ label: "x", line: "case ".repeat(50) }] }]),
    };
    const { discord, say, edited } = await started(long, { kept });
    await edited(say());
    const id = discord.interact(3, buttonData("v1:0:~aaaaaaaaaaaaaaaaaaaaaa"), clickedMessage(64));
    const first = await until(() => discord.responses(id)[0]);
    expect(JSON.stringify(first.body)).toContain("cannot be looked up right now");
  });

  test("a store that does not answer holds no first response past three seconds", async () => {
    const hangs = { keep: async () => {}, find: () => new Promise<undefined>(() => {}) };
    const { discord } = await started(dispatchOf(), { kept: hangs });
    const at = Date.now();
    const id = discord.interact(3, buttonData("f1:0:~aaaaaaaaaaaaaaaaaaaaaa"), clickedMessage(64));
    const first = await until(() => discord.responses(id)[0]);
    expect(first.body).toMatchObject({ type: 4, data: { flags: 32768 | 64 } });
    expect(Date.now() - at).toBeLessThan(3000);
  });

  test("an answer whose interaction has run out is not tried again", async () => {
    const { discord, entries, say, edited } = await started();
    discord.faults.push({
      path: /@original$/,
      status: 404,
      body: { code: 10015, message: "Unknown Webhook" },
      times: 9,
    });
    const id = say();
    await until(() => entries.find((entry) => entry.includes("after its interaction ran out")));
    discord.faults.length = 0;
    await edited(say());
    expect(discord.responses(id).length).toBeLessThanOrEqual(2);
  });

  test("an event of an unknown form is left alone", async () => {
    const { discord, entries, say, edited } = await started();
    discord.emit("INTERACTION_CREATE", { id: "1", type: 77 });
    discord.emit("MESSAGE_CREATE", { id: 5 });
    await edited(say());
    expect(entries.join()).toContain("unknown form");
  });
});

describe("the connection", () => {
  test("is resumed after it broke, and what came meanwhile is answered", async () => {
    const { discord, edited, say } = await started();
    discord.drop();
    await until(() => !discord.connected());
    const id = say();
    await edited(id);
    expect(discord.signIns.map(({ resumed }) => resumed)).toEqual([false, true]);
  });

  test("that went dead without a word is noticed, and resumed", async () => {
    const { discord, edited, say } = await started(dispatchOf(), {
      discord: await startLocalDiscord({ heartbeat: 300 }),
    });
    discord.deaf(true);
    await until(() => !discord.connected(), 20_000);
    discord.deaf(false);
    await until(() => discord.signIns.at(-1)?.resumed, 20_000);
    await edited(say());
  });

  test("asks for no privileged intent", async () => {
    const { discord } = await started();
    expect(discord.signIns[0]?.intents).toBe((1 << 0) | (1 << 9) | (1 << 12));
  });
});

describe("stopping", () => {
  test("finishes what was acked, takes no new work, and closes", async () => {
    const bot = await startBot(dispatchOf("slow but sure", 600));
    const id = bot.discord.interact(2, commandData("case"));
    await until(() => bot.discord.responses(id)[0]);
    const stopped = bot.adapter.stop();
    const late = bot.discord.interact(2, commandData("case"));
    await stopped;
    expect(bot.discord.responses(id).map(({ method }) => method)).toEqual(["POST", "PATCH"]);
    expect(bot.discord.responses(late)).toEqual([]);
    await until(() => !bot.discord.connected());
    expect(bot.entries.join()).not.toContain("again");
    await bot.discord.stop();
  });

  test("does not wait for ever for an answer that does not come", { timeout: 20_000 }, async () => {
    const bot = await startBot(dispatchOf("never", 60_000));
    const id = bot.discord.interact(2, commandData("case"));
    await until(() => bot.discord.responses(id)[0]);
    await bot.adapter.stop();
    expect(bot.discord.responses(id).map(({ method }) => method)).toEqual(["POST"]);
    await bot.discord.stop();
  });
});

describe("starting", () => {
  const failing = async (token: string, apiUrl: string) => {
    const adapter = createDiscordAdapter(
      { token, apiUrl },
      { dispatch: dispatchOf(), kept: keptInMemory(), log: rememberedLog().log },
    );
    return adapter.start().then(
      () => "started",
      (error: Error) => error.message,
    );
  };

  test("with a wrong token says which setting is wrong and where to get it", async () => {
    const discord = await startLocalDiscord();
    open.push(discord);
    expect(await failing("MTAw.wrong.token-of-someone-else", discord.apiUrl)).toBe(
      "DISCORD_TOKEN is not accepted by Discord: copy a fresh one from discord.com/developers/applications → your app → Bot → Reset Token.",
    );
  });

  test.each([
    [4004, "DISCORD_TOKEN"],
    [4013, "intent"],
    [4014, "Privileged Gateway Intents"],
  ])("when the gateway closes with %i says so once and does not come back", async (refuseWith, says) => {
    const discord = await startLocalDiscord({ refuseWith });
    open.push(discord);
    expect(await failing(goodToken, discord.apiUrl)).toContain(says);
    await sleep(300);
    expect(discord.signIns).toHaveLength(1);
  });

  test("without a network says what could not be reached", async () => {
    expect(await failing(goodToken, "http://127.0.0.1:9/api")).toBe(
      "Discord could not be reached at DISCORD_API_URL (http://127.0.0.1:9): check the network and try again.",
    );
  });
});
