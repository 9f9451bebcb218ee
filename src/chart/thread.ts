import { Worker } from "node:worker_threads";
import type { Chart } from "#core/reply.ts";
import type { Look } from "./render.ts";

/** What the thread is asked for, and what it answers. */
export type Job = { readonly id: number; readonly chart: Chart; readonly look: Look };
export type Answer = { readonly id: number } & ({ readonly png: Uint8Array } | { readonly problem: string });

/** A thread that draws; `end` gives back its memory. */
export type Thread = { draw(chart: Chart, look: Look): Promise<Uint8Array>; end(): void };

/** Milliseconds after which a drawing counts as stuck, and its thread is ended. */
const longest = 15_000;

/** Starts a thread that draws charts. `ended` is told once, when it takes no more work; what was under way rejects. */
export function openThread(ended: () => void): Thread {
  const worker = new Worker(new URL("./draw.ts", import.meta.url));
  const waiting = new Map<number, PromiseWithResolvers<Uint8Array>>();
  let next = 0;
  let open = true;

  const close = (problem: string): void => {
    if (!open) return;
    open = false;
    ended();
    for (const { reject } of waiting.values()) reject(new Error(problem));
    void worker.terminate();
  };
  worker.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id);
    if ("png" in answer) asked?.resolve(answer.png);
    else asked?.reject(new Error(answer.problem));
  });
  worker.on("error", (error) => close(error instanceof Error ? error.message : String(error)));
  worker.on("exit", () => close("the drawing thread ended"));
  worker.unref();

  return {
    async draw(chart, look) {
      const id = next++;
      const asked = Promise.withResolvers<Uint8Array>();
      waiting.set(id, asked);
      const stuck = setTimeout(() => close("a drawing took too long"), longest);
      // Only a drawing under way keeps the process alive.
      worker.ref();
      worker.postMessage({ id, chart, look } satisfies Job);
      try {
        return await asked.promise;
      } finally {
        clearTimeout(stuck);
        waiting.delete(id);
        if (waiting.size === 0) worker.unref();
      }
    },
    end: () => close("the drawing thread was ended"),
  };
}
