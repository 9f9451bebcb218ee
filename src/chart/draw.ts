import { parentPort } from "node:worker_threads";
import { renderChartPng } from "./render.ts";
import type { Answer, Job } from "./thread.ts";

/** The drawing thread: charts in, pictures out. */
parentPort?.on("message", async ({ id, chart, look }: Job) => {
  const answer = await renderChartPng(chart, look).then(
    (png): Answer => ({ id, png }),
    (error: unknown): Answer => ({ id, problem: error instanceof Error ? error.message : String(error) }),
  );
  parentPort?.postMessage(answer);
});
