import { expect, test } from "vitest";
import { decodeMenu } from "#platforms/discord/decode.ts";
import { interactionSchema } from "#platforms/discord/incoming.ts";
import { until } from "../../until.ts";
import { buttonData, clickedMessage, direct, envelope, ids, message, user } from "./payloads.ts";
import { startRealBot } from "./real-bot.ts";

const { bot, answered } = await startRealBot();

const about = (content: string, more: object = {}) => ({
  id: "600000000000000007",
  name: "Ask the casebook about this",
  type: 3,
  target_id: "900000000000000009",
  resolved: {
    messages: { "900000000000000009": { ...message("900000000000000009", content), ...more } },
    users: { [ids.ben]: user(ids.ben, "ben") },
  },
});

test("a message picked from its menu is answered to the one who picked it alone", async () => {
  const [ack, answer] = await answered(bot.discord.interact(2, about(`<@${ids.ben}> who founded Hugging Face?`)));
  expect(ack?.body).toEqual({ type: 5, data: { flags: 64 } });
  expect(JSON.stringify(answer?.body)).toContain("Delangue");
  expect(answer?.body).toMatchObject({ allowed_mentions: { parse: [] } });
});

test("in a direct message the answer stays", async () => {
  const [ack] = await answered(bot.discord.interact(2, about("who founded Hugging Face?"), direct));
  expect(ack?.body).toEqual({ type: 5 });
});

test("a message that forwards another is asked about by what it forwards", async () => {
  const message_reference = { type: 1, channel_id: ids.channel, message_id: "900000000000000001" };
  const message_snapshots = [
    { message: { content: "who founded Hugging Face?", type: 0, embeds: [], attachments: [] } },
  ];
  const [, answer] = await answered(bot.discord.interact(2, about("", { message_snapshots, message_reference })));
  expect(JSON.stringify(answer?.body)).toContain("Delangue");
});

test("between people, where the bot is a guest, only the one who picked it sees the answer", async () => {
  const guest = {
    ...direct,
    context: 2,
    channel: { id: ids.directChannel, type: 3 },
    authorizing_integration_owners: { 1: ids.ann },
  };
  const [ack] = await answered(bot.discord.interact(2, about("who founded Hugging Face?"), guest));
  expect(ack?.body).toEqual({ type: 5, data: { flags: 64 } });
});

test("a message without words says so at once, for the one who picked it", async () => {
  const id = bot.discord.interact(2, about("", { attachments: [] }));
  const first = await until(() => bot.discord.responses(id)[0]);
  expect(JSON.stringify(first.body)).toContain("There are no words to ask about");
  expect(first.body).toMatchObject({ type: 4, data: { flags: 64 | 32768 } });
});

test.each(["case solana", "/meeting start", "who founded Hugging Face? share", "page:3 about:openai case"])(
  "a message that says “%s” is a question of its own and runs nothing",
  (content) => {
    const interaction = interactionSchema.parse({ id: "1", token: "t", ...envelope, type: 2, data: about(content) });
    if (interaction.type !== "menu") throw new Error("read as something else");
    expect(decodeMenu(interaction)).toMatchObject({ command: "ask", named: { question: content }, share: false });
  },
);

test("rating an answer leaves a private answer where it stands", async () => {
  const data = buttonData("v1:0:rate yes hugging-face#glance/3 question:x");
  const [ack] = await answered(bot.discord.interact(3, data, clickedMessage(64)));
  expect(ack?.body).toEqual({ type: 5, data: { flags: 64 } });
});
