import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fitChoices } from "#platforms/discord/send.ts";
import { until } from "../../until.ts";
import { keptInMemory, startBot } from "./bot.ts";
import { type Component, everyComponent } from "./judge.ts";
import {
  asBen,
  buttonData,
  clickedMessage,
  commandData,
  direct,
  formData,
  ids,
  message,
  selectData,
} from "./payloads.ts";
import { startRealBot } from "./real-bot.ts";

const ephemeral = { type: 5, data: { flags: 64 } };
const publicly = { type: 5 };
const inPlace = { type: 6 };

const keptLines = new Map<string, string>();
const { real, bot, answered } = await startRealBot({ kept: keptInMemory(keptLines) });

const componentsOf = (body: unknown): Component[] =>
  everyComponent(
    z.object({ components: z.array(z.looseObject({ type: z.number() })) }).parse(body).components as Component[],
  );
const textOf = (body: unknown) =>
  componentsOf(body)
    .flatMap(({ content }) => content ?? [])
    .join("\n");
const labelled = (body: unknown, label: string) =>
  componentsOf(body).find((one) => one.label === label)?.custom_id ?? "";

const firstOf = (id: string) => until(() => bot.discord.responses(id)[0]);
const sentTo = (channel: string, from: number) =>
  until(() =>
    bot.discord.seen
      .slice(from)
      .find(({ method, path }) => method === "POST" && path === `/channels/${channel}/messages`),
  );
const say = (...args: Parameters<typeof commandData>) => bot.discord.interact(2, commandData(...args));

describe("a slash command", () => {
  test("/case hugging-face lessons comes back as Components V2, to the asker alone", async () => {
    const [ack, answer] = await answered(
      say("case", { name: "study", value: "hugging-face" }, { name: "section", value: "lessons" }),
    );
    expect(ack.body).toEqual(ephemeral);
    expect(answer).toMatchObject({
      method: "PATCH",
      status: 200,
      body: { flags: 32768, allowed_mentions: { parse: [] } },
    });
    expect(textOf(answer.body)).toContain("## Hugging Face · Strategic lessons");
    expect(textOf(answer.body)).toMatch(/^-# \[1\] .+ · \[\S+\]\(<https:/m);
    expect(labelled(answer.body, "Share")).toMatch(/^v1:\d+:case study:hugging-face section:lessons share:yes$/);
  });

  test("takes free words in any order, as a line does", async () => {
    const [, answer] = await answered(say("case", { name: "text", value: "lessons of hugging face" }));
    expect(textOf(answer.body)).toContain("## Hugging Face · Strategic lessons");
  });

  test("with share shows the answer to everyone, without a Share button", async () => {
    const [ack, answer] = await answered(
      say("case", { name: "text", value: "hugging-face" }, { name: "share", value: true }),
    );
    expect(ack.body).toEqual(publicly);
    expect(labelled(answer.body, "Share")).toBe("");
  });

  test("/casebook takes a whole command line", async () => {
    const [, answer] = await answered(say("casebook", { name: "topic", value: "case solana" }));
    expect(textOf(answer.body)).toContain("## Solana");
  });

  test("that this release no longer has is answered all the same", async () => {
    const [, answer] = await answered(say("oldname", { name: "q", value: "x" }));
    expect(textOf(answer.body)).toContain("There is no command");
  });

  test("in a direct message answers for good, with nothing to share", async () => {
    const id = bot.discord.interact(2, commandData("case", { name: "text", value: "openai" }), direct);
    const [ack, answer] = await answered(id);
    expect(ack.body).toEqual(publicly);
    expect(labelled(answer.body, "Share")).toBe("");
  });

  test("that names a study wrongly offers the nearest", async () => {
    const [, answer] = await answered(say("case", { name: "study", value: "zzyzx" }));
    expect(textOf(answer.body)).toContain("There is no case study called");
  });

  test("cannot ring anyone through what is asked", async () => {
    const [, answer] = await answered(
      say(
        "ask",
        { name: "question", value: "@everyone <@&1> what about [this](https://evil.example)?" },
        { name: "share", value: true },
      ),
    );
    expect(textOf(answer.body)).not.toMatch(/@everyone|<@&1>|\]\(https:\/\/evil/);
  });
});

describe("while typing", () => {
  test("studies and sections are offered", async () => {
    const typed = (...options: Parameters<typeof commandData> extends [string, ...infer Rest] ? Rest : never) =>
      firstOf(bot.discord.interact(4, commandData("case", ...options)));
    expect((await typed({ name: "study", value: "hug", focused: true })).body).toEqual({
      type: 8,
      data: { choices: [{ name: "Hugging Face", value: "hugging-face" }] },
    });
    const sections = await typed(
      { name: "study", value: "hugging-face" },
      { name: "section", value: "les", focused: true },
    );
    expect(sections.body).toMatchObject({ type: 8, data: { choices: [{ value: "lessons" }] } });
  });

  test("choices are cut to what Discord takes", () => {
    const choice = (i: number) => ({ name: "n".repeat(90 + i), value: `v${i}` });
    const choices = fitChoices([
      { name: " ", value: "nameless" },
      { name: "too long", value: "v".repeat(101) },
      ...Array.from({ length: 40 }, (_, i) => choice(i)),
    ]);
    expect(choices).toHaveLength(25);
    expect(choices[0]).toEqual(choice(0));
    expect(Math.max(...choices.map(({ name }) => name.length))).toBeLessThanOrEqual(100);
  });

  test("what completes nothing gives an empty list", async () => {
    for (const [name, option] of [
      ["case", "nothing"],
      ["gone", "study"],
    ] as const)
      expect(
        (await firstOf(bot.discord.interact(4, commandData(name, { name: option, value: "x", focused: true })))).body,
      ).toEqual({ type: 8, data: { choices: [] } });
  });
});

describe("a click", () => {
  const press = (line: string, on: object, more: object = {}) =>
    bot.discord.interact(3, buttonData(`v1:0:${line}`), { ...on, ...more });

  test("in one's own private message turns it in place", async () => {
    const [ack, answer] = await answered(press("case hugging-face risks", clickedMessage(64)));
    expect(ack.body).toEqual(inPlace);
    expect(textOf(answer.body)).toMatch(/## Hugging Face · /);
    expect(labelled(answer.body, "Share")).not.toBe("");
  });

  test("in a public message gives the clicker a private answer and leaves the message", async () => {
    for (const who of [{}, asBen]) {
      const [ack] = await answered(press("case hugging-face risks", clickedMessage(0), who));
      expect(ack.body).toEqual(ephemeral);
    }
  });

  test("on More in a public message turns it for its asker, and gives others their own", async () => {
    const line = "case hugging-face timeline page:2";
    const [mine, answer] = await answered(press(line, clickedMessage(0)));
    expect(mine.body).toEqual(inPlace);
    expect(labelled(answer.body, "Share")).toBe("");
    const [theirs] = await answered(press(line, clickedMessage(0), asBen));
    expect(theirs.body).toEqual(ephemeral);
  });

  test("on Share posts for everyone, the page that was seen", async () => {
    const [ack, answer] = await answered(press("case hugging-face timeline page:2 share", clickedMessage(64)));
    expect(ack.body).toEqual(publicly);
    expect(textOf(answer.body)).toMatch(/-# Page 2 of \d/);
    expect(labelled(answer.body, "Share")).toBe("");
  });

  test("on Helpful answers beside the message, which stays", async () => {
    const [ack, answer] = await answered(press("rate yes hugging-face#glance/1 question:x", clickedMessage(64)));
    expect(ack.body).toEqual(ephemeral);
    expect(textOf(answer.body)).toContain("Thank you");
  });

  test("on an option of a menu runs its line", async () => {
    const [, answer] = await answered(
      bot.discord.interact(3, selectData("v1:0:menu", "v1:4:case solana risks"), clickedMessage(64)),
    );
    expect(textOf(answer.body)).toContain("## Solana");
  });

  test("of another release is answered politely, for the clicker alone", async () => {
    for (const id of ["v9:0:case solana", "something else", "v1:0:~gone-gone-gone-gone-gone"]) {
      const first = await firstOf(bot.discord.interact(3, buttonData(id), clickedMessage(0)));
      expect(first.body).toMatchObject({ type: 4, data: { flags: 32768 | 64 } });
      expect(textOf((first.body as { data: unknown }).data)).toContain("That button is too old");
    }
  });

  test("finds a long line again, even after a restart", async () => {
    const question = `why did hugging face leave the chatbot business ${"and what came after that ".repeat(5)}?`;
    const [, answer] = await answered(say("ask", { name: "question", value: question }));
    const share = labelled(answer.body, "Share");
    expect(share).toMatch(/^v1:\d+:~/);
    const again = await startBot(real.dispatch, { kept: keptInMemory(keptLines) });
    const id = again.discord.interact(3, buttonData(share), clickedMessage(64));
    const posted = await until(() => again.discord.responses(id)[1]);
    expect(textOf(posted.body)).toContain("## why did hugging face leave");
    expect(again.discord.refusals).toEqual([]);
    await again.stop();
  });
});

describe("a form", () => {
  test("opens as a modal at once, and what is sent runs its line with the answers", async () => {
    const [, noted] = await answered(
      bot.discord.interact(3, buttonData("v1:0:rate no hugging-face#glance/1 question:x"), clickedMessage(64)),
    );
    const opener = labelled(noted.body, "In your own words");
    expect(opener).toMatch(/^f1:/);
    const modal = await firstOf(bot.discord.interact(3, buttonData(opener), clickedMessage(64)));
    expect(modal.body).toMatchObject({
      type: 9,
      data: {
        title: "What was wrong with it?",
        components: [{ type: 18, component: { custom_id: "reason", required: true } }],
      },
    });
    const { custom_id } = z.object({ data: z.object({ custom_id: z.string() }) }).parse(modal.body).data;
    const [, answer] = await answered(
      bot.discord.interact(5, formData(custom_id, { reason: "it is too old by years" }), clickedMessage(64)),
    );
    expect(textOf(answer.body)).toContain("Noted: it is too old by years");
  });

  test("that nobody knows any more is answered politely", async () => {
    const first = await firstOf(bot.discord.interact(5, formData("m1:~gone-gone-gone-gone-gone", { a: "b" })));
    expect(first.body).toMatchObject({ type: 4, data: { flags: 32768 | 64 } });
  });
});

describe("a message", () => {
  const mention = `<@${ids.application}>`;
  const receive = (content: string, more: object = {}) => {
    const from = bot.discord.seen.length;
    const id = bot.discord.newId();
    bot.discord.emit("MESSAGE_CREATE", message(id, content, more));
    return { id, from };
  };

  test("that mentions the bot with a command gets a reply below it", async () => {
    const { id, from } = receive(`${mention} case hugging-face lessons`);
    const reply = await sentTo(ids.channel, from);
    expect(reply.body).toMatchObject({
      flags: 32768,
      message_reference: { message_id: id },
      nonce: id,
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    });
    expect(textOf(reply.body)).toContain("## Hugging Face · Strategic lessons");
    expect(labelled(reply.body, "Share")).toBe("");
  });

  test("that mentions the bot with a question gets an answer, or that there is none", async () => {
    const { from } = receive(`Hey ${mention} who founded hugging face?`);
    expect(textOf((await sentTo(ids.channel, from)).body)).toMatch(/Delangue/);
  });

  test("to the bot alone needs no mention", async () => {
    const { from } = receive("case solana", { guild_id: undefined, channel_id: ids.directChannel, member: undefined });
    expect(textOf((await sentTo(ids.directChannel, from)).body)).toContain("## Solana");
  });

  test("that forwards another is answered for what it forwards", async () => {
    const { from } = receive("", {
      guild_id: undefined,
      channel_id: ids.directChannel,
      message_snapshots: [{ message: { content: "case openai", type: 0, embeds: [], attachments: [] } }],
    });
    expect(textOf((await sentTo(ids.directChannel, from)).body)).toContain("## OpenAI");
  });

  test("that replies to an answer goes on from that one, whoever asked for it and whatever was asked since", async () => {
    const self = { id: ids.application, username: "casebook", bot: true };
    const asked = receive(`${mention} who founded mistral?`);
    await sentTo(ids.channel, asked.from);
    const since = receive(`${mention} who founded solana?`);
    await sentTo(ids.channel, since.from);
    const answer = { author: self, content: "", message_reference: { message_id: asked.id } };
    const reply = (content: string, more: object) =>
      receive(content, { type: 19, mentions: [self], referenced_message: answer, ...more });
    const ann = reply("and OpenAI?", {});
    expect(textOf((await sentTo(ids.channel, ann.from)).body)).toContain("Who founded OpenAI");
    const ben = reply(`${mention} what about their risks?`, { author: { id: ids.ben, username: "ben" } });
    expect(textOf((await sentTo(ids.channel, ben.from)).body)).toContain("Mistral AI · Counterpoints and risks");
  });

  test("of a bot, of its own, for @everyone, or to nobody is left alone", async () => {
    const { from } = receive("case solana");
    receive(`${mention} case solana`, { author: { id: "9", username: "robot", bot: true } });
    receive(`${mention} case solana`, { author: { id: ids.application, username: "casebook", bot: true } });
    receive(`${mention} case solana`, { webhook_id: "1" });
    receive("@everyone case solana", { mention_everyone: true });
    receive("thanks", { type: 19, mentions: [], referenced_message: { author: { id: ids.application } } });
    const { from: later } = receive(`${mention} casebook status`);
    await sentTo(ids.channel, later);
    expect(bot.discord.seen.slice(from).filter(({ path }) => path.startsWith("/channels/"))).toHaveLength(1);
  });
});

test("nothing people wrote and no token stands in the log", () => {
  const log = bot.entries.join("\n");
  expect(log).toContain("listening on Discord");
  expect(log).not.toMatch(/hugging|solana|founded|too old by years|interaction-token|MTAw/i);
});
