import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { z } from "zod";
import type { Origin } from "#core/invocation.ts";
import { renderDiscord } from "#platforms/discord/render.ts";
import { renderSlack } from "#platforms/slack/render.ts";
import { openReal } from "../real.ts";
import { linesOf, words } from "../said.ts";

const { dispatch, say: inTerminal } = await openReal();
const say = (line: string, origin: Origin) => dispatch.run(dispatch.read(line, origin));

let workspaces = 0;
const newPlace = (): Origin => ({
  platform: "slack",
  via: "command",
  workspace: `T${++workspaces}`,
  channel: "C1",
  thread: "1.1",
  asker: "U1",
});
const listSchema = z.object({
  gaps: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      wordings: z.array(z.string()),
      asked: z.number(),
      waiting: z.number(),
      last: z.string(),
    }),
  ),
  poor: z.array(
    z.object({ question: z.string(), passage: z.string(), times: z.number(), reasons: z.array(z.string()) }),
  ),
});
const list = async (origin: Origin) => listSchema.parse((await say("gaps", origin)).data);

test("unanswered questions are listed once a wording, with how often they were asked and how many wait", async () => {
  const place = newPlace();
  await say("who is the dentist of the florist?", place);
  await say("who's the dentist of that florist?", { ...place, asker: "U2" });
  await say("gaps file who is the dentist of the florist?", { ...place, asker: "U3" });
  await say("which walrus hums deepest?", place);
  const { gaps } = await list(place);
  expect(gaps).toMatchObject([
    { question: "who is the dentist of the florist?", asked: 2, waiting: 1 },
    { question: "which walrus hums deepest?", asked: 1, waiting: 0 },
  ]);
  expect(gaps[0]?.wordings).toHaveLength(2);
});

test("a number closes nothing by itself: it asks whether the gap is meant that has it now", async () => {
  const place = newPlace();
  await say("gaps file which walrus hums deepest?", place);
  await say("gaps file who is the dentist of the florist?", { ...place, asker: "U2" });
  const reply = await say("gaps", place);
  expect(reply.parts[0]).toMatchObject({ kind: "list", ordered: true });
  const [first, second] = (await list(place)).gaps;
  for (const typed of ["2", "#2", "2."]) {
    const asked = await say(`gaps close ${typed}`, place);
    expect(asked).toMatchObject({ ok: true, title: "Close this gap?", data: { state: "asked", id: second?.id } });
    expect(JSON.stringify(asked.parts)).toContain(second?.question);
    expect(JSON.stringify(asked.parts)).toContain(`gaps close ${second?.id}`);
  }
  // The second of the list becomes the first.
  for (const asker of ["U3", "U4"]) await say(`gaps file ${second?.question}`, { ...place, asker });
  expect((await list(place)).gaps[0]?.id).toBe(second?.id);
  const closed = await say(`gaps close ${second?.id}`, place);
  expect(closed).toMatchObject({ title: "Closed", data: { question: second?.question } });
  expect(JSON.stringify(closed.parts)).toContain("File it again");
  expect((await list(place)).gaps).toMatchObject([{ id: first?.id }]);
  for (const number of ["2", "0", "99"])
    expect(JSON.stringify(await say(`gaps close ${number}`, place))).toContain(`There is no open gap “${number}”`);
  expect(JSON.stringify(await say("gaps close", place))).toContain("Which gap should be closed?");
});

test("of more than a hundred gaps a hundred are shown, and how many more there are", async () => {
  const place = newPlace();
  // Words that nobody would take for wordings of each other.
  const unlike = Array.from({ length: 104 }, (_, i) =>
    createHash("sha256").update(String(i)).digest("hex").replace(/\d/g, "").slice(0, 14),
  );
  for (const word of unlike) await say(`gaps file ${word}?`, place);
  const reply = await say("gaps", place);
  const [shown, more] = reply.parts;
  expect(shown?.kind === "list" && shown.items).toHaveLength(100);
  expect(JSON.stringify(more)).toContain(`${unlike.length - 100} more come up`);
  expect((await list(place)).gaps).toHaveLength(unlike.length);
});

test("a question that was filed has been asked, by as many as wait for it at least", async () => {
  const place = newPlace();
  const filed = await say("gaps file which walrus hums deepest?", place);
  expect(filed).toMatchObject({ data: { asked: 1, waiting: 1 } });
  expect(JSON.stringify(await say("gaps", place))).toMatch(/Asked once, last on [^;]+; 1 person waits/);
  await say("gaps file which walrus hums deepest?", { ...place, asker: "U2" });
  expect((await list(place)).gaps).toMatchObject([{ asked: 2, waiting: 2 }]);
});

test("the list names nobody", async () => {
  const place = { ...newPlace(), asker: "USECRET" };
  await say("gaps file which walrus hums deepest?", place);
  expect(JSON.stringify(await say("gaps", place))).not.toContain("USECRET");
});

test("closing a gap closes all its wordings; asking again in vain brings it back", async () => {
  const place = newPlace();
  await say("which walrus hums deepest?", place);
  await say("deepest humming walrus: which?", place);
  const { gaps } = await list(place);
  expect(await say(`gaps close ${gaps[0]?.id}`, place)).toMatchObject({ ok: true, data: { closed: 2 } });
  expect((await list(place)).gaps).toEqual([]);
  expect(await say(`gaps close ${gaps[0]?.id}`, place)).toMatchObject({ ok: false });
  await say("which walrus hums deepest?", place);
  expect((await list(place)).gaps).toMatchObject([{ asked: 1 }]);
});

test("closing says how many wait, and that they are told all the same", async () => {
  const place = newPlace();
  await say("gaps file which walrus hums deepest?", place);
  await say("gaps file which walrus hums deepest?", { ...place, asker: "U2" });
  const [gap] = (await list(place)).gaps;
  const told = "2 people wait for the answer. All are still told once the casebook has it.";
  expect(words(await say("gaps close 1", place))).toContain(told);
  const closed = await say(`gaps close ${gap?.id}`, place);
  expect(closed).toMatchObject({ title: "Closed", data: { waiting: 2 } });
  expect(words(closed)).toContain(told);
  await say("which walrus hums deepest?", place);
  expect((await list(place)).gaps).toMatchObject([{ waiting: 2 }]);
});

test("a workspace sees and closes its own gaps alone; a terminal sees all", async () => {
  const [one, two] = [newPlace(), newPlace()];
  await say("which walrus hums deepest of the herd?", one);
  const [gap] = (await list(one)).gaps;
  expect((await list(two)).gaps).toEqual([]);
  expect(await say(`gaps close ${gap?.id}`, two)).toMatchObject({ ok: false });
  expect(JSON.stringify((await inTerminal("gaps")).data)).toContain("of the herd");
});

test("on Discord only those who may manage the server see the list and close; anybody may file", async () => {
  const place: Origin = { ...newPlace(), platform: "discord" };
  const [member, admin] = [
    { ...place, admin: false },
    { ...place, admin: true },
  ];
  expect(await say("gaps file which walrus hums deepest?", member)).toMatchObject({ ok: true, data: { waiting: 1 } });
  const [gap] = (await list(admin)).gaps;
  for (const line of ["gaps", `gaps close ${gap?.id}`]) {
    expect(await say(line, member)).toMatchObject({ ok: false });
    expect(await say(line, admin)).toMatchObject({ ok: true });
  }
});

test.each(["slack", "discord"] as const)(
  "what somebody asked in private is not told to those who read along: mentioned on %s, the list is a button away",
  async (platform) => {
    const place: Origin = { ...newPlace(), platform, admin: true };
    await say("which walrus hums secretly?", place);
    const [gap] = (await list(place)).gaps;
    const mention: Origin = { ...place, via: "mention", asker: "U3" };
    for (const line of ["gaps", "gaps list", "gaps close 1", `gaps close ${gap?.id}`, "gaps share:yes"]) {
      const reply = await say(line, mention);
      expect(reply).toMatchObject({ ok: true, data: { state: "private" } });
      expect(JSON.stringify(reply)).not.toContain("walrus");
    }
    const [button = ""] = linesOf(await say("gaps", mention));
    expect(dispatch.isPublic(dispatch.read(button, { ...mention, via: "click" }))).toBe(false);
    expect(JSON.stringify(await say(button, { ...mention, via: "click" }))).toContain("walrus");
    const [closing = ""] = linesOf(await say(`gaps close ${gap?.id}`, mention));
    expect(await say(closing, { ...mention, via: "click" })).toMatchObject({ title: "Closed" });
  },
);

test("a mention in a direct message shows the list: nobody reads along", async () => {
  const place: Origin = { ...newPlace(), via: "direct", direct: true };
  await say("which walrus hums deepest?", place);
  expect((await list(place)).gaps).toHaveLength(1);
});

test("neither the list nor what is filed, closed or rated is anybody's to share", async () => {
  const place = newPlace();
  const filed = await say("gaps file which walrus hums deepest?", place);
  const [gap] = (await list(place)).gaps;
  const lines = [
    "gaps",
    `gaps close ${gap?.id}`,
    'rate no solana#risks/1 question:"who pays?"',
    "rate yes solana#risks/1",
    "casebook privacy",
    "casebook forget-me",
  ];
  for (const reply of [filed, ...(await Promise.all(lines.map((line) => say(line, place))))]) {
    expect(reply.ok).toBe(true);
    expect(JSON.stringify(renderSlack(reply).blocks)).not.toContain("Share");
    expect(JSON.stringify(renderDiscord(reply).components)).not.toContain("Share");
  }
  for (const line of ["gaps share:yes", "rate no solana#risks/1 share:yes"])
    expect(dispatch.isPublic(dispatch.read(line, place))).toBe(false);
});

test("a Slack workspace is of colleagues: where the settings name nobody, a member sees the list", async () => {
  expect(await say("gaps", { ...newPlace(), admin: false })).toMatchObject({ ok: true });
});

test("in a direct message on Discord there is no list, because strangers share none; a gap can be filed", async () => {
  const direct = (asker: string): Origin => ({
    ...{ platform: "discord", via: "direct", direct: true, channel: `D${asker}`, asker },
  });
  await say("gaps file which zebra barks privately?", direct("U1"));
  const reply = await say("gaps", direct("U2"));
  expect(reply).toMatchObject({ ok: false });
  expect(JSON.stringify(reply)).not.toContain("privately");
  expect(JSON.stringify(reply.parts)).toContain("each server has its own");
  const all = listSchema.parse((await inTerminal("gaps")).data).gaps;
  const { id } = all.find(({ question }) => question.includes("privately")) ?? {};
  expect(await say(`gaps close ${id}`, direct("U2"))).toMatchObject({ ok: false });
  expect(JSON.stringify((await inTerminal("gaps")).data)).toContain("privately");
});

test("a digest never posts the list: whoever comes by would read it", async () => {
  const admin: Origin = { ...newPlace(), platform: "discord", admin: true };
  expect(await say("digest subscribe weekdays 09:00 gaps", admin)).toMatchObject({ ok: false });
  expect(await say("gaps", { ...newPlace(), platform: "schedule", via: "schedule" })).toMatchObject({ ok: false });
});

test("where the settings name who keeps the casebook, only they see the list, in Slack too", async () => {
  const kept = await openReal({ MAINTAINERS: ["admins", "U9"] });
  const run = (who: Partial<Origin>) => kept.dispatch.run(kept.dispatch.read("gaps", { ...newPlace(), ...who }));
  expect(await run({ asker: "U1" })).toMatchObject({ ok: false });
  expect(await run({ asker: undefined })).toMatchObject({ ok: false });
  expect(await run({ asker: "U9" })).toMatchObject({ ok: true });
  expect(await run({ platform: "discord", asker: "U2", admin: true })).toMatchObject({ ok: true });
  expect(await kept.say("gaps")).toMatchObject({ ok: true });
});

test.each<[Partial<Origin>, string]>([
  [{}, "in this thread"],
  [{ thread: undefined, direct: true } as Partial<Origin>, "here, once"],
  [{ thread: "" }, "in a direct message"],
  [{ thread: "", platform: "discord" }, "in this channel"],
])("whoever files from %o is promised to be told %s", async (where, promise) => {
  const reply = await say("gaps file which walrus hums deepest?", { ...newPlace(), ...where });
  expect(JSON.stringify(reply.parts)).toContain(promise);
});

test("where the bot may not post, nobody is promised to be told", async () => {
  const shut = "I am only a guest in this conversation, so I cannot post here.";
  const reply = await say("gaps file which walrus hums lowest?", { ...newPlace(), platform: "discord", shut });
  expect(reply.title).toBe("Filed");
  expect(JSON.stringify(reply.parts)).not.toContain("I say so");
});

test("a question that is none is not filed", async () => {
  expect(await say("gaps file ???", newPlace())).toMatchObject({ ok: false });
});

test("answers that did not help are listed with their reasons", async () => {
  const place = newPlace();
  await say('rate no solana#risks/1 question:"who pays?"', place);
  await say('rate no solana#risks/1 question:"who pays?" reason:"out of date"', place);
  await say('rate no solana#risks/1 question:"who pays?"', { ...place, asker: "U2" });
  expect((await list(place)).poor).toEqual([
    { question: "who pays?", passage: "solana#risks/1", times: 2, reasons: ["out of date"] },
  ]);
});

test("badly rated answers to one question stand together, can be opened, and are ticked off", async () => {
  const place = newPlace();
  for (const [i, question] of ["who founded openai?", "who founded open ai", "founders of openai"].entries())
    await say(`rate no openai#glance/1 question:"${question}"`, { ...place, asker: `U${i}` });
  await say('rate no openai#glance/1 question:"when was openai founded?"', place);
  const { poor } = await list(place);
  expect(poor.map(({ times }) => times)).toEqual([3, 1]);
  const reply = await say("gaps", place);
  const menus = reply.parts.flatMap((part) => (part.kind === "select" ? [part] : []));
  const lines = (placeholder: string) =>
    menus.flatMap((menu) => (menu.placeholder === placeholder ? menu.options.map(({ line }) => line) : []));
  const [open = ""] = lines("Open an answer");
  expect(await say(open, place)).toMatchObject({ ok: true, command: "case" });
  const [tickOff = ""] = lines("Tick off an answer");
  expect(await say(tickOff, newPlace())).toMatchObject({ ok: false });
  expect(await say(tickOff, place)).toMatchObject({ ok: true, title: "Ticked off" });
  expect((await list(place)).poor.map(({ question }) => question)).toEqual(["when was openai founded?"]);
  await say('rate no openai#glance/1 question:"founders of openai"', place);
  expect((await list(place)).poor).toHaveLength(2);
});

test("forget-me takes the gap that a person asked and filed, and leaves what others asked or filed too", async () => {
  const place = newPlace();
  for (const line of [
    "who waters the cactus of the ambassador?",
    "who audits the moon?",
    "who is the dentist of the florist?",
  ]) {
    await say(line, place);
    await say(`gaps file ${line}`, place);
  }
  await say("who audits the moon?", { ...place, asker: "U2" });
  await say("gaps file who is the dentist of the florist?", { ...place, asker: "U2" });
  await say("who paints the lighthouse of Utopia?", { ...place, asker: "U2" });
  await say("casebook forget-me", place);
  expect((await list(place)).gaps.map(({ question, waiting }) => [question, waiting]).sort()).toEqual([
    ["who audits the moon?", 0],
    ["who is the dentist of the florist?", 1],
    ["who paints the lighthouse of Utopia?", 0],
  ]);
});

test("forget-me takes a person's filings and ratings out of the list", async () => {
  const place = newPlace();
  await say("gaps file which walrus hums deepest?", place);
  await say('rate no solana#risks/1 question:"who pays?"', place);
  expect(await say("casebook forget-me", place)).toMatchObject({ ok: true, data: { deleted: 2 } });
  expect(await list(place)).toEqual({ gaps: [], poor: [] });
  expect(await inTerminal("casebook forget-me")).toMatchObject({ ok: false });
});
