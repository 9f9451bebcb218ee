import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { randomFrom } from "#calc/random.ts";
import { loadLibrary } from "#content/load.ts";
import { formatProblem } from "#content/problem.ts";
import { learn } from "#search/meaning/learn/learn.ts";
import { lessonsOf, vocabularyFor, wordsOfBase } from "#search/meaning/learn/lessons.ts";
import { shippedWordVectors, wordVectorsFile, written } from "#search/meaning/word-vectors.ts";
import { readArguments } from "./arguments.ts";
import { readEnvironment } from "./environment.ts";
import { contentFolder } from "./read-config.ts";

const usage = "usage: npm run learn -- [--from FILE] [--to FILE]";

const { from, to } = readArguments(
  usage,
  () => parseArgs({ options: { from: { type: "string" }, to: { type: "string" } } }).values,
);
/** Batches until an eval gets no better. */
const steps = 1200;
/** Of published vectors, so many common words are kept though no passage has them. */
const common = 20_000;

const { library, problems } = await loadLibrary(contentFolder(readEnvironment()));
for (const problem of problems) console.error(formatProblem(problem));
if (!library) process.exit(1);

const lessons = lessonsOf(library);
const base = from ? wordsOfBase(JSON.parse(readFileSync(from, "utf8"))) : shippedWordVectors();
const start = vocabularyFor(lessons, base, from ? common : base.places.size);
console.log(`${lessons.length} passages, ${start.places.size} words, ${steps} steps`);
const learnt = learn(start, lessons, {
  steps,
  random: randomFrom(1),
  report: (step, loss) => console.log(`step ${step}: ${loss.toFixed(3)}`),
});
writeFileSync(to ?? wordVectorsFile, written(learnt));
