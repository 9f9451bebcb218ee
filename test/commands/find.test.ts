import { expect, test } from "vitest";
import { z } from "zod";
import { termsOf } from "#search/words/snippet.ts";
import { saysNoneOf } from "#search/words/unsaid.ts";
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

const rowsOf = ({ parts }: Awaited<ReturnType<typeof say>>) =>
  parts.flatMap((part) => (part.kind === "list" ? part.items : []));
const byAsking = "found by what people ask";

test("rows that only questions with the word lead to say so, and that none has the word", async () => {
  const reply = await say("find Accenture study:databricks");
  expect(JSON.stringify(reply.parts)).toContain("these answer what people ask with it");
  expect(rowsOf(reply).length).toBeGreaterThan(0);
  for (const row of rowsOf(reply)) expect(row.notes).toContain(byAsking);
});

test("rows that have the word come first, without a word about it", async () => {
  const rows = rowsOf(await say("find layoffs"));
  const notes = rows.map((row) => row.notes?.includes(byAsking) ?? false);
  expect(notes[0]).toBe(false);
  expect(notes).toEqual(notes.toSorted());
});

test.each([
  ["partners", ["A partner sells."], false],
  ["parntership", ["Partnerships"], false],
  ["part", ["Partners sell."], false],
  ["Accenture", ["Consulting partners"], true],
  ["the of", ["Anything"], false],
])("a search for “%s” in %j finds no word said: %s", (query, texts, none) => {
  expect(saysNoneOf(termsOf(query), texts)).toBe(none);
});

test("a query as long as a line can be takes no longer than a short one", async () => {
  const took = async (line: string) => {
    const begun = performance.now();
    await say(line);
    return performance.now() - begun;
  };
  await took("find what is a partner");
  expect(await took(`find what is ${"ﷺ".repeat(11_900)}`)).toBeLessThan(1000);
});
