import { expect, test } from "vitest";
import type { Origin } from "#core/invocation.ts";
import { rateLine } from "#room/buttons.ts";
import { openReal } from "../real.ts";

const { dispatch } = await openReal();
const place: Origin = { platform: "slack", via: "click", workspace: "T1", channel: "C1", asker: "U1" };
const say = (line: string) => dispatch.run(dispatch.read(line, place));

test("a helpful answer is thanked for", async () => {
  expect(await say("rate yes hugging-face#glance/3 who founded hugging face?")).toMatchObject({
    ok: true,
    data: { helpful: true, passage: "hugging-face#glance/3", question: "who founded hugging face?", reason: "" },
  });
});

test("an unhelpful answer is noted at once, and each reason offered is a line that notes it", async () => {
  const reply = await say(rateLine(false, "hugging-face#glance/3", 'who "really" founded it?'));
  expect(reply).toMatchObject({ ok: true, data: { helpful: false, question: 'who "really" founded it?', reason: "" } });
  const lines = reply.parts.flatMap((part) => (part.kind === "select" ? part.options.map(({ line }) => line) : []));
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines) {
    const noted = await say(line);
    expect(noted).toMatchObject({ ok: true, data: { helpful: false, passage: "hugging-face#glance/3" } });
    expect(noted.data).not.toMatchObject({ reason: "" });
  }
});

test("a reason in one's own words comes back from the form's line", async () => {
  const reply = await say("rate no hugging-face#glance/3 question:x");
  const form = reply.parts.find((part) => part.kind === "form");
  expect(form).toBeDefined();
  expect(await say(`${form?.line} reason="it is about the wrong year"`)).toMatchObject({
    data: { reason: "it is about the wrong year", question: "x" },
  });
});

test.each([
  "rate",
  "rate maybe a#b/1",
  "rate yes",
  "rate yes not-a-passage",
  "rate yes ../../etc#",
  "rate yes foo#bar/1 hello",
  "rate no solana#nothing/1 x",
])("“%s” is refused", async (line) => {
  expect(await say(line)).toMatchObject({ ok: false, command: "rate" });
});

test("an answer of an earlier edition can be rated: its section is there, its row may be gone", async () => {
  expect(await say("rate yes hugging-face#glance/999 who founded it?")).toMatchObject({ ok: true });
});

test("rating stands beside the answer and is for the rater alone", () => {
  const command = dispatch.commands.find(({ name }) => name === "rate");
  expect(command).toMatchObject({ aside: true, visibility: "private" });
});
