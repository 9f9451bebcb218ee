import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { formatProblem } from "#content/problem.ts";
import { lazyStore } from "#store/open.ts";
import { type Casebook, openCasebook } from "../src/open.ts";
import { contentFolder } from "../src/read-config.ts";
import { acceptBaseline, type Baseline, dropsBelow, readBaseline } from "./baseline.ts";
import { askQuestion, type Outcome } from "./outcome.ts";
import { isAnswerable, loadQuestions, type SetName, sets } from "./question.ts";
import { describe, describeMisses, sums } from "./report.ts";
import { scoreOf } from "./score.ts";

const usage = `usage: npm run eval -- [--set tuning|frozen|all] [--accept]
       npm run eval -- cost
       npm run eval -- collection FOLDER`;
const missesFile = "tmp/eval-misses.txt";
const warmUp = 30;

const misuse = (sentence: string): never => {
  console.error(`${sentence}\n${usage}`);
  process.exit(2);
};

function readArguments(): { task: string; folder: string; chosen: readonly SetName[]; accept: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { set: { type: "string", default: "tuning" }, accept: { type: "boolean", default: false } },
      allowPositionals: true,
    });
    const chosen = values.set === "all" ? sets : sets.filter((set) => set === values.set);
    if (chosen.length === 0) return misuse(`--set ${values.set} is none of ${[...sets, "all"].join(", ")}.`);
    const [task = "ask", folder = "", ...more] = positionals;
    const extra = task === "collection" ? more : [folder, ...more].filter((word) => word !== "");
    if (extra.length > 0) return misuse(`${extra.join(" ")} is more than ${task} takes.`);
    return { task, folder, chosen, accept: values.accept };
  } catch (error) {
    return misuse(error instanceof Error ? error.message : String(error));
  }
}

/** The casebook of the content at hand; it remembers nothing, so that no question colours the next. */
async function open(): Promise<Casebook> {
  const opened = await openCasebook(
    { CONTENT_DIR: contentFolder(process.env), CACHE_DIR: "node_modules/.cache/casebook" },
    { follow: false, store: lazyStore({ directory: "tmp/eval-data" }).get, remembered: async () => undefined },
  );
  if (!("problems" in opened)) return opened;
  for (const problem of opened.problems) console.error(formatProblem(problem));
  process.exit(2);
}

/** Shows a passage as a reader sees it, whatever part of it an answer quotes. */
const showIn = (casebook: Casebook) => (id: string) => {
  const passage = casebook.library().passage(id);
  return passage && (passage.title ? `${passage.title}: ${passage.text}` : passage.text);
};

async function askSet(casebook: Casebook, set: SetName): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const question of loadQuestions(set)) {
    outcomes.push(await askQuestion(casebook.dispatch, showIn(casebook), question));
  }
  return outcomes;
}

/** Asks the sets, prints what they scored, and fails when hit@1 fell below the accepted run. */
async function evaluate(chosen: readonly SetName[], accept: boolean): Promise<void> {
  const start = performance.now();
  const casebook = await open();
  console.log(
    `content ${casebook.library().version}: ${casebook.library().passages.length} passages, open in ${Math.round(performance.now() - start)} ms\n`,
  );
  for (const question of loadQuestions("tuning").slice(0, warmUp))
    await askQuestion(casebook.dispatch, showIn(casebook), question);
  const scores: Baseline = {};
  for (const set of chosen) {
    const outcomes = await askSet(casebook, set);
    const score = scoreOf(outcomes);
    scores[set] = score.overall.hit1;
    console.log(`${set === "frozen" ? sums(set, score) : describe(set, score)}\n`);
    if (set === "tuning") {
      mkdirSync("tmp", { recursive: true });
      writeFileSync(missesFile, describeMisses(outcomes));
      const missed = outcomes.filter(({ question, rank, refused }) =>
        isAnswerable(question) ? rank !== 1 : !refused,
      ).length;
      console.log(`${missed} misses are in ${missesFile}\n`);
    }
  }
  casebook.close();
  if (accept) return acceptBaseline(scores);
  for (const sentence of dropsBelow(readBaseline(), scores)) {
    console.error(sentence);
    process.exitCode = 1;
  }
}

const { task, folder, chosen, accept } = readArguments();
if (task === "ask") await evaluate(chosen, accept);
else if (task === "cost") {
  const { evalCost } = await import("./cost.ts");
  await evalCost();
} else if (task === "collection") {
  if (folder === "") misuse("A collection needs its folder.");
  const { evalCollection } = await import("./collection.ts");
  evalCollection(folder);
} else misuse(`There is no eval called ${task}.`);
