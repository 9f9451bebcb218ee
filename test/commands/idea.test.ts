import { expect, test } from "vitest";
import { z } from "zod";
import { openReal } from "../real.ts";

const { say } = await openReal();
const listedSchema = z.object({ ideas: z.array(z.object({ id: z.string() })) });
const ideasOf = async (line: string) => listedSchema.parse((await say(line)).data).ideas.map(({ id }) => id);

test("a topic is a theme of the plays, however it is written", async () => {
  const themed = await ideasOf("idea enterprise sales");
  expect(themed).toContain("sell-on-every-cloud");
  expect(await ideasOf("idea ENTERPRISE-SALES!")).toEqual(themed);
});

test("a topic of twelve thousand letters that stand for eighteen each holds nobody up", async () => {
  const spent: number[] = [];
  for (const end of ["a", "b", "c", "d", "e"]) {
    const before = process.cpuUsage();
    await say(`idea ${"ﷺ".repeat(12_000)} ${end}`);
    spent.push(process.cpuUsage(before).user / 1000);
  }
  expect(Math.min(...spent)).toBeLessThan(100);
});
