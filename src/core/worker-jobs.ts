import type { Worker } from "node:worker_threads";

/** What a worker is given to do, and what comes of it. */
export type Job<Given> = { readonly id: number; readonly given: Given };
export type Done<Result> = { readonly id: number } & ({ readonly result: Result } | { readonly problem: string });

export type Jobs<Given, Result> = {
  /** How many the worker has not done yet. */
  readonly open: () => number;
  /** What comes of a job; nothing when the worker ended before it came to it. Rejects when it failed, or ended over it. */
  do(given: Given): Promise<Result | undefined>;
  /** Ends the worker, with a sentence that says why. */
  end(problem: string): void;
};

type Parts = {
  /** Milliseconds over one job after which the worker counts as stuck, and is ended. */
  readonly patience: number;
  /** What is said of a worker that is stuck, that failed, that ended by itself. */
  readonly says: { readonly stuck: string; readonly failed: (error: unknown) => string; readonly ended: string };
  /** Told once, when it takes no more work. */
  readonly ended: (problem: string) => void;
  /** Whether a job under way keeps the process alive. */
  readonly holds: boolean;
};

/** Gives a worker jobs, which it does in their order. Its other messages are left to whoever listens to it. */
export function giveJobs<Given, Result>(worker: Worker, { patience, says, ended, holds }: Parts): Jobs<Given, Result> {
  const waiting = new Map<number, PromiseWithResolvers<Result | undefined>>();
  let next = 0;
  let over = false;
  let watch: NodeJS.Timeout | undefined;

  const end = (problem: string): void => {
    if (over) return;
    over = true;
    clearTimeout(watch);
    ended(problem);
    const [current, ...others] = waiting.values();
    current?.reject(new Error(problem));
    for (const { resolve } of others) resolve(undefined);
    waiting.clear();
    void worker.terminate();
  };
  const watchOver = () => {
    clearTimeout(watch);
    const [current] = waiting.keys();
    if (current === undefined) return;
    // What was said while this thread itself was held up is heard first.
    const stuck = () => setImmediate(() => waiting.has(current) && end(says.stuck));
    watch = setTimeout(stuck, patience);
  };

  worker.on("message", (said: Done<Result> | object) => {
    if (!("id" in said)) return;
    const job = waiting.get(said.id);
    waiting.delete(said.id);
    if (waiting.size === 0) worker.unref();
    watchOver();
    if ("result" in said) job?.resolve(said.result);
    else job?.reject(new Error(said.problem));
  });
  worker.on("error", (error) => end(says.failed(error)));
  worker.on("exit", () => end(says.ended));
  worker.unref();

  return {
    open: () => waiting.size,
    do: (given) => {
      if (over) return Promise.resolve(undefined);
      const id = next++;
      const job = Promise.withResolvers<Result | undefined>();
      waiting.set(id, job);
      if (waiting.size === 1) watchOver();
      if (holds) worker.ref();
      worker.postMessage({ id, given } satisfies Job<Given>);
      return job.promise;
    },
    end,
  };
}
