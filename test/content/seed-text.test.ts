import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");
const hashesOfPage = z
  .object({ runs: z.array(z.string()), names: z.array(z.string()) })
  .transform(({ runs, names }) => ({ runs: new Set(runs), names: new Set(names) }))
  .parse(JSON.parse(await readFile(join(root, "test/fixtures/seed/hashes.json"), "utf8")));

const shortestRun = 8;
const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}\p{N}]*(?:['’]\p{L}+)*|\p{N}+/gu) ?? [];
const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url").slice(0, 10);

const known = new Map<string, boolean>();
/** Whether the page never writes a word small. */
function isName(word: string): boolean {
  const name = known.get(word) ?? hashesOfPage.names.has(hashOf(word));
  known.set(word, name);
  return name;
}

/** Every run of eight words of a text, with names, the four dimensions of the readiness scorecard and figures left out. */
function runsOf(text: string): string[] {
  const dimensions =
    /data infrastructure|talent and operating model|use-case selection|security(?:\/| and )governance/gi;
  const words = wordsOf(text.replace(dimensions, " "))
    .map((word) => word.toLowerCase().replace(/’/g, "'"))
    .filter((word) => !/^\p{N}/u.test(word) && !isName(word));
  return words.slice(shortestRun - 1).map((_, start) => words.slice(start, start + shortestRun).join(" "));
}

const copiedRuns = (text: string): string[] => runsOf(text).filter((run) => hashesOfPage.runs.has(hashOf(run)));

test("no content file copies eight words in a row of the seed page", async () => {
  const files = (await readdir(join(root, "content"), { recursive: true })).filter((file) =>
    /\.(md|ya?ml)$/.test(file),
  );
  expect(files.length).toBeGreaterThan(10);
  const copied = await Promise.all(
    files.map(async (file) => ({ file, runs: copiedRuns(await readFile(join(root, "content", file), "utf8")) })),
  );
  expect(copied.filter(({ runs }) => runs.length > 0)).toEqual([]);
});

test("a copied sentence is found, whatever its line breaks, capitals and punctuation", () => {
  const copy = "It won by building the best\n  place to Discover, share and use — other people's models!";
  expect(copiedRuns(copy)).toContain("won by building the best place to discover");
});

test("swapping names and figures does not hide a copy", () => {
  const sentence =
    "Even hyperscalers (AWS, GCP, Azure) integrate with Hugging Face Hub rather than competing with it directly";
  expect(copiedRuns(sentence)).not.toEqual([]);
  expect(copiedRuns(sentence.replace("AWS, GCP, Azure", "3 of 4"))).not.toEqual([]);
});

test("seven words in a row, names and figures are free to share", () => {
  expect(copiedRuns("won by building the best place to discover")).toHaveLength(1);
  expect(copiedRuns("won by building the best place to")).toEqual([]);
  const facts = "the $235M round at $4.5B: Google, Nvidia, Salesforce, AMD, Intel; Clément Delangue, Julien Chaumond";
  expect(copiedRuns(facts)).toEqual([]);
});
