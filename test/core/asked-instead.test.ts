import { expect, test } from "vitest";
import { openReal } from "../real.ts";
import { linesOf } from "../said.ts";

const { say, store, dispatch } = await openReal();

test.each([
  "brief me on openai",
  "brief me on openai before my call at 3pm",
  "cost of a partner program",
  "cost of an H100 per hour",
  "casebook cost of an H100 per hour",
  "case for partnering with Mistral",
])("“%s” is a question that begins with a command's name, and is answered as one", async (line) => {
  const asked = await say(line);
  const question = line.replace(/^casebook /, "");
  expect(asked).toMatchObject({ ok: true, command: "ask", line: `ask ${question}` });
  expect(asked.data).toEqual((await say(`ask ${question}`)).data);
});

test.each([
  "meeting tips for a first partner meeting",
  "gaps in openai's strategy",
  "digest of openai risks",
  "readiness checklist for partner launch",
])("“%s” begins as what changes something: it is refused, with the question to press", async (line) => {
  const refused = await say(line);
  expect(refused).toMatchObject({ ok: false, command: line.split(" ")[0] });
  expect(linesOf(refused)).toContain(`ask ${line}`);
});

test.each([
  "roi for 120 people in euros",
  "roi of 120 people at €75/h",
  "roi of 120 people at 2 hourz a week",
  "roi on 120 people over 5 yeers",
  "roi for 120 peple 2h/week",
  "cost for 1T tokens",
  "cost compare 7B 13B",
  "digest at 9",
  "digest weekly for ai",
  "meeting is over",
  "gaps for mistral",
  "case for remote work",
])("“%s” is a command with a slip, and no question is made of it", async (line) => {
  const refused = await say(line);
  expect(refused).toMatchObject({ ok: false, command: line.split(" ")[0] });
  expect(linesOf(refused).filter((offered) => offered.startsWith("ask "))).toEqual([]);
});

test("it can be rated, as every answer to a question", async () => {
  expect(linesOf(await say("cost of an H100 per hour")).some((line) => line.startsWith("rate yes "))).toBe(true);
});

test.each([
  ["case openai foo", "foo"],
  ["case for xyzzy", "xyzzy"],
  ["cost 7B 1T zebra", "zebra"],
  ["cost 7B on a zebra", "zebra"],
  ["roi 200 people with zebra", "zebra"],
  ["roi 200 people in zebras", "zebras"],
  ["compare openai with banana", "banana"],
  ["salary zebra in london", "zebra"],
  ["stat zebra", "zebra"],
  ["digest of zebras", "of"],
  ["readiness 3 2 9", "9"],
  ["hub foo", "foo"],
])("“%s” is a command with a word that it does not know, and the refusal names “%s”", async (line, word) => {
  const refused = await say(line);
  expect(refused).toMatchObject({ ok: false, command: line.split(" ")[0] });
  expect(JSON.stringify(refused.parts)).toContain(`“${word}`);
});

test("words that may be a question and read as no phrase are refused, with the question to press", async () => {
  const refused = await say("cost reseller margin");
  expect(refused).toMatchObject({ ok: false, command: "cost" });
  expect(linesOf(refused)).toContain("ask cost reseller margin");
  expect(await say("ask cost reseller margin")).toMatchObject({ ok: true });
});

test("a command's own action is offered as no question, however it is refused", async () => {
  for (const line of ["digest pause", "gaps close 7", "rate yes"])
    expect(linesOf(await say(line)).filter((offered) => offered.startsWith("ask "))).toEqual([]);
});

test("a click, a form and a schedule say what they mean, and are not taken for a question", async () => {
  for (const via of ["click", "form", "schedule"] as const) {
    const origin = { platform: "slack", via } as const;
    const reply = await dispatch.run(dispatch.read("cost of an H100 per hour", origin));
    expect(reply).toMatchObject({ ok: false, command: "cost" });
  }
});

test("nothing is changed by a question that begins as what changes something", async () => {
  await say("gaps in openai's strategy");
  await say("digest of anthropic news");
  expect(await (await store()).gaps.open()).toEqual([]);
});

test("in a channel where a meeting runs it is answered as every question there", async () => {
  const origin = { platform: "slack", via: "mention", workspace: "T1", channel: "C1", asker: "U1" } as const;
  await dispatch.run(dispatch.read("meeting start mistral", origin));
  const reply = await dispatch.run(dispatch.read("cost of an H100 per hour", origin));
  expect(reply).toMatchObject({ ok: true, command: "ask" });
  const recap = await dispatch.run(dispatch.read("meeting end", origin));
  expect(JSON.stringify(recap.parts)).toContain("cost of an H100 per hour");
});

test("what stands behind an option that the command takes is refused as before", async () => {
  for (const line of ["salary vp-sales in euros", "salary cro in euros"])
    expect(await say(line)).toMatchObject({ ok: false, command: "salary" });
});
