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

const asked = (content: string, more: object = {}) => {
  const data = about(content, more);
  const interaction = interactionSchema.parse({ id: "1", token: "t", ...envelope, type: 2, data });
  if (interaction.type !== "menu") throw new Error("read as something else");
  return decodeMenu(interaction)?.named.question;
};

const card = {
  type: "rich",
  title: "Anthropic raises $65B",
  description: "Who is behind it?",
  fields: [{ name: "Stage", value: "Series H", inline: true }],
  footer: { text: "feed" },
};
const poll = {
  question: { text: "Who founded Solana?" },
  answers: [{ answer_id: 1, poll_media: { text: "Anatoly" } }],
  allow_multiselect: false,
  layout_type: 1,
};
const components = [
  {
    type: 17,
    id: 1,
    components: [
      { type: 10, id: 2, content: "## who founded OpenAI?" },
      {
        type: 9,
        id: 3,
        components: [{ type: 10, id: 4, content: "Sam Altman" }],
        accessory: { type: 2, label: "Open" },
      },
      { type: 14, id: 5 },
      { type: 1, id: 6, components: [{ type: 2, id: 7, style: 2, label: "Helpful", custom_id: "x" }] },
    ],
  },
];

test.each([
  ["cards", { embeds: [card] }, "Anthropic raises $65B. Who is behind it? Stage. Series H"],
  ["a poll", { poll }, "Who founded Solana?"],
  ["components, as an answer of the bot's", { components, flags: 32768 }, "## who founded OpenAI? Sam Altman"],
  [
    "a card that it forwards",
    { message_snapshots: [{ message: { content: "", type: 0, embeds: [card], attachments: [] } }] },
    "Anthropic raises $65B. Who is behind it? Stage. Series H",
  ],
])("a message whose words are in %s is asked about by them", (_, more, question) => {
  expect(asked("", more)).toBe(question);
});

test("what was typed counts more than a card below it, and an odd card is none", () => {
  expect(asked("who founded Mistral?", { embeds: [card] })).toBe("who founded Mistral?");
  expect(asked("who founded Mistral?", { embeds: "none", poll: 7, components: {} })).toBe("who founded Mistral?");
});

test("a call in the middle leaves no gap", () => {
  expect(asked(`so <@${ids.ben}>, who founded Hugging Face?`)).toBe("so, who founded Hugging Face?");
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
