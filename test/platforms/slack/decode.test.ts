import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { randomFrom } from "#calc/random.ts";
import { parseLine } from "#core/parse.ts";
import { decodeClick, decodeCommand } from "#platforms/slack/decode.ts";
import { decodeHomeOpened, decodeMessage } from "#platforms/slack/decode-event.ts";
import { decodeSubmission, formLine } from "#platforms/slack/decode-form.ts";
import { askThisCallback, decodeAskThis } from "#platforms/slack/decode-shortcut.ts";
import { unwrapText } from "#platforms/slack/unwrap.ts";
import { mutateJson } from "../../fuzz/mutate.ts";
import { faster, growth } from "../../growth.ts";
import { inside, payload } from "./harness.ts";

const self = { userId: "U0BOT00001", botId: "B0BOT00001" };

test.each([
  ["<@U0BOT00001> case solana", "case solana"],
  ["hey <@U0BOT00001|casebook>, what is MFU?", "hey, what is MFU?"],
  ["ask <@U0USER001> and <@U0USER002|dana>", "ask @U0USER001 and @dana"],
  ["<#C0CHAN001|sales> <#C0CHAN002>", "#sales #C0CHAN002"],
  ["<!here> <!channel|channel> <!subteam^S1|@ops> <!date^1^{date}|May 1>", "@here @channel @ops May 1"],
  [
    "<http://huggingface.co|huggingface.co> <https://a.b/c|see this> <https://a.b/c>",
    "huggingface.co see this https://a.b/c",
  ],
  ["<https://www.mistral.ai/|Mistral> raised again? <mailto:a@b.c|Ann>", "Mistral raised again? Ann"],
  ["who founded Anthropic? :hugging_face:", "who founded Anthropic?"],
  ["what is co-sell :eyes::wave::skin-tone-3:? :+1:", "what is co-sell?"],
  ["thanks:hugging_face:so much", "thanks so much"],
  ["at 10:30:45 std::move::x <http://a.b:80/:c:|http://a.b:80/:c:>", "at 10:30:45 std::move::x http://a.b:80/:c:"],
  ["compare openai:anthropic:mistral", "compare openai:anthropic:mistral"],
  ["urn:isbn:123 node:fs:promises", "urn:isbn:123 node:fs:promises"],
  ["meeting own:1:Anna", "meeting own:1:Anna"],
  ["who founded it?:eyes: :tada:", "who founded it?"],
  ["about:hugging-face page:2", "about:hugging-face page:2"],
  ["<@U0BOT00001>: so <@U0BOT00001>, who?", "so, who?"],
  ["<mailto:a@b.c|a@b.c>", "a@b.c"],
  ["R&amp;D &lt;3 &amp;lt; 5 &gt; 4", "R&D <3 &lt; 5 > 4"],
  ["ai ping=<!subteam^S0123ABCD|@sales> <!subteam^S1|@ops>", "ai ping=<!subteam^S0123ABCD|@sales> @ops"],
  ["Ping: <!subteam^S0123ABCD>", "ping=<!subteam^S0123ABCD>"],
  ["ping=<@U0USER001|dana> ping= <!here>", "ping=@dana ping= @here"],
  ["2 < 3 and 4 > 3 <", "2 < 3 and 4 > 3 <"],
])("%s is read as %s", (raw, text) => {
  expect(unwrapText(raw, "U0BOT00001")).toBe(text);
});

test("an entity that somebody typed stays one: Slack's escape of it is undone once, and nothing reads it again", () => {
  const body = payload("slash_command", (one) => {
    one.command = "/ask";
    one.text = "what is &amp;lt;b&amp;gt;?";
  });
  const { line = "" } = decodeCommand(body, ["ask"]) ?? {};
  const grammar = { name: "ask", optionNames: [] };
  expect(parseLine(line, [grammar], { platform: "slack", via: "command" }).rest).toBe("what is &lt;b&gt;?");
});

test("the work of unwrapping a text grows as its length does", async () => {
  for (const piece of ["<", "<@", "&lt;", "<a|", ">", "<#C1|x>", ":a", ":a:", " ", "<@U0BOT00001> "]) {
    const unwrap = (length: number) => unwrapText(piece.repeat(length / piece.length), "U0BOT00001");
    expect(await growth(unwrap, 10_000), piece).toBeLessThan(faster);
  }
});

test("a slash command is a line with workspace, channel and asker", () => {
  expect(decodeCommand(payload("slash_command"), ["probe"])).toEqual({
    line: 'probe report "last week" --by region',
    origin: {
      platform: "slack",
      via: "command",
      workspace: "T0TEAM001",
      channel: "C0CHAN001",
      asker: "U0USER001",
      name: "dana",
    },
    responseUrl: "https://hooks.slack.com/commands/T0TEAM001/1/abc",
  });
  expect(decodeCommand(payload("slash_command"), [])?.line).toBe('casebook report "last week" --by region');
});

test("a mention begins a thread under it, and stays in the thread it was made in", () => {
  const { origin, ...heard } = decodeMessage(payload("app_mention"), self) ?? {};
  expect(origin).toEqual({
    platform: "slack",
    via: "mention",
    workspace: "T0TEAM001",
    channel: "C0CHAN001",
    thread: "1767225600.000100",
    opens: true,
    asker: "U0USER001",
  });
  expect(heard).toEqual({
    line: "report last week",
    channel: "C0CHAN001",
    thread: "1767225600.000100",
    keys: ["Ev05FE94D58", "C0CHAN001:1767225600.000100"],
  });
  expect(decodeMessage(payload("app_mention_thread"), self)).toMatchObject({
    thread: "1767225600.000100",
    line: "and this month?",
    origin: expect.not.objectContaining({ opens: true }),
  });
});

test("a direct message has no thread of its own; words beside a file count, a file alone does not", () => {
  expect(decodeMessage(payload("message_im"), self)).toMatchObject({
    line: "help",
    thread: undefined,
    origin: { via: "direct", direct: true },
  });
  expect(decodeMessage(payload("message_im_file_share"), self)).toMatchObject({ line: "look" });
  expect(
    decodeMessage(
      payload("message_im_file_share", (body) => (inside(body, "event").text = "")),
      self,
    ),
  ).toBeUndefined();
});

test("an emoji alone is heard as one, and is no call for help", () => {
  const heard = (name: "app_mention" | "message_im", text: string) =>
    decodeMessage(
      payload(name, (body) => (inside(body, "event").text = text)),
      self,
    )?.line;
  expect(heard("app_mention", "<@U0BOT00001> :+1:")).toBe("🙂");
  expect(heard("message_im", ":hugging_face:")).toBe("🙂");
  expect(heard("app_mention", "<@U0BOT00001>")).toBe("casebook help");
});

test("in Slack Connect the workspace is the one the message is seen from", () => {
  const body = payload("app_mention", (one) =>
    Object.assign(one, { team_id: "T0OTHER", context_team_id: "T0TEAM001" }),
  );
  expect(decodeMessage(body, self)?.origin.workspace).toBe("T0TEAM001");
});

test("a click says what it asks for, who else reads the message, and where it is", () => {
  const action = (change: object) => (body: Record<string, unknown>) =>
    Object.assign(inside(body, "actions", "0"), change);
  const run = action({ action_id: "run:v1:0", value: "case solana" });
  expect(decodeClick(payload("block_actions_button_ephemeral", run))).toMatchObject({
    act: "run",
    value: "case solana",
    surface: "ephemeral",
    responseUrl: "https://hooks.slack.com/actions/T0TEAM001/2/def",
    triggerId: "1.2.abc",
    origin: { via: "click", workspace: "T0TEAM001", channel: "C0CHAN001", asker: "U0USER001" },
  });
  expect(decodeClick(payload("block_actions_button_message", run))?.surface).toBe("public");
  expect(decodeClick(payload("block_actions_home", run))?.surface).toBe("home");
  const pick = action({ action_id: "pick:v1:0", selected_option: { value: "case solana risks" } });
  expect(decodeClick(payload("block_actions_static_select", pick))).toMatchObject({
    act: "pick",
    value: "case solana risks",
  });
  expect(decodeClick(payload("block_actions_button_message"))).toBeUndefined();
});

test("the message at the top of a thread is answered beside it, a reply inside its thread", () => {
  const at = (thread: string) =>
    decodeClick(
      payload("block_actions_button_message", (body) => {
        Object.assign(inside(body, "actions", "0"), { action_id: "run:v1:0" });
        inside(body, "message").thread_ts = thread;
      }),
    )?.origin.thread;
  expect(at("1767225600.000300")).toBeUndefined();
  expect(at("1767225500.000100")).toBe("1767225500.000100");
});

test("the Home tab is told from the Messages tab", () => {
  expect(decodeHomeOpened(payload("app_home_opened_first"))).toMatchObject({ user: "U0USER001" });
  expect(decodeHomeOpened(payload("app_home_opened_messages"))).toBeUndefined();
});

test("a form's answers become named options, quoted where they hold spaces; empty ones are left out", () => {
  const body = payload("view_submission", (one) => {
    inside(one, "view").private_metadata = JSON.stringify({ line: "cost", surface: "direct", channel: "D0DM00001" });
    inside(one, "view", "state").values = {
      "0:gpu": { "value:0": { type: "static_select", selected_option: { value: "h100" } } },
      "1:note": { "value:1": { type: "plain_text_input", value: 'two "words"' } },
      "2:empty": { "value:2": { type: "plain_text_input", value: null } },
    };
  });
  const submission = decodeSubmission(body);
  expect(submission?.origin).toMatchObject({ via: "form", channel: "D0DM00001", direct: true, asker: "U0USER001" });
  expect(formLine("cost", submission?.answers ?? [])).toBe("cost gpu=h100 note='two \"words\"'");
  expect(decodeSubmission(payload("view_submission"))).toBeUndefined();
});

test.each([
  ["the “CRO”’s number\nis wrong", `the "CRO"'s number is wrong`],
  ["he said “yes” to it", 'he said "yes" to it'],
])("%j in a form comes back from the parser as a line would hold it", (value, reason) => {
  const line = formLine("rate no x#y/1", [{ name: "reason", value }]);
  const grammar = { name: "rate", optionNames: ["reason"] };
  const { named, words } = parseLine(line, [grammar], { platform: "slack", via: "form" });
  expect({ named, words }).toEqual({ named: { reason }, words: ["no", "x#y/1"] });
});

const decoders = [
  (body: unknown) => decodeCommand(body, []),
  decodeClick,
  decodeSubmission,
  decodeHomeOpened,
  decodeAskThis,
  (body: unknown) => decodeMessage(body, self),
];

test.each(globSync("test/fixtures/slack/{payloads,shapes}/*.json").map((file) => [basename(file, ".json"), file]))(
  "%s is decoded or left alone by every decoder",
  (_, file) => {
    const body: unknown = JSON.parse(readFileSync(file, "utf8"));
    for (const decode of decoders) expect(() => decode(body)).not.toThrow();
  },
);

const clickOfOurs = payload("block_actions_button_message", (body) =>
  Object.assign(inside(body, "actions", "0"), { action_id: "run:v1:0", value: "case solana" }),
);
const formOfOurs = payload("view_submission", (body) => {
  inside(body, "view").private_metadata = JSON.stringify({ line: "cost", surface: "direct", channel: "D0DM00001" });
});
const entryOfOurs = payload("shortcut_message", (body) => Object.assign(body, { callback_id: askThisCallback }));

test.each<[string, Record<string, unknown>, (body: unknown) => unknown]>([
  ["a command", payload("slash_command"), (body) => decodeCommand(body, [])],
  ["a click", clickOfOurs, decodeClick],
  ["a form", formOfOurs, decodeSubmission],
  ["a mention", payload("app_mention_thread"), (body) => decodeMessage(body, self)],
  ["a direct message", payload("message_im"), (body) => decodeMessage(body, self)],
  ["the Home tab", payload("app_home_opened_first"), decodeHomeOpened],
  ["a message's menu", entryOfOurs, decodeAskThis],
])("%s that was tampered with is decoded or left alone, and no decoder throws", (_, body, decode) => {
  const outcomes = Array.from({ length: 600 }, (_, seed) => {
    const tampered = mutateJson(randomFrom(seed), body, 1 + (seed % 4));
    for (const other of decoders) other(tampered);
    return decode(tampered) !== undefined;
  });
  const decoded = outcomes.filter(Boolean).length / outcomes.length;
  expect(decode(body)).toBeDefined();
  expect(decoded).toBeGreaterThan(0.2);
  expect(decoded).toBeLessThan(0.98);
});
