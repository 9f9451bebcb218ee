import { parentPort } from "node:worker_threads";
import type { Done, Job } from "#core/worker-jobs.ts";
import { renderChartPng } from "./render.ts";
import type { Drawing } from "./thread.ts";

/** The drawing thread: charts in, pictures out. */
parentPort?.on("message", async ({ id, given: { chart, look } }: Job<Drawing>) => {
  const done = await renderChartPng(chart, look).then(
    (result): Done<Uint8Array> => ({ id, result }),
    (error: unknown): Done<Uint8Array> => ({ id, problem: error instanceof Error ? error.message : String(error) }),
  );
  parentPort?.postMessage(done);
});
