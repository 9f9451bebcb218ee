import { expect, test } from "vitest";
import type { Reply } from "#core/reply.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();
const textOf = ({ parts }: Reply) => JSON.stringify(parts);

test.each([
  ["/help", "casebook help"],
  ["/help case", "casebook help case"],
  ["/status", "casebook status"],
])("%s is what %s is", async (line, same) => {
  expect(await say(line)).toMatchObject({ ok: true, line: same });
});

test.each([
  ["/statuss", "casebook status"],
  ["/hlep", "casebook help"],
])("%s offers %s", async (line, meant) => {
  const reply = await say(line);
  expect(reply.ok).toBe(false);
  expect(textOf(reply)).toContain(`"line":"${meant}"`);
});

test("one unknown word behind casebook names what may stand there", async () => {
  const reply = await say("/casebook foo");
  expect(reply).toMatchObject({ ok: false, command: "casebook", line: "casebook foo" });
  expect(textOf(reply)).toContain("There is no command “foo”. Behind casebook stand help, status, privacy, forget-me");
  expect(textOf(reply)).toContain("compare");
});

test.each(["casebook google", "casebook ask foo", "casebook hello", "casebook zebra?", "casebook who founded openai"])(
  "“%s” is a question",
  async (line) => {
    expect((await say(line)).command).toBe("ask");
  },
);
