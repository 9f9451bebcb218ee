import { expect, test } from "vitest";
import { z } from "zod";
import type { Origin } from "#core/invocation.ts";
import { type Button, plain, type Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

const { dispatch } = await openReal();
let channels = 0;
/** Somebody in a channel of their own. */
function inChannel() {
  const origin: Origin = { platform: "slack", via: "command", workspace: "T1", channel: `B${++channels}`, asker: "U1" };
  return (line: string) => dispatch.run(dispatch.read(line, origin));
}
const saysOf = ({ parts }: Reply) =>
  parts.flatMap((part) => (part.kind === "text" ? [plain(part.text)] : [])).join("\n");
const buttonsOf = ({ parts }: Reply): Button[] =>
  parts.flatMap((part) => (part.kind === "buttons" ? part.buttons : []));
const idOf = ({ data }: Reply) => z.object({ subscription: z.object({ id: z.string() }) }).parse(data).subscription.id;
const listed = z.object({ subscriptions: z.array(z.object({ id: z.string() })) });
const pressable = z.object({ line: z.string() });

test.each([
  ["every 5 minutes", 288, "daily 09:00"],
  ["hourly", 24, "daily 09:00"],
  ["hourly on weekdays", 24, "weekdays 09:00"],
  ["hourly on monday and friday", 24, "every monday and friday 09:00"],
  ["cron */30 9-17 * * *", 18, "cron 0 9 * * *"],
  ["0 * * * MON", 24, "cron 0 9 * * MON"],
  ["*/10 9-17 * * 1-5", 54, "cron 0 9 * * 1-5"],
  ["weekdays 8:00, 9:00, 10:00, 11:00, 12:00", 5, "weekdays 08:00"],
])("%s says how many posts a day that is, and a line that makes it one", async (schedule, posts, calmer) => {
  const say = inChannel();
  const reply = await say(`digest subscribe ${schedule} ai`);
  const line = `digest edit ${idOf(reply)} ${calmer}`;
  expect(saysOf(reply)).toContain(`That is ${posts} posts a day. ${line} makes it one.`);
  const edited = await say(line);
  expect(edited).toMatchObject({ ok: true, data: { subscription: { schedule: calmer, line: "digest ai" } } });
  expect(saysOf(edited)).not.toContain("posts a day");
});

test.each(["every minute", "every 2 minutes on weekdays"])(
  "“%s” is answered with what comes once a day",
  async (typed) => {
    const refused = saysOf(await inChannel()(`digest subscribe ${typed}`));
    expect(refused).toMatch(/digest subscribe (?:daily|weekdays) 09:00/);
    expect(refused).not.toMatch(/every 5 minutes|hourly/);
  },
);

test("of many digests some have a button, and it is told how the others are named", async () => {
  const say = inChannel();
  for (const hour of [1, 2, 3, 4, 5]) await say(`digest subscribe daily 0${hour}:00 ai`);
  expect(saysOf(await say("digest pause"))).not.toContain("have a button");
  await say("digest subscribe daily 06:00 ai");
  expect(saysOf(await say("digest pause"))).toContain("digest list shows the other one, too");
  for (const hour of [7, 8]) await say(`digest subscribe daily 0${hour}:00 ai`);
  const which = await say("digest pause");
  expect(saysOf(which)).toContain(
    "There are 8 digests in this channel: which one? The first 5 have a button; digest list shows the other 3, too, with what to put behind digest pause.",
  );
  expect(buttonsOf(which)).toHaveLength(5);
});

test("what would make a schedule right is named once", async () => {
  const refused = saysOf(await inChannel()("digest subscribe every 2 minutes on monday"));
  expect(refused.match(/digest subscribe every monday 09:00/g)).toHaveLength(1);
});

test("all digests end once somebody has seen which they are, and none that came later", async () => {
  const say = inChannel();
  expect((await say("digest unsubscribe all")).ok).toBe(false);
  for (const filter of ["ai", "web3"]) await say(`digest subscribe daily 09:00 Europe/Paris ${filter}`);
  const kept = async () => listed.parse((await say("digest list")).data).subscriptions;
  const pressed = async () => pressable.parse(buttonsOf(await say("digest unsubscribe all"))[0]).line;
  expect(buttonsOf(await say("digest unsubscribe all"))).toMatchObject([
    { label: "End all 2 digests", style: "danger" },
  ]);
  const old = await pressed();
  await say(`digest unsubscribe ${(await kept())[0]?.id}`);
  await say("digest subscribe weekdays 10:00 stat");
  for (const line of [old, "digest unsubscribe all 2"])
    expect(await say(line)).toMatchObject({ title: "End all 2 digests of this channel?", data: { state: "asked" } });
  expect(await kept()).toHaveLength(2);
  const ended = await say(await pressed());
  expect(ended.title).toBe("Unsubscribed from all 2 digests");
  expect(await kept()).toHaveLength(0);
  const lines = JSON.stringify(ended.parts).matchAll(/"(digest subscribe [^"]*)"/g);
  for (const [, line = ""] of lines) expect([line, (await say(line)).ok]).toEqual([line, true]);
  expect(await kept()).toHaveLength(2);
});

test.each([
  ["CET", "I read “CET” as Europe/Brussels. The next digest here is in Europe/Brussels, too, unless"],
  ["US/Eastern", "I read “US/Eastern” as America/New_York. The next digest"],
  ["calcutta", "I read “calcutta” as Asia/Kolkata. The next digest"],
  ["Paris", "The next digest here is in Europe/Paris, too, unless it names another time zone."],
])("a reply says which zone %s is, and that it stays", async (zone, says) => {
  const say = inChannel();
  const reply = await say(`digest subscribe weekdays 09:00 ${zone} ai`);
  expect(saysOf(reply)).toContain(says);
  expect(saysOf(await say("digest subscribe weekdays 10:00 web3"))).not.toContain("The next digest here");
  const edited = saysOf(await say(`digest edit ${idOf(reply)} ${zone}`));
  for (const told of [saysOf(reply), edited]) expect(told.includes("I read")).toBe(says.includes("I read"));
  expect(edited).not.toContain("The next digest here");
});
