import { expect, test } from "vitest";
import { z } from "zod";
import type { Origin } from "#core/invocation.ts";
import { plain, type Reply } from "#core/reply.ts";
import { renderDiscord } from "#platforms/discord/render.ts";
import { renderSlack } from "#platforms/slack/render.ts";
import { formatDate } from "#present/dates.ts";
import { openReal } from "../real.ts";
import { linesOf, words } from "../said.ts";

/** Milliseconds by which the clock is ahead. */
let ahead = 0;
const { dispatch } = await openReal({}, { now: () => new Date(Date.now() + ahead) });

let rooms = 0;
const hour = 3_600_000;
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
  expect(recapOf(await say("meeting recap", origin)).unanswered).toMatchObject([{ owner: "Legal" }]);
  const mine = lines.find((line) => line.includes("owner:me")) ?? "";
  expect(await say(mine, { ...origin, via: "click" })).toMatchObject({ data: { owner: "Ann" } });
  const typed = `${mine.replace(/ owner:.*/, "")} owner="Bo from legal"`;
  expect(await say(typed, { ...origin, via: "form" })).toMatchObject({ data: { owner: "Bo from legal" } });
});

test("an owner is named by typing, by the number of the open point in the recap", async () => {
  const origin = newRoom();
  await say("meeting start", origin);
  await say(unknown, origin);
  await say("who is the barber of the florist?", origin);
  for (const [line, question, owner] of [
    ["meeting assign 1 Anna", unknown, "Anna"],
    ["meeting own 1st Anna", unknown, "Anna"],
    ["meeting owner 2 to Bo from legal", "who is the barber of the florist?", "Bo from legal"],
    ["meeting own owner:Finance question:1", unknown, "Finance"],
  ] as const) {
    expect(await say(line, origin)).toMatchObject({ ok: true, data: { owner } });
    expect(recapOf(await say("meeting recap", origin)).unanswered).toContainEqual(
      expect.objectContaining({ question, owner }),
    );
  }
});

test("of one open point the owner's name is enough, and what lacks is said with an example", async () => {
  const origin = newRoom();
  await held(origin);
  expect(await say("meeting own Anna", origin)).toMatchObject({ ok: true, data: { owner: "Anna" } });
  const parts = async (line: string) => JSON.stringify((await say(line, origin)).parts);
  expect(await parts("meeting owner")).toMatch(/number in the recap.*meeting own 1 Anna/);
  expect(await parts("meeting own 7 Anna")).toMatch(/numbered 1 to 1.*meeting own 1 Anna/);
  expect(await parts("meeting dance")).toContain("meeting own 1 Anna");
});

test("what was looked up by a command stands in the recap, and is shown whole", async () => {
  const origin = newRoom();
  await say("meeting start mistral", origin);
  const shown = await say("compare solana and arbitrum", origin);
  expect(shown.parts.some(({ kind }) => kind === "table")).toBe(true);
  await say("glossary co-sell", origin);
  await say("case openai risks", { ...origin, via: "click" });
  await say("casebook status", origin);
  const { answered, cited } = recapOf(await say("meeting end", origin));
  expect(answered).toMatchObject([
    { question: "/compare solana and arbitrum", answer: "Solana v. Arbitrum" },
    { question: "/glossary co-sell", answer: expect.stringContaining("work one customer together") },
  ]);
  expect(cited).toEqual(["solana", "glossary"]);
});

test("answers in a meeting are short, also those of tables and of lists, and cite three sources at most", async () => {
  const origin = newRoom();
  await say("meeting start mistral", origin);
  for (const line of ["who are their partners?", "who is their CEO?", "who are the CEOs of mistral and openai?"]) {
    const reply = await say(line, origin);
    const [said] = reply.parts;
    expect(said?.kind === "text" && plain(said.text).length).toBeLessThan(300);
    expect(reply.sources.length).toBeLessThanOrEqual(3);
  }
  const recap = await say("meeting end", origin);
  expect(recap.sources.length).toBeLessThanOrEqual(9);
  expect(recapOf(recap).answered[0]?.answer).toMatch(/^Microsoft; ASML; .*\(and 6 more\)$/);
});

test("the recap tells no post's holder by another: who is not said to be the CTO", async () => {
  const origin = newRoom();
  await say("meeting start mistral", origin);
  await say("compare mistral and openai on revenue", origin);
  await say("who is their CTO?", origin);
  const { answered } = recapOf(await say("meeting end", origin));
  expect(answered[1]).toMatchObject({
    question: "who is Mistral AI's and OpenAI's CTO?",
    answer: "Founders: Mistral AI Timothée Lacroix (CTO); OpenAI not said",
  });
});

test("a question about two companies has a line, a source and a cited case of each, in the reply, the recap and the notes", async () => {
  const origin = newRoom();
  await say("meeting start mistral and openai", origin);
  const both = /^OpenAI: ChatGPT subscriptions.* Anthropic: It charges developers/;
  const reply = await say("how do OpenAI and Anthropic make money?", origin);
  expect(words(reply)).toMatch(both);
  const behind = ({ sources }: Reply) => new Set(sources.map(({ id }) => id.split("/")[0]));
  expect(behind(reply)).toEqual(new Set(["openai", "anthropic"]));
  expect(linesOf(reply)[0]).toBe("compare openai anthropic");
  const recap = await say("meeting end", origin);
  const { answered, cited, markdown } = recapOf(recap);
  expect(answered[0]?.answer).toMatch(both);
  expect(cited).toEqual(["openai", "anthropic"]);
  expect(behind(recap)).toEqual(new Set(["openai", "anthropic"]));
  expect(markdown).toMatch(/OpenAI: ChatGPT subscriptions.* Anthropic: It charges developers.* \[1\] \[2\]\n/);
});

test("what an answer says of itself stands in the recap too: that it may not fit, and of whom nothing tells it", async () => {
  const origin = newRoom();
  await say("meeting start", origin);
  await say("how long does procurement take at Worldcoin?", origin);
  await say("why did Hugging Face and Mistral leave the chatbot business?", origin);
  const { answered, markdown } = recapOf(await say("meeting end", origin));
  expect(answered[0]?.answer).toMatch(/This is the nearest the casebook has; check that it fits your question\.$/);
  expect(answered[1]?.answer).toMatch(/Nothing here tells it of Mistral AI\.$/);
  expect(markdown).toContain("check that it fits your question");
});

test("remarks that are no question of the trade are refused politely and leave nothing open", async () => {
  const origin = newRoom();
  await say("meeting start mistral", origin);
  await say("compare mistral openai", origin);
  for (const remark of ["hello", "thanks", "what's for lunch?", "what is the weather?", "ok let's move on"])
    expect(JSON.stringify((await say(remark, origin)).parts)).not.toContain("open point");
  expect(await say("they are really slow aren't they", origin)).toMatchObject({ ok: false, sources: [] });
  const recap = recapOf(await say("meeting end", origin));
  expect(recap.unanswered).toEqual([]);
  expect(recap.answered).toHaveLength(1);
});

test("what people in a meeting say to each other is no open point, whatever the meeting is about", async () => {
  const origin = newRoom();
  await say("meeting start hugging-face openai", origin);
  for (const said of [
    "I disagree with Ann",
    "Dana will follow up",
    "let's move on to pricing",
    "@dana can you check the slides",
    "can you share the slides?",
    "who has the action item?",
  ])
    expect(words(await say(said, origin))).not.toContain("open point.");
  expect(recapOf(await say("meeting end", origin))).toMatchObject({ asked: 0, unanswered: [] });
});

test("a deal that was lost or won is the own firm's, so that it stays open; what a company lost is told", async () => {
  const origin = newRoom();
  await say("meeting start openai, anthropic and mistral", origin);
  for (const asked of ["why did they lose the deal?", "who won the bid?"])
    expect(await say(asked, origin)).toMatchObject({ ok: false, data: { refused: "ours" } });
  expect(await say("how much money did OpenAI lose?", origin)).toMatchObject({ ok: true });
  const { answered, unanswered } = recapOf(await say("meeting end", origin));
  expect(answered).toHaveLength(1);
  expect(unanswered).toHaveLength(2);
});

test("who has no entry is said to be left out of what a meeting is about", async () => {
  const origin = newRoom();
  const reply = await say("meeting start openai and microsoft", origin);
  expect(reply.title).toBe("Meeting mode is on: OpenAI");
  expect(JSON.stringify(reply.parts)).toContain("no entry called “microsoft”");
  const around = await say("meeting start about our partnership with OpenAI", { ...origin, thread: "9" });
  expect(JSON.stringify(around.parts)).not.toContain("no entry called");
  expect(JSON.stringify((await say("meeting start solana, ibm and hp", origin)).parts)).toContain("“ibm” or “hp”");
  const recap = await say("meeting end", origin);
  expect(recap.title).toBe("Meeting recap: OpenAI, Solana");
  expect(JSON.stringify(recap.parts)).toMatch(/Began \d{1,2} \w{3} \d{4}, \d\d:\d\d UTC/);
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
  const [source] = (await say("meeting recap", origin)).sources;
  expect(source?.publisher).toBeTruthy();
  expect(markdown).toContain(
    `## Sources\n\n1. ${source?.title}, ${source?.publisher}, ${formatDate(source?.asOf ?? "")} <${source?.url}>\n`,
  );
  expect(markdown).not.toMatch(/@(channel|here|everyone)|(?<!\\)\[a\]|(?<!\\)<!here/);
});

test("the line of a recap shows the same again, so that its pages and buttons keep their meaning", async () => {
  const origin = newRoom();
  const first = await held(origin);
  await say("meeting start solana", origin);
  const again = await say(first.line, origin);
  expect(recapOf(again).meeting).toEqual(recapOf(first).meeting);
  expect(await say("meeting status", origin)).toMatchObject({ data: { running: true, answered: 0, unanswered: 0 } });
});

test("a meeting ends once: whoever ends it again is told that it is over, with the way to its recap", async () => {
  const origin = newRoom();
  const begun = await say("meeting start openai", origin);
  const endLine = linesOf(begun).find((line) => line.startsWith("meeting end")) ?? "";
  const first = await say("meeting end", origin);
  for (const line of ["meeting end", "meeting stop", endLine]) {
    const again = await say(line, origin);
    expect(again).toMatchObject({ ok: true, title: "The last meeting here is over", data: { running: false } });
    const recap = linesOf(again).find((offered) => offered.startsWith("meeting recap")) ?? "";
    expect(recapOf(await say(recap, origin)).meeting).toEqual(recapOf(first).meeting);
  }
});

test("a line that ends a meeting by its id later shows the recap, as the buttons and pages of older recaps say it", async () => {
  const origin = newRoom();
  const recap = await held(origin);
  const { id } = recapOf(recap).meeting;
  ahead += 2 * hour;
  expect(recapOf(await say(`meeting end meeting:${id}`, origin))).toMatchObject({ meeting: recapOf(recap).meeting });
  expect(await say("meeting end", origin)).toMatchObject({ title: "The last meeting here is over" });
  await say("meeting start solana", origin);
  expect(recapOf(await say(`meeting end meeting:${id}`, origin)).meeting.id).toBe(id);
  expect(await say("meeting status", origin)).toMatchObject({ data: { running: true } });
});

test("a line that showed a recap when it was posted does so later, and its pages do", async () => {
  const origin = newRoom();
  const begun = await say("meeting start openai", origin);
  const endLine = linesOf(begun).find((line) => line.startsWith("meeting end")) ?? "";
  const { meeting } = recapOf(await say("meeting end", origin));
  expect(recapOf(await say(`${endLine} page:2`, origin)).meeting).toEqual(meeting);
  ahead += 2 * hour;
  expect(recapOf(await say(endLine, origin)).meeting).toEqual(meeting);
});

test("what was asked and is nothing to look up stands in the recap without an owner, small talk and private matters do not", async () => {
  const origin = newRoom();
  await say("meeting start openai", origin);
  const asked = ["who will win the world cup?", "when is lunch", "what did Dana say about the price last week?"];
  for (const line of [...asked, "thanks", "one sec", "what is Sam Altman's home address?"]) await say(line, origin);
  const recap = await say("meeting end", origin);
  expect(recap.data).toMatchObject({
    asked: 3,
    unanswered: [{ question: asked[2] }],
    turnedAway: [{ question: asked[0] }, { question: asked[1] }],
  });
  expect(words(recap)).toContain("3 questions: 0 answered, 1 not, 2 not looked up");
  expect(recapOf(recap).markdown).toContain(`## Not looked up\n\n- ${asked[0]}\n- ${asked[1]}\n`);
  expect(pickable(recap).filter((line) => line.includes("owner:me"))).toHaveLength(1);
});

test("what a meeting left open stands before what was answered, on the page of its menus", async () => {
  const origin = newRoom();
  await say("meeting start hugging-face openai", origin);
  for (const of of ["Hugging Face", "OpenAI", "Mistral", "Anthropic", "Solana", "Databricks"])
    for (const asked of ["who founded", "what is the valuation of", "how many employees work at"])
      await say(`${asked} ${of}?`, origin);
  await say(unknown, origin);
  const drawn = JSON.stringify(renderSlack(await say("meeting end", origin)).blocks);
  expect(drawn.indexOf("Not answered")).toBeGreaterThan(0);
  expect(drawn.indexOf("Not answered")).toBeLessThan(drawn.indexOf("Answered"));
  expect(drawn).toContain(`Owner: ${unknown}`);
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

test("a meeting that a mention begins in a channel is the channel's, though its answer stands in a thread", async () => {
  const origin = newRoom();
  const mention = (thread: string): Origin => ({ ...origin, via: "mention", thread, opens: true });
  const begun = await say("meeting start openai", mention("1.1"));
  expect(words(begun)).toContain("in this channel and its threads");
  expect((await say("who founded it?", mention("2.2"))).line).toContain("about:openai");
  expect(await say("meeting status", origin)).toMatchObject({ data: { running: true, answered: 1 } });
  expect(recapOf(await say("meeting end", origin)).meeting.studies).toEqual(["openai"]);
});

test("from a channel without a meeting of its own the only one in a thread is found, and of several none is guessed", async () => {
  const origin = newRoom();
  await say("meeting start openai", { ...origin, thread: "1.1" });
  expect((await say("meeting status", origin)).title).toBe("A meeting is running in a thread");
  await say("meeting start solana", { ...origin, thread: "2.2" });
  const refused = await say("meeting end", origin);
  expect(refused.ok).toBe(false);
  expect(words(refused)).toContain("each is ended in its own");
  await say("meeting end", { ...origin, thread: "1.1" });
  const other = await say("meeting end", origin);
  expect(other).toMatchObject({ title: "A meeting is running in a thread", data: { running: true } });
  const end = linesOf(other).find((line) => line.startsWith("meeting end meeting:")) ?? "";
  expect(recapOf(await say(end, origin)).meeting.studies).toEqual(["solana"]);
});

test("what is said of a meeting in a channel leaves those of its threads alone on Discord, where they may be private", async () => {
  const origin: Origin = { ...newRoom(), platform: "discord" };
  await say("meeting start openai", { ...origin, thread: "1" });
  for (const line of ["meeting end", "meeting export", "meeting status", "meeting own 1 me"])
    expect(words(await say(line, origin))).toContain("No meeting was held here yet.");
});

test("while meetings run in threads of a channel, its last one is not ended again", async () => {
  const origin = newRoom();
  await held(origin);
  for (const thread of ["1.1", "2.2"]) await say("meeting start openai", { ...origin, thread });
  expect(words(await say("meeting end", origin))).toContain("each is ended in its own");
});

test("a meeting that nobody ended is over after twelve hours, and comes back behind no newer one", async () => {
  const origin = newRoom();
  await say("meeting start openai", origin);
  ahead += 13 * hour;
  const over = { title: "The last meeting here is over", data: { running: false } };
  expect(await say("meeting status", origin)).toMatchObject(over);
  const { startedAt, endedAt } = recapOf(await say("meeting end", origin)).meeting;
  expect(Date.parse(endedAt) - Date.parse(startedAt)).toBe(12 * hour);
  await say("meeting start mistral", origin);
  ahead += 13 * hour;
  await say("meeting start solana", origin);
  for (const line of ["meeting end", "meeting recap"])
    expect(recapOf(await say(line, origin)).meeting.studies).toEqual(["solana"]);
});

test("an owner is taken off again, and the open point has its menu back", async () => {
  const origin = newRoom();
  await held(origin);
  await say("meeting own 1 me", origin);
  expect(pickable(await say("meeting recap", origin))).toEqual([]);
  const reply = await say("meeting own 1 nobody", origin);
  expect(reply).toMatchObject({ ok: true, title: "It has no owner now", data: { owner: "" } });
  const recap = await say("meeting recap", origin);
  expect(recapOf(recap).unanswered).toMatchObject([{ owner: "" }]);
  expect(pickable(recap).length).toBeGreaterThan(0);
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
