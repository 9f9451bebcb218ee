import { expect, test } from "vitest";
import { z } from "zod";
import type { Origin } from "#core/invocation.ts";
import { openReal } from "../real.ts";

const { dispatch, say: inTerminal } = await openReal();
const listed = z.object({
  subscriptions: z.array(
    z.object({
      ...{ id: z.string(), line: z.string(), schedule: z.string(), zone: z.string(), next: z.iso.datetime() },
      paused: z.boolean(),
    }),
  ),
});
const previewed = z.object({
  items: z.array(z.object({ id: z.string(), kind: z.string() })),
  since: z.iso.datetime(),
  empty: z.boolean(),
});

let channels = 0;
/** Somebody in a channel of their own. */
function inChannel(more: Partial<Origin> = {}) {
  const channel = `C${++channels}`;
  const origin: Origin = { ...{ platform: "slack", via: "command", workspace: "T1", channel, asker: "U1" }, ...more };
  return (line: string, as: Partial<Origin> = {}) => dispatch.run(dispatch.read(line, { ...origin, ...as }));
}
const onlyOf = async (say: ReturnType<typeof inChannel>) => {
  const [only] = listed.parse((await say("digest list")).data).subscriptions;
  if (!only) throw new Error("no subscription");
  return only;
};

test("a subscription is set up in plain words and listed with its next time", async () => {
  const say = inChannel();
  expect((await say("digest subscribe weekdays 09:00 Europe/Paris ai")).ok).toBe(true);
  expect(await onlyOf(say)).toMatchObject({
    line: "digest ai",
    schedule: "weekdays 09:00",
    zone: "Europe/Paris",
    paused: false,
  });
  expect(listed.parse((await inChannel()("digest list")).data).subscriptions).toEqual([]);
});

test.each([
  ['digest every monday 9:00 "case hugging-face lessons"', "case hugging-face lessons", "every monday 09:00"],
  ["digest every monday 9:00 stat", "stat", "every monday 09:00"],
  ['digest every monday 9:00 "case random lesson"', "case random lesson", "every monday 09:00"],
  ["digest subscribe cron 0 9 * * 1-5 stat", "stat", "cron 0 9 * * 1-5"],
  ["digest daily 8am ai ai", "digest ai", "daily 08:00"],
  ["digest daily 8am hugging face", "digest hugging-face", "daily 08:00"],
  ["digest weekdays 09:00 new york", "digest", "weekdays 09:00"],
  ["digest subscribe schedule=“weekdays 09:00” zone=Asia/Tokyo line=ai", "digest ai", "weekdays 09:00"],
  ["digest subscribe every 1st and 15th 9:00 ai", "digest ai", "monthly 1 and 15 09:00"],
  ["digest hourly on weekdays stat", "stat", "hourly on weekdays"],
  [
    "digest first and third monday of the month at 10 ai",
    "digest ai",
    "every first and third monday of the month 10:00",
  ],
  ["digest subscribe 0 9 * * MON ai", "digest ai", "cron 0 9 * * MON"],
  ["digest weekdays 9:00 first meeting", "digest first-partner-meeting", "weekdays 09:00"],
])("%s subscribes to “%s”, %s", async (typed, line, schedule) => {
  const say = inChannel();
  const reply = await say(typed);
  expect(reply.ok, JSON.stringify(reply.parts)).toBe(true);
  expect(await onlyOf(say)).toMatchObject({ line, schedule });
});

test.each([
  ["digest every blursday 9:00", "blursday"],
  ["digest subscribe weekdays 25:00", "25:00"],
  ["digest subscribe weekdays 09:00 Europe/Pariss", "Europe/Paris"],
  ["digest subscribe weekdays 09:00 +02:00", "time zone"],
  ["digest add weekdays 10:30 Europe/Pariss ai solana", "digest subscribe weekdays 10:30 Europe/Paris ai solana"],
  ["digest add weekdays 10:30 ai zone=Europe/Pariss", "digest subscribe weekdays 10:30 Europe/Paris ai"],
  ['digest add daily 8am Europe/Pariss "case solana"', 'digest subscribe daily 08:00 Europe/Paris \\"case solana'],
  ["digest subscribe schedule=“daily 8am” zone=Asia/Tokio line=web3", "digest subscribe daily 08:00 Asia/Tokyo web3"],
  ["digest add daily 8am Europe/Pariss zzzqqq", "digest subscribe daily 08:00 Europe/Paris"],
  ["digest subscribe cron 0 0 30 2 *", "never comes round"],
  ["digest subscribe cron * * * * *", "five minutes"],
  ['digest every monday 9:00 "case no-such-study"', "no-such-study"],
  ['digest every monday 9:00 "case huging-fce-x lessons"', "hugging-face"],
  ["digest weekdays 9:00 zzzqqq", "zzzqqq"],
  ["digest subscribe ai", "no day or time"],
  ["digest subscribe every minute", "every minute” would post more than once in five minutes"],
  ["digest subscribe every 3 minutes ai", "digest subscribe daily 09:00"],
  ["digest subscribe every 7 minutes", "does not come out even in an hour"],
  ["digest subscribe every 5 hours ai", "every 4 hours"],
  ["digest subscribe every 90 minutes", "hourly"],
  ['digest every monday 9:00 "bogus line"', "no command, niche, study, role, theme or time zone called “bogus”"],
  ['digest every monday 9:00 "/bogus line"', "digest subscribe every monday 09:00 ai"],
  ["digest subscribe weekdays 09:00 Europe/Paris hugin", "digest subscribe weekdays 09:00 hugging-face"],
  ["digest every 2 weeks on monday 9:00", "digest subscribe every monday 09:00"],
  ["digest subscribe every first monday and thursday 10:00 ai", "do not go together"],
  ["digest every monday 9:00 and friday 10:00", "Set up one for each: “every monday 09:00”, “every friday 10:00”"],
  ["digest every second monday 9:00", "digest subscribe every second monday of the month 09:00"],
  ["digest tomorrow 9", "again and again"],
  ["digest twice a week", "leaves open"],
  ["digest quarterly", "cron 0 9 1 1,4,7,10 *"],
  ["digest subscribe cron 0 0 9 * * 1", "digest subscribe cron 0 9 * * 1"],
  ["digest subscribe every constructor monday 9:00", "“constructor” is no day or time I know"],
  ["digest weekdays 9:00 EST ai", "digest subscribe weekdays 09:00 America/New_York ai"],
  ["digest weekdays 9:00 Berlin ai zone=Europe/Paris", "Europe/Paris and Europe/Berlin: which one?"],
  ["digest weekdays 9:00 in EST ai", "digest subscribe weekdays 09:00 America/New_York ai"],
  ["digest subscribe schedule=“daily 9:00 unless closed” line=ai", "“unless closed” is no schedule or time zone"],
  ["digest subscribe weekdays 9:00 hugging-face line=ai", "digest subscribe weekdays 09:00 ai"],
  ["digest weekdays 9:00 springfield", "or time zone called “springfield”"],
  ["digest monday", "Understood: monday"],
])("%s is refused at once, with an example that works", async (typed, says) => {
  const say = inChannel();
  const reply = await say(typed);
  expect(reply.ok).toBe(false);
  expect(JSON.stringify(reply.parts)).toContain(says);
  const example = /"code","text":"((?:[^"\\]|\\.)*)"/.exec(JSON.stringify(reply.parts.at(1) ?? reply.parts))?.[1];
  expect((await say(JSON.parse(`"${example}"`))).ok, example).toBe(true);
});

test.each([
  "gaps",
  "gaps file why bananas bend",
  "rate yes hugging-face#glance/3 who?",
  "meeting start openai",
  "casebook forget-me",
])("no digest runs “%s”, and trying it changes nothing", async (line) => {
  const say = inChannel();
  const reply = await say(`digest subscribe weekdays 09:00 "${line}"`);
  expect(reply.ok).toBe(false);
  expect(JSON.stringify(reply.parts)).toContain("only done when somebody asks");
  expect(JSON.stringify((await inTerminal("gaps")).data)).not.toContain("bananas");
  const [example] = /digest subscribe weekdays 09:00 stat/.exec(JSON.stringify(reply.parts)) ?? [];
  expect((await say(example ?? "")).ok).toBe(true);
});

test.each([
  ["digest every weekday at 17.30 Berlin", "weekdays 17:30", "Europe/Berlin", "digest"],
  ["digest weekdays 9:00 in Paris on ai", "weekdays 09:00", "Europe/Paris", "digest ai"],
  ["digest weekdays 9:00, new york time, ai", "weekdays 09:00", "America/New_York", "digest ai"],
  ["digest daily 9:00 kolkata", "daily 09:00", "Asia/Kolkata", "digest"],
  ["digest daily 9:00 ho chi minh about web3", "daily 09:00", "Asia/Ho_Chi_Minh", "digest web3"],
  ["digest daily 9:00 zone=Asia/Calcutta", "daily 09:00", "Asia/Kolkata", "digest"],
])("%s: schedule, zone and contents as people write them", async (typed, schedule, zone, line) => {
  const say = inChannel();
  const reply = await say(typed);
  expect(reply.ok, JSON.stringify(reply.parts)).toBe(true);
  expect(await onlyOf(say)).toMatchObject({ schedule, zone, line });
});

test("a change to a schedule that is none changes nothing, and shows the change that works", async () => {
  const say = inChannel();
  await say("digest daily 8am ai");
  const { id } = await onlyOf(say);
  const reply = await say(`digest edit ${id} every 2 weeks on monday 9:00`);
  expect(reply).toMatchObject({ ok: false, data: { error: "schedule" } });
  expect(JSON.stringify(reply.parts)).toContain(`digest edit ${id} every monday 09:00`);
  expect(await onlyOf(say)).toMatchObject({ schedule: "daily 08:00", line: "digest ai" });
});

test("a change to a zone that is none shows the change that works, and whom it calls", async () => {
  const say = inChannel();
  await say("digest daily 8am");
  const { id } = await onlyOf(say);
  const reply = await say(`digest edit ${id} Europe/Pariss web3 ping=S0123ABCD`);
  expect(JSON.stringify(reply.parts)).toContain(`digest edit ${id} Europe/Paris web3 ping=S0123ABCD`);
  expect((await say(`digest edit ${id} Europe/Paris web3 ping=S0123ABCD`)).ok).toBe(true);
  expect(await onlyOf(say)).toMatchObject({ zone: "Europe/Paris", line: "digest web3", schedule: "daily 08:00" });
});

test("the zone is the channel's, else the asker's, else UTC", async () => {
  const say = inChannel({ zone: "Asia/Tokyo" });
  await say("digest weekdays 09:00");
  expect((await onlyOf(say)).zone).toBe("Asia/Tokyo");
  await say("digest daily 10:00", { zone: "UTC" });
  expect(listed.parse((await say("digest list")).data).subscriptions.map((one) => one.zone)).toEqual([
    "Asia/Tokyo",
    "Asia/Tokyo",
  ]);
  const plain = inChannel();
  await plain("digest weekdays 09:00");
  expect((await onlyOf(plain)).zone).toBe("UTC");
});

test("setting up the same twice keeps one", async () => {
  const say = inChannel();
  await say("digest weekdays 09:00 ai");
  expect((await say("digest every weekday at 9 ai")).data).toMatchObject({ state: "exists" });
  expect(listed.parse((await say("digest list")).data).subscriptions).toHaveLength(1);
});

test("it is paused, resumed, edited and ended; without an id the only one is meant", async () => {
  const say = inChannel();
  await say("digest weekdays 09:00 Europe/Paris ai");
  await say("digest pause");
  expect(await onlyOf(say)).toMatchObject({ paused: true });
  await say("digest resume");
  const { id } = await onlyOf(say);
  expect(await onlyOf(say)).toMatchObject({ paused: false });
  await say(`digest edit ${id} every friday 16:00`);
  expect(await onlyOf(say)).toMatchObject({ schedule: "every friday 16:00", zone: "Europe/Paris", line: "digest ai" });
  await say(`digest edit ${id} schedule="daily 10:00" zone=UTC line=web3`);
  expect(await onlyOf(say)).toMatchObject({ schedule: "daily 10:00", zone: "UTC", line: "digest web3" });
  await say(`digest unsubscribe ${id}`);
  expect(listed.parse((await say("digest list")).data).subscriptions).toEqual([]);
});

test("with several, the one that is meant is asked for", async () => {
  const say = inChannel();
  await say("digest weekdays 09:00 ai");
  await say("digest weekdays 10:00 web3");
  const reply = await say("digest pause");
  expect(reply.ok).toBe(false);
  expect(reply.parts.some((part) => part.kind === "buttons" && part.buttons.length === 2)).toBe(true);
});

test("another channel cannot reach a subscription, its owner can", async () => {
  const say = inChannel();
  await say("digest weekdays 09:00 ai");
  const { id } = await onlyOf(say);
  expect((await inChannel({ asker: "U2" })(`digest unsubscribe ${id}`)).ok).toBe(false);
  expect((await inChannel({ asker: "U1" })(`digest pause ${id}`)).ok).toBe(true);
  expect((await inChannel({ asker: "U1", platform: "discord" })(`digest pause ${id}`)).ok).toBe(false);
});

test("a preview is what its subscription posts, and changes nothing", async () => {
  const say = inChannel();
  await say("digest weekdays 09:00 Europe/Paris ai");
  const { id } = await onlyOf(say);
  const one = await say("digest preview");
  expect(await say(`digest preview ${id}`)).toMatchObject({ parts: one.parts });
  const { items, empty } = previewed.parse(one.data);
  expect(items.map((item) => item.kind)).toEqual(["lesson", "counter-example", "fact"]);
  expect(empty).toBe(false);
  expect(previewed.parse((await say("digest preview changes")).data).empty).toBe(true);
  expect(dispatch.isPublic(dispatch.read("digest preview", { platform: "slack", via: "command" }))).toBe(false);
});

test("posting now writes one post to the channel, and pressing twice writes no second", async () => {
  const say = inChannel();
  await say("digest weekdays 09:00 ai");
  const before = previewed.parse((await say("digest preview")).data).items;
  await say("digest now");
  await say("digest now");
  const history = z.object({ deliveries: z.array(z.object({ id: z.string(), state: z.string() })) });
  const { deliveries } = history.parse((await say("digest history")).data);
  expect(new Set(deliveries.map((one) => one.id)).size).toBeLessThanOrEqual(2);
  const shown = await say(`digest show ${deliveries.at(-1)?.id}`);
  expect(previewed.parse(shown.data).items).toEqual(before);
  const next = previewed.parse((await say("digest preview")).data).items;
  expect(next.some((item) => before.some((old) => old.id === item.id))).toBe(false);
});

test("the button of a post opens its settings", async () => {
  const say = inChannel();
  await say("digest weekdays 09:00 ai");
  const { id } = await onlyOf(say);
  const reply = await say(`digest settings ${id}-tabc12`);
  expect(reply.parts.some((part) => part.kind === "form")).toBe(true);
});

test("the list has a form for those who type nothing", async () => {
  const [form] = (await inChannel()("digest")).parts.filter((part) => part.kind === "form");
  expect(form).toMatchObject({ line: "digest subscribe" });
});

const server = { platform: "discord", workspace: "123456789012345678" } as const;
const pinged = z.object({ subscriptions: z.array(z.object({ ping: z.string().optional() })) });
const pingOf = async (say: ReturnType<typeof inChannel>) =>
  pinged.parse((await say("digest list")).data).subscriptions[0]?.ping;

test.each([
  ["ping=S0123ABCD", {}, "S0123ABCD"],
  ["ping=<!subteam^S0123ABCD|@partners>", {}, "S0123ABCD"],
  ["ping=<@&223456789012345678>", server, "223456789012345678"],
  ["ping=nobody", server, undefined],
])("a digest calls whom it is told to on purpose: %s", async (ping, where, id) => {
  const say = inChannel(where);
  expect((await say(`digest weekdays 09:00 UTC ${ping} ai`)).ok).toBe(true);
  expect(await onlyOf(say)).toMatchObject({ line: "digest ai", schedule: "weekdays 09:00" });
  expect(await pingOf(say)).toBe(id);
});

test.each([
  ["@everyone", server],
  ["@here", {}],
  ["<!channel>", {}],
  ["<@&123456789012345678>", server],
  ["<@223456789012345678>", server],
  ["<@U123456>", {}],
  ["@partners", {}],
  ["S0123ABCD", server],
  ["223456789012345678", { platform: "discord" as const, workspace: undefined }],
  ["S0123ABCD", { platform: "terminal" as const }],
])("%s is called by no digest", async (ping, where) => {
  const say = inChannel(where);
  const reply = await say(`digest weekdays 09:00 UTC ping=${ping} ai`);
  expect(reply).toMatchObject({ ok: false, data: { error: "ping" } });
  expect(listed.parse((await say("digest list")).data).subscriptions).toEqual([]);
});

test("whom a digest calls is shown in list and preview, changed by edit, and taken back", async () => {
  const say = inChannel();
  await say("digest weekdays 09:00 UTC ai");
  const shows = async (line: string) => JSON.stringify((await say(line)).parts).includes("calls the user group");
  expect([await shows("digest list"), await shows("digest preview")]).toEqual([false, false]);
  const { id } = await onlyOf(say);
  await say(`digest edit ${id} ping=S0123ABCD`);
  expect(await onlyOf(say)).toMatchObject({ schedule: "weekdays 09:00", line: "digest ai" });
  expect([await shows("digest list"), await shows("digest preview")]).toEqual([true, true]);
  await say(`digest edit ${id} daily 10:00`);
  expect(await pingOf(say)).toBe("S0123ABCD");
  await say(`digest edit ${id} ping=nobody`);
  expect(await pingOf(say)).toBeUndefined();
});
