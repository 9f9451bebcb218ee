import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import setup from "../temporary.ts";
import { fuzz, passed, sentenceOf } from "./fuzz.ts";

/** A case that takes longer, in milliseconds of the wall's clock, is stuck. */
const stuckAfter = 120_000;

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "1000000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    minutes: { type: "string" },
    target: { type: "string" },
    only: { type: "string" },
  },
});
const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
const [cases, seed] = [Number(values.cases), Number(values.seed)];
const cleanUp = await setup();

const current = new Int32Array(new SharedArrayBuffer(4));
const watch = new Worker(new URL("./watch.ts", import.meta.url), { workerData: { current, seed, stuckAfter } });
watch.unref();

console.log(`Seed ${seed}.`);
const outcome = await fuzz({
  ...{ cases, seed, minutes: number(values.minutes), target: values.target, only: number(values.only) },
  tell: (says) => console.log(says),
  begins: (at) => Atomics.store(current, 0, at),
});
await watch.terminate();
await cleanUp();
console.log(
  Object.entries(outcome.thrown)
    .map(([name, of]) => `${name} ${of.cases.toLocaleString("en")} in ${Math.round(of.seconds)} s`)
    .join(", "),
);
console.log(`Heap: ${outcome.heap.map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`).join(" → ")}`);
console.log(sentenceOf(outcome));
process.exit(passed(outcome) ? 0 : 1);
