import { readFile, writeFile } from "node:fs/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { randomFrom } from "#calc/random.ts";
import type { Library } from "#content/library.ts";
import { engineNames } from "#search/engine/engine.ts";
import { createSearchIndex } from "#search/passages/search-index.ts";
import { lazyStore } from "#store/open.ts";
import { loadQuestions } from "../eval/question.ts";
import { openCasebook } from "../src/open.ts";
import { spread } from "./figures.ts";
import type { Measured } from "./large.ts";

const [folder = "content", wanted] = process.argv.slice(2);
const engine = engineNames.find((name) => name === wanted) ?? "auto";
const megabytes = () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
};

/** Many a passage is read for the first time while these are answered. */
const firstAsked = 650;

/** A slow engine is asked this many lines, or for this many milliseconds, and no more. */
const fewest = 120;
const longEnough = 15_000;

let swapped = () => {};
const before = megabytes();
const start = await timed(() =>
  openCasebook(
    { CONTENT_DIR: folder, SEARCH_ENGINE: engine },
    {
      follow: true,
      store: lazyStore({ directory: "tmp/large-data" }).get,
      remembered: async () => undefined,
      swapped: () => swapped(),
    },
  ),
);
const opened = start.value;
if ("problems" in opened) throw new Error(opened.problems.map(({ file, text }) => `${file}: ${text}`).join("\n"));
const ready = { megabytes: megabytes() - before, resident: process.memoryUsage.rss() / 1e6 };
const library = opened.library();
const asks = askLines(library);
const lines = {
  ...{ case: caseLines(library), find: findLines(library) },
  ...{ "ask, the first ones": asks.slice(0, firstAsked), "ask, later ones": asks.slice(firstAsked) },
};
const commands: Measured["commands"] = {};
for (const [name, list] of Object.entries(lines)) {
  const wall: number[] = [];
  const own: number[] = [];
  for (const [i, line] of list.entries()) {
    const start = performance.now();
    const user = process.threadCpuUsage();
    await opened.dispatch.run(opened.dispatch.read(line, { platform: "terminal", via: "command" }));
    const used = process.threadCpuUsage(user);
    if (i < 30) continue;
    wall.push(performance.now() - start);
    own.push((used.user + used.system) / 1000);
    if (own.length >= fewest && own.reduce((sum, value) => sum + value, 0) > longEnough) break;
  }
  commands[name] = { wall: spread(wall), own: spread(own) };
}
const index = await timed(() => createSearchIndex(library, engine));
const measured: Measured = {
  passages: library.passages.length,
  entries: library.entries.length,
  start: start.ms,
  index: index.ms,
  ready,
  resident: process.memoryUsage.rss() / 1e6,
  reload: await changeOneFile(library),
  commands,
};
console.log(JSON.stringify(measured));
process.exit(0);

/** Milliseconds from a change of one file until it serves, and the longest that anybody else waited meanwhile. */
async function changeOneFile({ ofKind }: Library): Promise<Measured["reload"]> {
  const file = ofKind("idea").at(-1)?.file ?? "";
  const text = await readFile(file, "utf8");
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const whole = await timed(async () => {
    const serves = new Promise<void>((resolve) => {
      swapped = resolve;
    });
    await writeFile(
      file,
      text.replace("asOf: 2026-03", `asOf: ${text.includes("asOf: 2026-02") ? "2026-01" : "2026-02"}`),
    );
    await serves;
  });
  delay.disable();
  await writeFile(file, text);
  return { whole: whole.ms, longest: delay.max / 1e6 };
}

async function timed<T>(run: () => T | Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  const value = await run();
  return { value, ms: performance.now() - start };
}

/** Studies by id, by name, by name with a slip; whole or one section. */
function caseLines({ ofKind }: Library): string[] {
  const random = randomFrom(2);
  const studies = ofKind("case-study");
  return Array.from({ length: 330 }, (_, i) => {
    const study = studies[Math.floor(random() * studies.length)];
    const name = [study?.id, study?.title, `${study?.title.slice(0, 3)}${study?.title.slice(4)}`][i % 3];
    return `case ${name}${["", " lessons", " risks", " timeline"][i % 4]}`;
  });
}

/** One to four words of some passage, here and there narrowed to a kind or a study. */
function findLines({ passages }: Library): string[] {
  const random = randomFrom(3);
  return Array.from({ length: 430 }, (_, i) => {
    const passage = passages[Math.floor(random() * passages.length)];
    const words = passage?.text.match(/[\p{L}\p{N}]+/gu) ?? [];
    const from = Math.floor(random() * words.length);
    const facet = ["", "", "", " kind:case-study", ` study:${passage?.entry}`][i % 5];
    return `find ${words.slice(from, from + 1 + (i % 4)).join(" ")}${facet}`;
  });
}

/** The questions of the eval, and as many about the studies and the words of the library; one in five has a slip. */
function askLines({ passages, entry }: Library): string[] {
  const random = randomFrom(4);
  const real = loadQuestions("tuning").map(({ ask }) => ask);
  const made = real.map((_, i) => {
    const passage = passages[Math.floor(random() * passages.length)];
    const name = entry(passage?.entry ?? "")?.title ?? "";
    const words = passage?.text.match(/\p{L}{4,}/gu) ?? [];
    const [a = "partner", b = "revenue", c = "market"] = words.slice(Math.floor(random() * words.length));
    const slip = i % 5 === 0 ? `${a.slice(0, 2)}${a.slice(3)}` : a;
    return [
      `who founded ${name}?`,
      `what is the valuation of ${name} in ${2015 + (i % 12)}?`,
      `how do ${slip} and ${b} change the ${c} of ${name}?`,
      `why does ${slip} ${b} matter for ${c}`,
      `what should a partner manager know about ${slip} ${b} and the ${c} programme?`,
      `${slip} ${b}?`,
    ][i % 6];
  });
  return real.flatMap((question, i) => [`ask ${question}`, `ask ${made[i]}`]);
}
