import { expect, test } from "vitest";
import { z } from "zod";
import { openReal } from "../real.ts";

const { say, library, dispatch } = await openReal();
const dataSchema = z.object({ hits: z.array(z.object({ study: z.string() })).min(1) });

test.each([
  ["ai", "AI & Machine Learning"],
  ["ML", "AI & Machine Learning"],
  ["machine", "AI & Machine Learning"],
  ["'AI & Machine Learning'", "AI & Machine Learning"],
  ["web3", "Blockchain & Web3"],
  ["blockchain", "Blockchain & Web3"],
  ["crypto", "Blockchain & Web3"],
  ["'Blockchain & Web3'", "Blockchain & Web3"],
])("a search in niche %s finds studies of %s alone", async (typed, niche) => {
  const { hits } = dataSchema.parse((await say(`find partners niche:${typed}`)).data);
  expect(new Set(hits.map(({ study }) => library().entry(study)?.niche))).toEqual(new Set([niche]));
});

test("every niche that is offered while typing is one a search takes", async () => {
  const offered = dispatch.complete("find", "niche", "", {}, { platform: "terminal", via: "command" });
  expect(offered).toHaveLength(2);
  for (const { name, value } of offered)
    for (const typed of [name, value])
      expect((await say(`find partners niche:'${typed}'`)).title, typed).toContain(` in ${name}`);
});

test("a niche nobody writes about is refused with those there are", async () => {
  const reply = await say("find partners niche:fintech");
  expect(reply.ok).toBe(false);
  expect(JSON.stringify(reply.parts)).toContain("“fintech” is no niche. There are: ai, web3.");
});
