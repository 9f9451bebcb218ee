import { expect, test } from "vitest";
import { z } from "zod";
import { growth } from "../growth.ts";
import { openReal } from "../real.ts";

const { say } = await openReal();
const listedSchema = z.object({ ideas: z.array(z.object({ id: z.string() })) });
const ideasOf = async (line: string) => listedSchema.parse((await say(line)).data).ideas.map(({ id }) => id);

test("a topic is a theme of the plays, however it is written", async () => {
  const themed = await ideasOf("idea enterprise sales");
  expect(themed).toContain("sell-on-every-cloud");
  expect(await ideasOf("idea ENTERPRISE-SALES!")).toEqual(themed);
});

test("a topic of letters that stand for eighteen each takes hardly more work when it is ten times as long", async () => {
  // Never the same line twice: what was said before is remembered.
  let said = 0;
  const ask = (length: number) => say(`idea ${"ﷺ".repeat(length)} ${++said}`);
  // Only so much of a name is looked at; without that it would be ten times as much work, too.
  expect(await growth(ask, 120)).toBeLessThan(5);
});

test("three letters are no word of a play: foo is not footfall, nor is bar a barrier", async () => {
  for (const word of ["foo", "bar"]) {
    const reply = await say(`idea ${word}`);
    expect(reply.ok, word).toBe(false);
    expect(JSON.stringify(reply.parts)).not.toContain("footfall");
  }
});

test("a play is found by a whole word of its name, however short, or by four letters of one", async () => {
  expect((await say("idea mcp")).title).toBe("Give away the connector standard");
  expect((await say("idea foot")).title).toBe("Borrow a partner's footfall");
});
