import { Server } from "node:net";
import { ChannelType } from "discord.js";
import { DigitalDiscord } from "discord-digital-twin";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createDiscordAdapter } from "#platforms/discord/listen.ts";
import { openReal } from "../../real.ts";
import { keptInMemory, rememberedLog } from "./bot.ts";
import { judgeMessage } from "./judge.ts";

/** The same bot against a Discord that others wrote: https://www.npmjs.com/package/discord-digital-twin */
const twin = new DigitalDiscord({
  channels: [{ name: "deals", type: ChannelType.GuildText }],
  users: [{ username: "ann" }],
  botToken: "a-token-for-the-twin",
});
let real: Awaited<ReturnType<typeof openReal>>;
let adapter: ReturnType<typeof createDiscordAdapter>;
let channelId = "";
let userId = "";

beforeAll(async () => {
  await onLoopback(() => twin.start());
  channelId = (await twin.prisma.channel.findFirstOrThrow()).id;
  userId = (await twin.getFirstNonBotUserId()) ?? "";
  real = await openReal();
  adapter = createDiscordAdapter(
    { token: twin.botToken, apiUrl: twin.restUrl },
    { dispatch: real.dispatch, kept: keptInMemory(), log: rememberedLog().log },
  );
  await adapter.start();
});
afterAll(async () => {
  await adapter?.stop();
  await twin.stop();
  real?.close();
});

/** The twin listens on every interface; for the time of its start, servers that name no address get loopback. */
async function onLoopback(start: () => Promise<void>): Promise<void> {
  const listen = Server.prototype.listen;
  const spy = vi.spyOn(Server.prototype, "listen").mockImplementation(function (this: Server, ...given: unknown[]) {
    const [port, ready] = given;
    return typeof port === "number" && typeof ready === "function"
      ? Reflect.apply(listen, this, [port, "127.0.0.1", ready])
      : Reflect.apply(listen, this, given);
  });
  try {
    await start();
  } finally {
    spy.mockRestore();
  }
}

const channel = () => twin.channel(channelId);
const shown = async () => (await channel().getMessages()).filter(({ author }) => author.id === twin.botUserId);

test("a slash command is acknowledged and answered with Components V2", async () => {
  const { id } = await channel()
    .user(userId)
    .runSlashCommand({ name: "case", options: [{ name: "text", type: 3, value: "hugging-face lessons" }] });
  expect(await channel().waitForInteractionAck({ interactionId: id })).toMatchObject({ type: 5, acknowledged: true });
  const message = await channel().waitForBotReply();
  const { components, flags } = message;
  expect(judgeMessage({ components, flags, allowed_mentions: { parse: [] } })).toEqual([]);
  expect(JSON.stringify(components)).toContain("Hugging Face · Strategic lessons");
});

test("a button and a menu of that answer lead on", async () => {
  const [message] = await shown();
  const ids = [...JSON.stringify(message?.components).matchAll(/"custom_id":"(v1:\d+:[^"]+)"/g)].map(
    ([, id]) => id ?? "",
  );
  const more = ids.find((id) => /page:2$/.test(id)) ?? ids[0] ?? "";
  await channel()
    .user(userId)
    .clickButton({ messageId: message?.id ?? "", customId: more });
  const menu = ids.find((id) => id.endsWith(":menu")) ?? "";
  const { id } = await channel()
    .user(userId)
    .selectMenu({ messageId: message?.id ?? "", customId: menu, values: ["v1:0:case solana risks"] });
  expect(await channel().waitForInteractionAck({ interactionId: id })).toMatchObject({ acknowledged: true });
  await channel().waitForMessage({ predicate: ({ components }) => JSON.stringify(components).includes("Solana · ") });
});
