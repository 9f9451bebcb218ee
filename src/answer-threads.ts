import { availableParallelism, totalmem } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Invocation } from "#core/invocation.ts";
import type { Log } from "#core/log.ts";
import type { Reply } from "#core/reply.ts";
import { type AnswerThread, type Failure, openAnswerThread } from "./answer-thread.ts";
import type { ContentSettings } from "./open-views.ts";

export type AnswerThreads = {
  /** The reply of a thread that serves this version of the content; nothing when there is none. Rejects when it failed. */
  run(invocation: Invocation, version: string): Promise<Reply | undefined>;
  /** Resolves when every thread has loaded the content anew. */
  reload(): Promise<void>;
  /** How many serve a version of the content. */
  serving(version: string): number;
  close(): void;
};

/** What a library with its index takes beside the process's own, generously. */
const bytesNeeded = 1.5 * 2 ** 30;

/** One where there is a second processor and memory enough for another index, else none. */
export function suitedThreads(): number {
  const memory = Math.min(process.constrainedMemory() || Number.POSITIVE_INFINITY, totalmem());
  return availableParallelism() > 1 && memory >= bytesNeeded ? 1 : 0;
}

/**
 * Answers that one thread may have in line: most of those that run side by side, since the thread that listens has enough
 * to do. More are looked up where they are asked.
 */
const mostWaiting = 12;
const firstWait = 1000;
const longestWait = 60_000;

type Parts = {
  /** Told of a bug in a command. */
  readonly failed: (failure: Failure) => void;
  readonly log?: Log | undefined;
  /** Milliseconds after which an answer counts as stuck. */
  readonly patience?: number;
};

/**
 * Threads that answer commands which need no store, so that what arrives meanwhile is received at once. One that ends
 * is started again, after a second at first and a minute at most; without it, answers are worked out where they are asked.
 */
export function openAnswerThreads(
  count: number,
  settings: ContentSettings,
  { failed, log, patience }: Parts,
): AnswerThreads {
  const threads = new Set<AnswerThread>();
  let closed = false;

  const start = (wait: number): void => {
    const begun = Date.now();
    const ended = (problem: string): void => {
      threads.delete(thread);
      if (closed) return;
      log?.error({ problem, wait }, "an answering thread ended and is started again");
      const next = Date.now() - begun > longestWait ? firstWait : Math.min(longestWait, wait * 2);
      void sleep(wait, undefined, { ref: false }).then(() => closed || start(next));
    };
    const thread = openAnswerThread(settings, { failed, ended, patience });
    threads.add(thread);
  };
  for (let i = 0; i < count; i++) start(firstWait);

  return {
    run: async (invocation, version) => {
      let free: AnswerThread | undefined;
      for (const thread of threads)
        if (thread.serves() === version && thread.waiting() < (free?.waiting() ?? mostWaiting)) free = thread;
      return free?.run(invocation);
    },
    reload: async () => {
      await Promise.all([...threads].map((thread) => thread.reload()));
    },
    serving: (version) => [...threads].filter((thread) => thread.serves() === version).length,
    close: () => {
      closed = true;
      for (const thread of threads) thread.end();
    },
  };
}
