import { request } from "node:http";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { freePort } from "../../free-port.ts";
import { openReal } from "../../real.ts";
import { until } from "../../until.ts";
import { createHttpBot } from "./http-bot.ts";
import { type LocalDiscord, type Seen, startLocalDiscord } from "./local-discord.ts";
import {
  buttonData,
  clickedMessage,
  commandData,
  direct,
  envelope,
  formData,
  ids,
  selectData,
  user,
} from "./payloads.ts";
import { createSigner } from "./signing.ts";

const startHttpBot = async (at: LocalDiscord, publicKey?: string) =>
  createHttpBot(real.dispatch, { discord: at, port: await freePort(), publicKey });

const others: LocalDiscord[] = [];
let real: Awaited<ReturnType<typeof openReal>>;
let discord: LocalDiscord;
let bot: Awaited<ReturnType<typeof startHttpBot>>;
beforeAll(async () => {
  real = await openReal();
  discord = await startLocalDiscord();
  bot = await startHttpBot(discord);
  await bot.adapter.start();
});
afterAll(async () => {
  await bot?.adapter.stop();
  for (const one of [discord, ...others]) await one?.stop();
  real?.close();
});
afterEach(() => {
  expect(discord.refusals).toEqual([]);
});

/** Delivers, and waits for so many requests of ours in return. */
async function delivered(responses: number, ...what: [number, object, object?]): Promise<Seen[]> {
  const { id, status, text } = await discord.deliver(bot.url, ...what);
  expect([status, text]).toEqual([202, ""]);
  return until(() => {
    const seen = discord.responses(id);
    return seen.length >= responses ? seen : undefined;
  });
}
const shown = (seen: Seen | undefined) => JSON.stringify(seen?.body);
const post = (body: string | Buffer, headers: Record<string, string>, method = "POST") =>
  fetch(bot.url, { method, headers, ...(method === "POST" ? { body: new Uint8Array(Buffer.from(body)) } : {}) });

describe("a delivery over HTTP", () => {
  test("of a ping is answered with a pong, as JSON", async () => {
    const body = JSON.stringify({ type: 1, id: "1", application_id: ids.application, token: "t", version: 1 });
    const response = await post(body, discord.signer.headers(body));
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(await response.json()).toEqual({ type: 1 });
  });

  test("of a command is taken, acknowledged to the asker alone, and answered by an edit", async () => {
    const [ack, answer] = await delivered(2, 2, commandData("case", { name: "study", value: "hugging-face" }));
    expect(ack).toMatchObject({ method: "POST", status: 204, body: { type: 5, data: { flags: 64 } } });
    expect(answer).toMatchObject({ method: "PATCH", status: 200, body: { flags: 32768 } });
    expect(shown(answer)).toContain("## Hugging Face");
  });

  test("of a command that shares, or in a direct message, is answered for everyone there", async () => {
    const share = commandData("case", { name: "study", value: "solana" }, { name: "share", value: true });
    expect((await delivered(2, 2, share))[0]?.body).toEqual({ type: 5 });
    const alone = await delivered(2, 2, commandData("case", { name: "study", value: "solana" }), direct);
    expect(alone[0]?.body).toEqual({ type: 5 });
  });

  test("of what is typed is answered with choices", async () => {
    const [choices] = await delivered(1, 4, commandData("case", { name: "study", value: "hug", focused: true }));
    expect(choices?.body).toEqual({
      type: 8,
      data: { choices: [{ name: "Hugging Face", value: "hugging-face" }] },
    });
  });

  test("of a button turns the asker's own message in place", async () => {
    const [ack, answer] = await delivered(2, 3, buttonData("v1:0:case hugging-face risks"), clickedMessage(64));
    expect(ack?.body).toEqual({ type: 6 });
    expect(shown(answer)).toContain("## Hugging Face · ");
  });

  test("of a menu's option runs its line", async () => {
    const data = selectData("v1:0:menu", "v1:4:case solana risks");
    expect(shown((await delivered(2, 3, data, clickedMessage(64)))[1])).toContain("## Solana");
  });

  test("of a button that opens a form opens it as the first response, and the form sent is answered", async () => {
    const [, noted] = await delivered(
      2,
      3,
      buttonData("v1:0:rate no hugging-face#glance/1 question:x"),
      clickedMessage(64),
    );
    const opener = /"(f1:[^"]+)"/.exec(shown(noted).replaceAll('\\"', "'"))?.[1] ?? "";
    const [modal] = await delivered(1, 3, buttonData(opener.replaceAll("'", '"')), clickedMessage(64));
    expect(modal?.body).toMatchObject({ type: 9, data: { title: "What was wrong with it?" } });
    const { custom_id } = z.object({ data: z.object({ custom_id: z.string() }) }).parse(modal?.body).data;
    const [, answer] = await delivered(2, 5, formData(custom_id, { reason: "far too old" }), clickedMessage(64));
    expect(shown(answer)).toContain("Noted: far too old");
  });

  test("of a message picked from its menu is answered as a question", async () => {
    const message = { id: "800", content: "who founded hugging face?", author: user(ids.ben, "ben"), mentions: [] };
    const data = {
      type: 3,
      name: "Ask casebook about this",
      target_id: "800",
      resolved: { messages: { 800: message } },
    };
    expect(shown((await delivered(2, 2, data))[1])).toMatch(/Delangue/);
  });

  test("that is played again runs nothing a second time", async () => {
    const data = commandData("case", { name: "study", value: "solana" });
    const { id } = await discord.deliver(bot.url, 2, data);
    await until(() => discord.responses(id)[1]);
    expect((await discord.deliver(bot.url, 2, data, {}, id)).status).toBe(202);
    const third = await until(() => discord.responses(id)[2]);
    expect(third).toMatchObject({ status: 400, path: expect.stringMatching(/callback$/) });
    await delivered(2, 2, data);
    expect(discord.responses(id)).toHaveLength(3);
  });
});

describe("turned away, and nothing of it run, is", () => {
  const body = JSON.stringify({ type: 1 });
  const headers: LocalDiscord["signer"]["headers"] = (...signed) => discord.signer.headers(...signed);

  test.each<[string, () => Promise<Response>]>([
    ["a body changed on the way", () => post(body.replace("1", "2"), headers(body))],
    ["one more byte", () => post(`${body} `, headers(body))],
    ["the signature of another key", () => post(body, createSigner().headers(body))],
    ["a recording of six minutes ago", () => post(body, headers(body, Date.now() - 6 * 60_000))],
    ["a time far ahead", () => post(body, headers(body, Date.now() + 6 * 60_000))],
    ["a time that was not signed", () => post(body, { ...headers(body), "x-signature-timestamp": "1" })],
    ["a time that is none", () => post(body, { ...headers(body), "x-signature-timestamp": "soon" })],
    ["no signature", () => post(body, { "content-type": "application/json" })],
    ["a signature of odd length", () => post(body, { ...headers(body), "x-signature-ed25519": "abc" })],
    ["a signature of letters", () => post(body, { ...headers(body), "x-signature-ed25519": "z".repeat(128) })],
  ])("%s, with 401", async (_, send) => {
    const from = discord.seen.length;
    const response = await send();
    expect([response.status, await response.text()]).toEqual([401, ""]);
    expect(discord.seen.slice(from)).toEqual([]);
  });

  test("another method, another type of content, and what is no JSON or no interaction", async () => {
    expect((await post("", {}, "GET")).status).toBe(405);
    for (const type of ["text/plain", "application/jsonp", "application/x-www-form-urlencoded"])
      expect((await post(body, { ...headers(body), "content-type": type })).status).toBe(415);
    for (const odd of ["{", "null", "[]", '{"type":77}', '{"type":2}', '"\\ud800"', ""])
      expect((await post(odd, headers(odd))).status).toBe(400);
  });

  test("a body that is too long, whether its length is told or not", async () => {
    const long = Buffer.alloc(600 * 1024, 32);
    expect((await post(long, headers(long))).status).toBe(413);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(bot.url, { method: "POST", headers: headers(long) }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on("error", reject);
      for (let at = 0; at < long.length; at += 64 * 1024) sent.write(long.subarray(at, at + 64 * 1024));
      sent.end();
    });
    expect(status).toBe(413);
  });

  test("nothing that is signed and of an odd form breaks it, and nothing that is not signed gets in", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.integer({ min: 0, max: 9 }), async (value, type) => {
        for (const odd of [
          JSON.stringify(value),
          JSON.stringify({ type, data: value, ...envelope, id: "1", token: "t" }),
        ]) {
          expect([200, 202, 400]).toContain((await post(odd, headers(odd))).status);
          expect((await post(odd, createSigner().headers(odd))).status).toBe(401);
        }
      }),
      { numRuns: 60 },
    );
    expect(bot.entries.join()).not.toContain("could not be answered");
  });

  test("a path next to it", async () => {
    const near = bot.url.replace("interactions", "other");
    expect((await fetch(near, { method: "POST", headers: headers(body), body })).status).toBe(404);
  });
});

describe("the adapter over HTTP", () => {
  test("opens no gateway, and is connected while it listens", async () => {
    expect(discord.signIns).toEqual([]);
    expect(bot.adapter.connected?.()).toBe(true);
  });

  test("says when Discord has no address yet, and keeps people's words and tokens out of its log", async () => {
    const log = bot.entries.join("\n");
    expect(log).toContain("Interactions Endpoint URL");
    expect(log).not.toMatch(/interaction-token|hugging|MTAw/);
  });

  test.each([
    [
      "another application's key",
      async () => startHttpBot(discord, createSigner().publicKey),
      /^DISCORD_PUBLIC_KEY is not the key of casebook/,
    ],
    [
      "a token that Discord refuses",
      async () => {
        const other = await startLocalDiscord({ token: "another" });
        others.push(other);
        return startHttpBot(other);
      },
      /^DISCORD_TOKEN is not accepted/,
    ],
    [
      "a Discord that is away",
      async () => {
        const away = await startLocalDiscord();
        await away.stop();
        return startHttpBot(away);
      },
      /^Discord could not be reached at DISCORD_API_URL/,
    ],
  ])("does not start with %s", async (_, prepare, sentence) => {
    const started = await prepare();
    await expect(started.adapter.start()).rejects.toThrow(sentence);
    await started.adapter.stop();
  });

  test("finishes at a stop what it took, and takes nothing more", async () => {
    const other = await startHttpBot(discord);
    await other.adapter.start();
    const { id } = await discord.deliver(other.url, 2, commandData("case", { name: "study", value: "solana" }));
    await other.adapter.stop();
    expect(other.adapter.connected?.()).toBe(false);
    expect(discord.responses(id).map(({ method }) => method)).toEqual(["POST", "PATCH"]);
    await expect(discord.deliver(other.url, 2, commandData("case"))).rejects.toThrow();
  });
});
