import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const page = await readFile(join(root, "test/fixtures/seed/page.txt"), "utf8");

const shortestRun = 8;
const wordsOf = (text: string): string[] => text.match(/\p{L}[\p{L}\p{N}]*(?:['’]\p{L}+)*|\p{N}+/gu) ?? [];

/** The page's prose: its lines that end as a sentence does. The others are headings, labels and titles of works. */
const sentences = page
  .split("\n")
  .filter((line) => /[.?!]$/.test(line.trim()))
  .join("\n");
const names = namesOf(sentences);
const runsOfPage = new Set(runsOf(sentences));

/** Words the page never writes small. */
function namesOf(text: string): Set<string> {
  const words = wordsOf(text);
  const small = new Set(words.filter((word) => word === word.toLowerCase()));
  return new Set(words.map((word) => word.toLowerCase()).filter((word) => !small.has(word)));
}

/** Every run of eight words of a text, with names, the four dimensions of the readiness scorecard and figures left out. */
function runsOf(text: string): string[] {
  const dimensions =
    /data infrastructure|talent and operating model|use-case selection|security(?:\/| and )governance/gi;
  const words = wordsOf(text.replace(dimensions, " "))
    .map((word) => word.toLowerCase().replace(/’/g, "'"))
    .filter((word) => !/^\p{N}/u.test(word) && !names.has(word));
  return words.slice(shortestRun - 1).map((_, start) => words.slice(start, start + shortestRun).join(" "));
}

const copiedRuns = (text: string): string[] => runsOf(text).filter((run) => runsOfPage.has(run));

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
  expect(page).toContain(sentence);
  expect(copiedRuns(sentence.replace("AWS, GCP, Azure", "3 of 4"))).not.toEqual([]);
});

test("seven words in a row, names and figures are free to share", () => {
  expect(page).toContain("It won by building the best place to");
  expect(copiedRuns("won by building the best place to")).toEqual([]);
  const facts = "the $235M round at $4.5B: Google, Nvidia, Salesforce, AMD, Intel; Clément Delangue, Julien Chaumond";
  expect(copiedRuns(facts)).toEqual([]);
});
