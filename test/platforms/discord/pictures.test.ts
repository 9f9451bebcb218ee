import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { createPainter, type Painter } from "#chart/painter.ts";
import type { Delivery } from "#core/outbox.ts";
import { type Chart, type Part, paragraph } from "#core/reply.ts";
import { createDiscordDeliverer } from "#platforms/discord/deliver.ts";
import { drawPictures } from "#platforms/discord/pictures.ts";
import { chartsShown, renderDiscord } from "#platforms/discord/render.ts";
import { until } from "../../until.ts";
import { keptInMemory, rememberedLog } from "./bot.ts";
import { type Component, everyComponent } from "./judge.ts";
import { goodToken, type Seen } from "./local-discord.ts";
import { buttonData, clickedMessage, commandData, ids, message } from "./payloads.ts";
import { startRealBot } from "./real-bot.ts";
import { replyOf } from "./replies.ts";

const chart: Chart = {
  kind: "chart",
  type: "bar",
  title: "Stars",
  unit: "thousand",
  alt: "A has 10, B has 5.",
  categories: ["A", "B"],
  series: [{ name: "stars", values: [10, 5] }],
};
const paint = createPainter();
let works: Painter = paint;

// The first picture of all starts the drawing thread, for which no answer under test should have to wait.
await paint(chart, { theme: "dark", width: 320 });
const { bot } = await startRealBot({ paint: (...asked) => works(...asked) });
beforeEach(() => {
  works = paint;
});

const readiness = () => commandData("readiness", { name: "answers", value: "321221321211" });
const galleries = (body: unknown): Component[] => {
  const { components } = z.object({ components: z.array(z.looseObject({ type: z.number() })) }).parse(body);
  return everyComponent(components as Component[]).filter(({ type }) => type === 12);
};
const answers = (id: string, count = 1): Promise<Seen[]> =>
  until(() => {
    const edits = bot.discord.responses(id).filter(({ method }) => method === "PATCH");
    return edits.length >= count && edits;
  });
const refuse = (path: RegExp, status: number, code: number) =>
  bot.discord.faults.push({ path, status, body: { code, message: "No" }, times: 1 });

/** Width and height of a PNG; throws when it is none. */
function sizeOf(bytes: Uint8Array): [number, number] {
  expect(Buffer.from(bytes.subarray(0, 8)).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

test("a chart comes as a picture in a gallery, with its numbers in words", async () => {
  const [answer] = await answers(bot.discord.interact(2, readiness()));
  const [gallery, ...more] = galleries(answer?.body);
  expect(more).toEqual([]);
  expect(gallery?.items).toEqual([
    {
      media: { url: "attachment://chart-1.png" },
      description: expect.stringMatching(/Data infrastructure \d+.*of 100/),
    },
  ]);
  expect(answer).toMatchObject({ body: { attachments: [{ id: "0", filename: "chart-1.png" }] } });
  expect(answer?.files).toMatchObject([{ key: "files[0]", name: "chart-1.png", type: "image/png" }]);
  const [width, height] = sizeOf(answer?.files[0]?.bytes ?? new Uint8Array());
  expect([width, height > 400 && height < 1200]).toEqual([640, true]);
  expect(JSON.stringify(answer?.body)).not.toContain("█");
});

test("another page in its place takes the picture away", async () => {
  const id = bot.discord.interact(3, buttonData("v1:0:case hugging-face"), clickedMessage(64));
  const [answer] = await answers(id);
  expect(answer).toMatchObject({ body: { attachments: [] }, files: [] });
});

test("a mention and a digest bring their pictures along too, once under one nonce", async () => {
  const from = bot.discord.seen.length;
  bot.discord.emit("MESSAGE_CREATE", message(bot.discord.newId(), `<@${ids.application}> readiness 321221321211`));
  const { log } = rememberedLog();
  const options = { kept: keptInMemory(), paint, log };
  const deliverer = createDiscordDeliverer({ token: goodToken, apiUrl: bot.discord.apiUrl }, options);
  const delivery: Delivery = {
    ...{ id: "d1", platform: "discord", workspace: ids.guild, channel: ids.channel, person: false },
    ...{ due: 0, state: "waiting", attempts: 0, nextTry: 0, reply: replyOf([chart]) },
  };
  expect(await deliverer.post(delivery)).toMatchObject({ kind: "sent" });
  const posts = await until(() => {
    const found = bot.discord.seen.slice(from).filter(({ path }) => path.endsWith("/messages"));
    return found.length === 2 && found;
  });
  for (const post of posts) {
    expect(post).toMatchObject({ status: 200, body: { enforce_nonce: true }, files: [{ type: "image/png" }] });
    expect(galleries(post.body)).toHaveLength(1);
  }
});

test("in a forum the picture goes with the post's first message", async () => {
  refuse(/messages$/, 400, 40058);
  await bot.adapter.post({ channel: ids.channel }, replyOf([chart]), "forum-1");
  expect(bot.discord.seen.at(-1)).toMatchObject({
    path: `/channels/${ids.channel}/threads`,
    status: 200,
    body: { message: { attachments: [{ filename: "chart-1.png" }] } },
    files: [{ name: "chart-1.png" }],
  });
});

test.each([
  ["finds a fault in it", 400, 50035],
  ["finds it too large", 413, 40005],
  ["lets the bot attach no files", 403, 50013],
])("where Discord %s, the chart comes in letters", async (_, status, code) => {
  refuse(/@original$/, status, code);
  const [refused, answer] = await answers(bot.discord.interact(2, readiness()), 2);
  expect(refused?.files).toHaveLength(1);
  expect(answer).toMatchObject({ status: 200, files: [], body: { attachments: [] } });
  expect(galleries(answer?.body)).toEqual([]);
  expect(JSON.stringify(answer?.body)).toContain("█");
});

test("a picture that cannot be drawn leaves the chart in letters", async () => {
  works = () => Promise.reject(new Error("no font"));
  const [answer] = await answers(bot.discord.interact(2, readiness()));
  expect(answer).toMatchObject({ status: 200, files: [] });
  expect(JSON.stringify(answer?.body)).toContain("█");
});

test("nobody waits long for a drawing", async () => {
  const { log, entries } = rememberedLog();
  expect(await drawPictures([chart], () => new Promise(() => {}), log, 20)).toBeUndefined();
  expect(entries.join()).toContain("not drawn in time");
  expect(await drawPictures([], paint, log)).toBeUndefined();
});

test("pages are the same with pictures as with letters", () => {
  const long: Part[] = Array.from({ length: 12 }, (_, i) => paragraph(`Paragraph ${i}. ${"word ".repeat(80)}`));
  const parts = long.flatMap((part, i): Part[] => (i % 3 === 0 ? [part, { ...chart, title: `Chart ${i}` }] : [part]));
  const shown: string[] = [];
  for (let page = 1; page <= 9; page++) {
    const reply = replyOf(parts, { page });
    const pictured = JSON.stringify(renderDiscord(reply, { picture: () => "attachment://chart-1.png" }));
    const lettered = JSON.stringify(renderDiscord(reply));
    const paragraphs = (json: string) => [...json.matchAll(/Paragraph \d+/g)].map(String);
    expect(paragraphs(pictured)).toEqual(paragraphs(lettered));
    expect(galleries(JSON.parse(pictured))).toHaveLength(chartsShown(reply).length);
    shown.push(...paragraphs(lettered));
  }
  expect(new Set(shown).size).toBe(12);
});
