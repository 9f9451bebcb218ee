import { cpSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { loadLibrary } from "#content/load.ts";
import { atOnce } from "#core/steps.ts";
import { answerQuestion } from "#search/answer/answer.ts";
import { findPassages, type SearchIndex } from "#search/passages/search-index.ts";
import { lazyStore } from "#store/open.ts";
import { keptContent } from "../src/kept-content.ts";
import { openCasebook } from "../src/open.ts";
import { folderWith, goodStudy } from "./content/small-library.ts";

const folder = join(mkdtempSync(join(tmpdir(), "casebook-kept-")), "made", "by itself");

/** Loads and indexes content as the casebook does. */
async function begin(directory = "content", cache: string | undefined = folder) {
  const kept = keptContent(cache, directory);
  let read = false;
  const { library } = await loadLibrary(directory, new Map(), (version) => {
    const found = kept.library(version);
    read = found !== undefined;
    return found;
  });
  if (!library) throw new Error("the content does not load");
  return { library, read, search: atOnce(kept.index(library)) };
}

let first: Awaited<ReturnType<typeof begin>>;
let next: Awaited<ReturnType<typeof begin>>;
beforeAll(async () => {
  first = await begin();
  next = await begin();
}, 60_000);

test("what was worked out at one start is read at the next", () => {
  expect([first.read, next.read]).toEqual([false, true]);
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^content-[0-9a-f]{12}-auto-[0-9a-f]{12}\.bin$/)]);
  expect(next.library.version).toBe(first.library.version);
  expect(next.library.entries).toEqual(first.library.entries);
  expect(next.library.records).toEqual(first.library.records);
});

const questions = [
  "why did hugging face leave the chatbot business?",
  "who invested in mistral?",
  "hf valuaton",
  "what is a private offer?",
  "who is the head of legal at openai?",
  "how to sew on a button",
  "which company has the highest revenue?",
  "what are the risks of solana and of arbitrum?",
];

test("the same is answered from it, with the same confidence", () => {
  const told = ({ search }: { readonly search: SearchIndex }) =>
    questions.map((question) => {
      const { answers, confidence, nearest, why } = answerQuestion(search, question);
      const quotes = answers.map(({ passage, cut, score }) => ({ id: passage.id, cut, score }));
      return { quotes, confidence, near: nearest.map(({ id }) => id), why };
    });
  expect(told(next)).toEqual(told(first));
  expect(findPassages(next.search, "marketplac fees")).toEqual(findPassages(first.search, "marketplac fees"));
});

test("a file that is cut short, or that holds something else, is made anew", async () => {
  const [name = ""] = readdirSync(folder);
  const whole = readFileSync(join(folder, name));
  for (const spoil of [
    () => truncateSync(join(folder, name), 1000),
    () => writeFileSync(join(folder, name), "no V8 data"),
  ]) {
    spoil();
    expect((await begin()).read).toBe(false);
    expect(readFileSync(join(folder, name)).length).toBeGreaterThan(0.9 * whole.length);
  }
  expect((await begin()).read).toBe(true);
}, 60_000);

test("a folder that takes no files changes nothing but the time", async () => {
  const { read, search } = await begin("content", "/proc/casebook/cache");
  expect(read).toBe(false);
  expect(answerQuestion(search, "who founded openai?").answered).toBe(true);
});

test("the same content in another folder is read from it, with the files of that folder", async () => {
  const directory = join(mkdtempSync(join(tmpdir(), "casebook-kept-")), "moved");
  cpSync("content", directory, { recursive: true });
  const { read, library } = await begin(directory);
  expect(read).toBe(true);
  const files = [...library.entries.map(({ file }) => file), ...library.passages.map(({ file }) => file)];
  expect(files.filter((file) => !file.startsWith(`${directory}/`))).toEqual([]);
});

test("a small library is read as quickly, and not kept", async () => {
  const cache = mkdtempSync(join(tmpdir(), "casebook-kept-"));
  const { library } = await begin(await folderWith({ "case-studies/acme.md": goodStudy }), cache);
  expect(library.passages.length).toBeGreaterThan(0);
  expect(readdirSync(cache)).toEqual([]);
});

test("an edit is taken in after a start from what was kept, and served beside all else", async () => {
  const directory = join(mkdtempSync(join(tmpdir(), "casebook-kept-")), "content");
  cpSync("content", directory, { recursive: true });
  const store = lazyStore({ directory: join(folder, "data") });
  const swapped = vi.fn();
  const opened = await openCasebook(
    { CONTENT_DIR: directory, CACHE_DIR: folder },
    { follow: true, store: store.get, swapped },
  );
  if ("problems" in opened) throw new Error("the content does not load");
  onTestFinished(opened.close);
  const say = (line: string) =>
    opened.dispatch.run(opened.dispatch.read(line, { platform: "terminal", via: "command" }));
  expect((await say("case openai")).ok).toBe(true);
  writeFileSync(join(directory, "case-studies/acme.md"), goodStudy);
  await vi.waitFor(() => expect(swapped).toHaveBeenCalled(), { timeout: 60_000, interval: 50 });
  expect((await say("case acme")).ok).toBe(true);
  expect((await say("case openai")).ok).toBe(true);
}, 90_000);
