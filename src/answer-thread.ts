import { Worker } from "node:worker_threads";
import type { Invocation } from "#core/invocation.ts";
import type { Reply, Source } from "#core/reply.ts";
import { type Done, giveJobs, type Job } from "#core/worker-jobs.ts";
import type { ContentSettings } from "./open-views.ts";

/** What a thread is told: to load the content anew, or to answer. */
export type Told = { readonly load: true } | Job<Invocation>;

/** What it says: that it serves this version of the content, or none, as it was asked to or by itself; what an invocation gave; that a command failed. */
export type Said = { readonly serves: string | undefined; readonly asked: boolean } | Done<Reply> | Failure;

/** A bug in a command, with the reference the asker was given. */
export type Failure = { readonly failure: Error; readonly ref: string; readonly command: string };

export type AnswerThread = {
  /** Version of the content it answers from; nothing until that is loaded. */
  readonly serves: () => string | undefined;
  /** How many invocations it has not answered yet. */
  readonly waiting: () => number;
  /** The reply; nothing when the thread ended before it came to this. Rejects when it ended over it. */
  run(invocation: Invocation): Promise<Reply | undefined>;
  /** Loads the content anew; resolves when that is done, or the thread ended. */
  reload(): Promise<void>;
  end(): void;
};

type Parts = {
  readonly failed: (failure: Failure) => void;
  /** Told once, with a sentence, when it takes no more work. */
  readonly ended: (problem: string) => void;
  readonly patience?: number | undefined;
};

/** Milliseconds without an answer after which it counts as stuck, and is ended. */
const longest = 30_000;

/** Starts a thread with a library and an index of its own, which answers what needs no store. */
export function openAnswerThread(
  settings: ContentSettings,
  { failed, ended, patience = longest }: Parts,
): AnswerThread {
  const worker = new Worker(new URL("./answer-worker.ts", import.meta.url), { workerData: settings });
  /** Loads that were begun, in order; the first of them with the thread itself. */
  const loading = [Promise.withResolvers<void>()];
  /** Sources as they came first: what is made of one of them is remembered by the object. */
  const sources = new Map<string, Source>();
  let serves: string | undefined;
  let open = true;

  const jobs = giveJobs<Invocation, Reply>(worker, {
    patience,
    says: {
      stuck: "an answer took too long on its thread",
      // Its message may quote what was asked.
      failed: (error) => `an answering thread failed: ${error instanceof Error ? error.name : "unknown"}`,
      ended: "an answering thread ended",
    },
    ended: (problem) => {
      open = false;
      serves = undefined;
      for (const { resolve } of loading) resolve();
      ended(problem);
    },
    holds: false,
  });
  const known = (source: Source): Source => {
    const key = JSON.stringify(source);
    const before = sources.get(key) ?? source;
    sources.set(key, before);
    return before;
  };

  worker.on("message", (said: Said) => {
    if ("serves" in said) {
      serves = said.serves;
      sources.clear();
      if (said.asked) loading.shift()?.resolve();
    } else if ("failure" in said) failed(said);
  });

  return {
    serves: () => serves,
    waiting: jobs.open,
    run: async (invocation) => {
      const reply = await jobs.do(invocation);
      return reply && { ...reply, sources: reply.sources.map(known) };
    },
    reload: () => {
      if (!open) return Promise.resolve();
      const done = Promise.withResolvers<void>();
      loading.push(done);
      worker.postMessage({ load: true } satisfies Told);
      return done.promise;
    },
    end: () => jobs.end("the answering thread was ended"),
  };
}
