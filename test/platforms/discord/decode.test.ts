import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "#calc/random.ts";
import { optionNames } from "#core/dispatch.ts";
import { formatWord } from "#core/line.ts";
import { parseLine } from "#core/parse.ts";
import {
  decodeClick,
  decodeCommand,
  decodeForm,
  decodeMenu,
  decodeMessage,
  decodeTyping,
  originOf,
} from "#platforms/discord/decode.ts";
import { type Interaction, interactionSchema, messageSchema } from "#platforms/discord/incoming.ts";
import { unwrap } from "#platforms/discord/unwrap.ts";
import { commands } from "../../../commands/index.ts";
import { mutateJson } from "../../fuzz/mutate.ts";
import {
  buttonData,
  clickedMessage,
  commandData,
  direct,
  envelope,
  formData,
  ids,
  message,
  type Option,
  selectData,
} from "./payloads.ts";

const grammars = commands.map((command) => ({ ...command, optionNames: optionNames(command) }));
const reads = {
  commands,
  read: (line: string, origin: Parameters<typeof parseLine>[2]) => parseLine(line, grammars, origin),
};

function interaction<Type extends Interaction["type"]>(type: Type, data: object, more: object = {}) {
  const parsed = interactionSchema.parse({ ...envelope, id: "1", token: "t", type, data, ...more });
  if (parsed.type !== type) throw new Error("another type");
  return parsed as Extract<Interaction, { type: Type }>;
}
const command = (name: string, ...options: Option[]) =>
  decodeCommand(interaction(2, commandData(name, ...options)), reads);

describe("a slash command", () => {
  test("gives its options by the names the command knows them by", () => {
    expect(command("cost", { name: "gpu", value: "h100" })).toMatchObject({
      command: "cost",
      named: { gpu: "h100" },
      words: [],
      share: false,
      page: 1,
    });
  });
  test("keeps an option's value as it was typed, even if it looks like more", () => {
    expect(command("ask", { name: "question", value: 'what is page:2 of "this" share' })).toMatchObject({
      named: { question: 'what is page:2 of "this" share' },
      share: false,
      page: 1,
    });
  });
  test.each([
    ["who is <@7> at <#5> <:smile:123456789012345678>?", "who is at ?"],
    ["what does “runway” mean\u202e?", 'what does "runway" mean?'],
    ["100\u00a0k", "100 k"],
    ["<@&123456789012345678>", "<@&123456789012345678>"],
    [" <@7> ", "<@7>"],
  ])("reads %j, given by name, as a line would", (value, question) => {
    expect(command("ask", { name: "question", value }).named).toEqual({ question });
  });
  test.each([
    "subscribe weekdays 09:00 ai ping=<@&123456789012345678>",
    "subscribe weekdays 09:00 ai ping: <@&123456789012345678>",
  ])("hears which role %j is to call", (value) => {
    expect(command("digest", { name: "text", value }).named.ping).toBe("<@&123456789012345678>");
  });
  test("reads free text as words behind its name", () => {
    expect(command("case", { name: "text", value: "lessons hugging face page:2" })).toMatchObject({
      command: "case",
      words: ["lessons", "hugging", "face"],
      page: 2,
    });
  });
  test("is shared by the option", () => {
    expect(command("case", { name: "share", value: true }).share).toBe(true);
    expect(command("case", { name: "share", value: false }).share).toBe(false);
  });
});

test("what is typed is told with what was given before, even when required options are missing", () => {
  const typed = decodeTyping(
    interaction(
      4,
      commandData("case", { name: "study", value: "openai" }, { name: "section", value: "ri", focused: true }),
    ),
    reads,
  );
  expect(typed).toMatchObject({ command: "case", option: "section", typed: "ri", given: { study: "openai" } });
});

describe("an origin", () => {
  const where = (more: object) => originOf(interaction(2, commandData("case"), more), "command");
  test("names server, channel, asker and their name, and that they do not manage the server", () => {
    expect(where({})).toEqual({
      platform: "discord",
      via: "command",
      workspace: ids.guild,
      channel: ids.channel,
      asker: ids.ann,
      name: "ann",
      admin: false,
    });
  });
  test("in a thread names the channel and the thread", () => {
    expect(
      where({ channel_id: ids.thread, channel: { id: ids.thread, type: 11, parent_id: ids.channel } }),
    ).toMatchObject({ channel: ids.channel, thread: ids.thread });
  });
  test("in a direct message names no server, and says that nobody else is there", () => {
    expect(where(direct)).toEqual({
      platform: "discord",
      via: "command",
      direct: true,
      channel: ids.directChannel,
      asker: ids.ann,
      name: "ann",
    });
  });
  test("between people, where the bot is a guest, is no direct message", () => {
    expect(where({ ...direct, context: 2 }).direct).toBeUndefined();
    expect(where({}).direct).toBeUndefined();
  });
  test.each<[string, object, RegExp | undefined]>([
    ["with every permission", {}, undefined],
    ["as an administrator", { app_permissions: "8" }, undefined],
    ["without Send Messages", { app_permissions: "1024" }, /View Channel and Send Messages, then/],
    ["without View Channel", { app_permissions: "2048" }, /View Channel/],
    [
      "in a thread, with Send Messages alone",
      { app_permissions: "3072", channel: { id: ids.thread, type: 11, parent_id: ids.channel } },
      /Send Messages in Threads/,
    ],
    ["installed by a person alone", { authorizing_integration_owners: { 1: ids.ann } }, /not a member of this server/],
    ["in a direct message", { ...direct, app_permissions: "0" }, undefined],
    ["between people, where it is a guest", { ...direct, context: 2 }, /only a guest.*in a direct message to me/],
    [
      "where nothing is told of it",
      { app_permissions: undefined, authorizing_integration_owners: undefined },
      undefined,
    ],
  ])("%s says whether the bot may post there", (_, more, says) => {
    const { shut } = where(more);
    if (says) expect(shut).toMatch(says);
    else expect(shut).toBeUndefined();
  });
  test.each([
    ["8", true],
    ["32", true],
    ["2147483648", false],
  ])("with permissions %s is admin: %s", (permissions, admin) => {
    expect(where({ member: { ...envelope.member, permissions } }).admin).toBe(admin);
  });
});

describe("a click", () => {
  test("gives the line it carries, colons and all", () => {
    expect(decodeClick(interaction(3, buttonData("v1:12:find a:b page:2"), clickedMessage(0)))).toEqual({
      kind: "line",
      value: "find a:b page:2",
    });
  });
  test("on a menu gives the option's line", () => {
    expect(decodeClick(interaction(3, selectData("v1:0:menu", "v1:3:case solana"), clickedMessage(0)))).toEqual({
      kind: "line",
      value: "case solana",
    });
  });
  test.each(["", "v2:0:x", "v1:x", "v1::x", "v1:0:", "case solana"])("with the id %j is of another release", (id) => {
    expect(decodeClick({ data: { custom_id: id, values: [] } })).toBeUndefined();
  });
});

describe("a form sent", () => {
  const sent = (answers: Record<string, string>) => decodeForm(interaction(5, formData("m1:cost", answers)));
  test("appends its answers, quoted where they have spaces, and leaves out empty ones", () => {
    expect(sent({ gpu: "h100", name: "two words", note: " ", "more-of-it": 'say "hi"' })).toEqual({
      value: "cost",
      answers: `gpu=h100 name="two words" more-of-it='say "hi"'`,
    });
  });
  test("takes further options as they are typed", () => {
    expect(sent({ a: "1", "+": "b=2\nc=3" })?.answers).toBe("a=1 b=2 c=3");
  });
  test("reads menus and the older nesting too", () => {
    const components = [
      { type: 18, component: { type: 3, custom_id: "kind", values: ["x y"] } },
      { type: 1, components: [{ type: 4, custom_id: "a", value: "b" }] },
      { type: 10 },
    ];
    expect(decodeForm(interaction(5, { custom_id: "m1:line", components }))?.answers).toBe('kind="x y" a=b');
  });
  test("comes back from the parser as it was typed", () => {
    const typed = fc.stringMatching(/^[\w][\w .,;:!?()/'"-]{0,60}$/).map((text) => text.trim().replace(/\s+/g, " "));
    fc.assert(
      fc.property(typed, (text) => {
        const line = `case ${decodeForm(interaction(5, formData("m1:case", { study: text })))?.answers}`;
        expect(parseLine(line, grammars, { platform: "discord", via: "form" }).named.study).toBe(text);
        expect(line).toBe(`case study=${formatWord(text)}`);
      }),
    );
  });
});

describe("a message", () => {
  const decode = (content: string, more: object = {}, parentOf?: () => string) =>
    decodeMessage(messageSchema.parse(message("1", content, more)), ids.application, parentOf);
  test("loses its mention of the bot wherever it stands", () => {
    expect(decode(`hi <@${ids.application}> case <@!${ids.application}>`)?.line).toBe("hi case");
  });
  test("in a thread names channel and thread", () => {
    expect(decode(`<@${ids.application}> x`, { channel_id: ids.thread }, () => ids.channel)?.origin).toMatchObject({
      via: "mention",
      channel: ids.channel,
      thread: ids.thread,
      asker: ids.ann,
    });
  });
  test("keeps the role that a digest is to call, and no other mention", () => {
    expect(decode(`<@${ids.application}> digest subscribe daily 9:00 <@&1> ai Ping=<@&2> <@3>`)?.line).toBe(
      "digest subscribe daily 9:00 ai ping=<@&2>",
    );
  });
  const bot = { id: ids.application, username: "casebook", bot: true };
  const answer = { author: bot, content: "", message_reference: { message_id: "7" } };
  const question = { author: { id: ids.ben, username: "ben" }, content: "<@3> who founded OpenAI?", mentions: [] };
  test("that replies to the bot speaks to it, unless its ping is switched off or it says nothing", () => {
    const reply = (more: object) => decode("and OpenAI?", { type: 19, referenced_message: answer, ...more });
    expect(reply({ mentions: [bot] })).toMatchObject({ line: "and OpenAI?", origin: { message: "1", repliesTo: "7" } });
    expect(reply({ mentions: [] })).toBeUndefined();
    expect(reply({ mentions: [bot], content: "" })).toBeUndefined();
    expect(reply({ mentions: [bot], referenced_message: question })).toBeUndefined();
    expect(reply({ mentions: [bot], referenced_message: null })).toBeUndefined();
  });
  test("with the bot's name alone asks the question it replies to, and for help where there is none", () => {
    const reply = (referenced_message: object | null) =>
      decode(`<@${ids.application}>`, { type: 19, referenced_message })?.line;
    expect(reply(question)).toBe('ask question:"who founded OpenAI?"');
    expect(reply({ ...question, content: "meeting end" })).toBe('ask question:"meeting end"');
    expect(reply({ ...question, content: "" })).toBe("casebook help");
    expect(reply({ ...answer, content: "Sam Altman founded it." })).toBe("casebook help");
    expect(reply(null)).toBe("casebook help");
  });
  test("says in words what it mentions", () => {
    expect(
      unwrap("<@1> in <#2> <:deal:3> <a:w:4> <https://a.example> <t:5:R> </case:6>", [{ id: "1", username: "ben" }]),
    ).toBe("ben in https://a.example /case");
  });
  test.each([
    ["who founded Anthropic? <:hugging_face:3>", "who founded Anthropic?"],
    ["thanks<a:hf:4>so much <:hf:3><:hf:3>!", "thanks so much !"],
    ["||who founded Anthropic?||", "who founded Anthropic?"],
    ["[Mistral](https://mistral.ai/news) raised again, [see](<https://a.example>)", "Mistral raised again, see"],
    ["[not a link] (really) [x](y)", "[not a link] (really) [x](y)"],
  ])("is read without emoji, bars and addresses behind words: %s", (content, words) => {
    expect(unwrap(content)).toBe(words);
  });
  test("calls people, or the bot, in its middle without a gap", () => {
    expect(decode(`so <@${ids.application}>, who founded it?`)?.line).toBe("so, who founded it?");
    expect(decode(`<@${ids.application}>: who founded it?`)?.line).toBe("who founded it?");
  });
  test("of an emoji alone is heard as one", () => {
    expect(decode("<:hugging_face:3>", { guild_id: undefined })?.line).toBe("🙂");
    expect(decode(`<@${ids.application}> <a:thumb:1> <:hf:3>`)?.line).toBe("🙂");
  });
  test.each([`<@${ids.application}>`, "<#123>", "<@&55>"])("of a mention alone says nothing: %s", (content) => {
    expect(decode(content, { guild_id: undefined })?.line).toBe("");
  });
});

test.each([
  ["an id that is no number", { id: "../../users/@me" }],
  ["a channel that is no number", { channel_id: "1/messages" }],
  ["a token that would lead elsewhere", { token: "t/../../x" }],
  ["permissions that are no number", { member: { user: { id: "1" }, permissions: "' OR 1=1" } }],
])("%s makes no interaction: it would become part of an address", (_, more) => {
  const given = { ...envelope, id: "1", token: "t", type: 2, data: commandData("case") };
  expect(interactionSchema.safeParse(given).success).toBe(true);
  expect(interactionSchema.safeParse({ ...given, ...more }).success).toBe(false);
});

test("whatever is typed, decoding does not throw, and a click gives its line back", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", minLength: 1, maxLength: 500 }),
      fc.constantFrom("case", "ask", "casebook", "nothing"),
      (text, name) => {
        command(name, { name: "text", value: text }, { name: "question", value: text });
        expect(decodeClick({ data: { custom_id: `v1:0:${text}`, values: [] } })).toEqual({ kind: "line", value: text });
        expect(decodeForm(interaction(5, formData(`m1:${text}`, { a: text })))?.value).toBe(text);
        decodeClick({ data: { custom_id: text, values: [] } });
        decodeMessage(messageSchema.parse(message("1", `<@${ids.application}> ${text}`)), ids.application);
      },
    ),
  );
});

/** What a delivery is decoded to, or nothing for one of no known form. */
function decoded(delivered: unknown): unknown {
  const { success, data } = interactionSchema.safeParse(delivered);
  if (!success) return undefined;
  switch (data.type) {
    case 2:
      return decodeCommand(data, reads);
    case 3:
      return decodeClick(data);
    case 4:
      return decodeTyping(data, reads);
    case 5:
      return decodeForm(data);
    case "menu":
      return decodeMenu(data);
  }
}

const said = { content: "who founded OpenAI?", mentions: [], message_snapshots: [] };
const menu = { type: 3, name: "Ask", target_id: "7", resolved: { messages: { 7: said } } };
test.each<[string, number, object, object?]>([
  ["a command", 2, commandData("case", { name: "study", value: "openai" })],
  ["a menu's entry", 2, menu],
  ["a click", 3, buttonData("v1:0:case solana"), clickedMessage(64)],
  ["a pick", 3, selectData("v1:0:menu", "v1:1:case solana"), clickedMessage(0)],
  ["what is typed", 4, commandData("case", { name: "study", value: "op", focused: true })],
  ["a form", 5, formData("m1:cost", { gpu: "h100" }), clickedMessage(64)],
])("%s that was tampered with is decoded or left alone, and nothing throws", (_, type, data, more = {}) => {
  const given = { ...envelope, id: "1", token: "t", type, data, ...more };
  const tried = Array.from({ length: 600 }, (_, seed) => decoded(mutateJson(randomFrom(seed), given, 1 + (seed % 4))));
  const share = tried.filter((one) => one !== undefined).length / tried.length;
  expect(decoded(given)).toBeDefined();
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThan(0.98);
});
