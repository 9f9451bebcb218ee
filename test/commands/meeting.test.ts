import { expect, test } from "vitest";
import { z } from "zod";
import type { Origin } from "#core/invocation.ts";
import type { Reply } from "#core/reply.ts";
import { renderDiscord } from "#platforms/discord/render.ts";
import { renderSlack } from "#platforms/slack/render.ts";
import { formatDate } from "#present/dates.ts";
import { openReal } from "../real.ts";

const { dispatch } = await openReal();

let rooms = 0;
const newRoom = (): Origin => ({
  platform: "slack",
  via: "command",
  workspace: "T1",
  channel: `C${++rooms}`,
  asker: "U1",
  name: "Ann",
});
const say = (line: string, origin: Origin) => dispatch.run(dispatch.read(line, origin));

const recapSchema = z.object({
  meeting: z.object({ id: z.string(), studies: z.array(z.string()), startedAt: z.string(), endedAt: z.string() }),
  asked: z.number(),
  answered: z.array(z.object({ question: z.string(), answer: z.string(), passage: z.string(), asOf: z.string() })),
  unanswered: z.array(z.object({ id: z.string(), question: z.string(), owner: z.string() })),
  cited: z.array(z.string()),
  markdown: z.string(),
});
const recapOf = (reply: Reply) => recapSchema.parse(reply.data);
const pickable = ({ parts }: Reply) =>
  parts.flatMap((part) => (part.kind === "select" ? part.options.map(({ line }) => line) : []));

const unknown = "who is the dentist of the florist?";

async function held(origin: Origin): Promise<Reply> {
  await say("meeting start hugging face and openai", origin);
  await say("who founded Hugging Face?", origin);
  await say("who founded OpenAI?", { ...origin, asker: "U2" });
  await say(unknown, origin);
  return say("meeting end", origin);
}

test("a meeting ends with what was asked, what was answered from where, and what is open", async () => {
  const reply = await held(newRoom());
  const recap = recapOf(reply);
  expect(recap.meeting.studies).toEqual(["hugging-face", "openai"]);
  expect(recap.asked).toBe(3);
  expect(recap.answered.map(({ question }) => question)).toEqual(["who founded Hugging Face?", "who founded OpenAI?"]);
  expect(recap.answered[0]?.answer).toContain("Delangue");
  expect(recap.unanswered).toMatchObject([{ question: unknown, owner: "" }]);
  expect(recap.cited).toEqual(["hugging-face", "openai"]);
  expect(reply.sources.length).toBeGreaterThan(0);
  expect(dispatch.isPublic(dispatch.read("meeting end", newRoom()))).toBe(true);
});

test("an open question's owner is picked from a menu, or typed, and stands in the next recap", async () => {
  const origin = newRoom();
  const lines = pickable(await held(origin));
  const legal = lines.find((line) => line.includes("owner:Legal")) ?? "";
  expect(await say(legal, { ...origin, via: "click" })).toMatchObject({ ok: true, data: { owner: "Legal" } });
  expect(recapOf(await say("meeting end", origin)).unanswered).toMatchObject([{ owner: "Legal" }]);
  const mine = lines.find((line) => line.includes("owner:me")) ?? "";
  expect(await say(mine, { ...origin, via: "click" })).toMatchObject({ data: { owner: "Ann" } });
  const typed = `${mine.replace(/ owner:.*/, "")} owner="Bo from legal"`;
  expect(await say(typed, { ...origin, via: "form" })).toMatchObject({ data: { owner: "Bo from legal" } });
});

test("the export is Markdown with numbered sources, and says nothing that calls people or becomes markup", async () => {
  const origin = newRoom();
  await say("meeting start", origin);
  await say("who founded Hugging Face?", origin);
  await say("is *this* [a](http://x.example) question for @channel, <!here> `dentist`?", origin);
  await say("meeting end", origin);
  const reply = await say("meeting export", origin);
  const { markdown } = z.object({ markdown: z.string() }).parse(reply.data);
  expect(reply.parts).toEqual([{ kind: "document", name: "meeting-notes.md", text: markdown }]);
  expect(markdown).toMatch(/^# Meeting notes\n/);
  expect(markdown).toMatch(/- \*\*who founded Hugging Face\?\*\* .*\(as of [\w ]*\d{4}\) \[1\]/);
  const [source] = (await say("meeting end", origin)).sources;
  expect(source?.publisher).toBeTruthy();
  expect(markdown).toContain(
    `## Sources\n\n1. ${source?.title}, ${source?.publisher}, ${formatDate(source?.asOf ?? "")} <${source?.url}>\n`,
  );
  expect(markdown).not.toMatch(/@(channel|here|everyone)|(?<!\\)\[a\]|(?<!\\)<!here/);
});

test("ending again shows the same recap, so that its pages and buttons keep their meaning", async () => {
  const origin = newRoom();
  const first = await held(origin);
  await say("meeting start solana", origin);
  const again = await say(first.line, origin);
  expect(recapOf(again).meeting).toEqual(recapOf(first).meeting);
  expect(await say("meeting status", origin)).toMatchObject({ data: { running: true, answered: 0, unanswered: 0 } });
});

test("starting while a meeting runs shows it instead of beginning another", async () => {
  const origin = newRoom();
  const first = await say("meeting start", origin);
  await say(unknown, origin);
  const { id } = z.object({ meeting: z.object({ id: z.string() }) }).parse(first.data).meeting;
  expect(await say("meeting start openai", origin)).toMatchObject({
    data: { meeting: { id }, running: true, unanswered: 1 },
  });
});

test("starting about another company while a meeting runs turns the meeting to it, and says so", async () => {
  const origin = newRoom();
  await say("meeting start openai", origin);
  const reply = await say("meeting start solana", origin);
  expect(reply.title).toBe("The meeting goes on: OpenAI, Solana");
  expect(JSON.stringify(reply.parts)).toContain("it turns to Solana");
  expect((await say("who founded it?", origin)).line).toContain("about:solana");
  await say("meeting start openai", origin);
  expect((await say("who founded it?", origin)).line).toContain("about:openai");
  expect(recapOf(await say("meeting end", origin)).meeting.studies).toEqual(["openai", "solana"]);
});

test("a case that is opened in a meeting turns it, also where lines stand by themselves", async () => {
  const origin: Origin = { platform: "terminal", via: "command" };
  await say("meeting start openai", origin);
  await say("case solana", origin);
  expect((await say("who founded it?", origin)).line).toContain("about:solana");
  await say("meeting end", origin);
});

test("a thread's meeting is its own, and a channel's covers its threads", async () => {
  const origin = newRoom();
  const thread = { ...origin, thread: "1.1" };
  await say("meeting start", thread);
  await say(unknown, origin);
  expect(await say("meeting status", thread)).toMatchObject({ data: { unanswered: 0 } });
  await say("meeting end", thread);
  await say("meeting start", origin);
  await say(unknown, { ...origin, thread: "2.2" });
  expect(await say("meeting status", origin)).toMatchObject({ data: { unanswered: 1 } });
});

test("another channel or workspace cannot read or change a meeting by its id", async () => {
  const origin = newRoom();
  const { meeting } = recapOf(await held(origin));
  for (const elsewhere of [newRoom(), { ...origin, workspace: "T2" }])
    for (const line of ["meeting end", "meeting export", "meeting own question:x owner:me"])
      expect(await say(`${line} meeting:${meeting.id}`, elsewhere)).toMatchObject({ ok: false });
});

test.each([
  ["meeting end", /No meeting was held here/],
  ["meeting start acme unknown corp", /no entry called/],
  ["meeting dance", /started, looked at, ended and exported/],
])("“%s” in a room without a meeting is refused in words", async (line, says) => {
  const reply = await say(line, newRoom());
  expect(reply.ok).toBe(false);
  expect(JSON.stringify(reply.parts)).toMatch(says);
});

test("where there is no channel a meeting is refused", async () => {
  expect(await say("meeting start", { platform: "slack", via: "click", asker: "U1" })).toMatchObject({ ok: false });
});

test("a recap of a long meeting is drawn on both platforms", async () => {
  const origin = newRoom();
  await say("meeting start", origin);
  for (let i = 0; i < 40; i++) await say(`who is the dentist of florist number ${i}?`, origin);
  await say("who founded Hugging Face?", origin);
  const reply = await say("meeting end", origin);
  expect(recapOf(reply).asked).toBe(41);
  expect(renderSlack(reply).blocks.length).toBeLessThanOrEqual(50);
  expect(JSON.stringify(renderDiscord(reply))).toContain("Meeting recap");
});
