import { Worker } from "node:worker_threads";
import type { Chart } from "#core/reply.ts";
import { giveJobs } from "#core/worker-jobs.ts";
import type { Look } from "./render.ts";

/** What the thread is asked for. */
export type Drawing = { readonly chart: Chart; readonly look: Look };

/** A thread that draws; `end` gives back its memory. */
export type Thread = { draw(chart: Chart, look: Look): Promise<Uint8Array>; end(): void };

/** Milliseconds after which a drawing counts as stuck, and its thread is ended. */
const longest = 15_000;

/** Starts a thread that draws charts. `ended` is told once, when it takes no more work; what was under way rejects. */
export function openThread(ended: () => void): Thread {
  const jobs = giveJobs<Drawing, Uint8Array>(new Worker(new URL("./draw.ts", import.meta.url)), {
    patience: longest,
    says: {
      stuck: "a drawing took too long",
      failed: (error) => (error instanceof Error ? error.message : String(error)),
      ended: "the drawing thread ended",
    },
    ended,
    holds: true,
  });
  return {
    async draw(chart, look) {
      const png = await jobs.do({ chart, look });
      if (!png) throw new Error("the drawing thread ended before it came to this");
      return png;
    },
    end: () => jobs.end("the drawing thread was ended"),
  };
}
