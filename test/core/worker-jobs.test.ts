import { Worker } from "node:worker_threads";
import { expect, onTestFinished, test } from "vitest";
import { openThread } from "#chart/thread.ts";
import { giveJobs } from "#core/worker-jobs.ts";

/** A worker that doubles numbers, cannot double 13, never comes back from 0 and ends at -1. */
function doubling(patience: number) {
  const code = `require("node:worker_threads").parentPort.on("message", ({ id, given }) => {
    if (given === -1) process.exit();
    if (given === 0) while (true);
    const { parentPort } = require("node:worker_threads");
    parentPort.postMessage({ news: "of its own" });
    parentPort.postMessage(given === 13 ? { id, problem: "it is unlucky" } : { id, result: 2 * given });
  })`;
  const worker = new Worker(code, { eval: true });
  onTestFinished(async () => void (await worker.terminate()));
  const told: string[] = [];
  const says = { stuck: "stuck", failed: () => "failed", ended: "ended" };
  const ended = (problem: string) => void told.push(problem);
  return { told, ...giveJobs<number, number>(worker, { patience, says, ended, holds: true }) };
}

test("jobs are done in their order, and one that fails keeps no other from it", async () => {
  const jobs = doubling(10_000);
  const all = [1, 13, 3].map((given) => jobs.do(given));
  expect(jobs.open()).toBe(3);
  expect(await Promise.allSettled(all)).toEqual([
    { status: "fulfilled", value: 2 },
    { status: "rejected", reason: new Error("it is unlucky") },
    { status: "fulfilled", value: 6 },
  ]);
  expect([jobs.open(), jobs.told]).toEqual([0, []]);
});

test.each([
  ["that is stuck", 0, "stuck", 300],
  ["that ends by itself", -1, "ended", 10_000],
])(
  "a worker %s fails the job it was at, gives the others back and takes no more",
  async (_, job, problem, patience) => {
    const jobs = doubling(patience);
    expect(await Promise.allSettled([jobs.do(job), jobs.do(1)])).toEqual([
      { status: "rejected", reason: new Error(problem) },
      { status: "fulfilled", value: undefined },
    ]);
    expect(await jobs.do(1)).toBeUndefined();
    jobs.end("again");
    expect(jobs.told).toEqual([problem]);
  },
);

test("a drawing thread that was ended draws nothing, and says so at once", async () => {
  const thread = openThread(() => {});
  thread.end();
  const parts = { kind: "chart", type: "bar", title: "A", unit: "", alt: "" } as const;
  const drawn = thread.draw({ ...parts, categories: ["a"], series: [] }, { theme: "light", width: 300 });
  await expect(drawn).rejects.toThrow("the drawing thread ended");
});
