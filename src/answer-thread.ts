import { Worker } from "node:worker_threads";
import type { Invocation } from "#core/invocation.ts";
import type { Reply, Source } from "#core/reply.ts";
import type { ContentSettings } from "./open-views.ts";

/** What a thread is told: to load the content anew, or to answer. */
export type Told = { readonly load: true } | { readonly id: number; readonly invocation: Invocation };

/** What it says: that it serves this version of the content, or none, as it was asked to or by itself; what an invocation gave; that a command failed. */
export type Said =
  | { readonly serves: string | undefined; readonly asked: boolean }
  | { readonly id: number; readonly reply: Reply }
  | { readonly id: number; readonly problem: string }
  | Failure;

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
  const asked = new Map<number, PromiseWithResolvers<Reply | undefined>>();
  /** Loads that were begun, in order; the first of them with the thread itself. */
  const loading = [Promise.withResolvers<void>()];
  /** Sources as they came first: what is made of one of them is remembered by the object. */
  const sources = new Map<string, Source>();
  let serves: string | undefined;
  let next = 0;
  let open = true;
  let watch: NodeJS.Timeout | undefined;

  const end = (problem: string): void => {
    if (!open) return;
    open = false;
    serves = undefined;
    clearTimeout(watch);
    ended(problem);
    const [current, ...others] = asked.values();
    current?.reject(new Error(problem));
    for (const { resolve } of others) resolve(undefined);
    for (const { resolve } of loading) resolve();
    void worker.terminate();
  };
  const known = (source: Source): Source => {
    const key = JSON.stringify(source);
    const before = sources.get(key) ?? source;
    sources.set(key, before);
    return before;
  };
  const watchOver = () => {
    clearTimeout(watch);
    if (asked.size === 0) return;
    // What was said while this thread itself was held up is heard first.
    const stuck = () => setImmediate(() => asked.has(current) && end("an answer took too long on its thread"));
    const [current = 0] = asked.keys();
    watch = setTimeout(stuck, patience);
  };

  worker.on("message", (said: Said) => {
    if ("serves" in said) {
      serves = said.serves;
      sources.clear();
      if (said.asked) loading.shift()?.resolve();
    } else if ("failure" in said) failed(said);
    else {
      const waiting = asked.get(said.id);
      asked.delete(said.id);
      watchOver();
      if ("reply" in said) waiting?.resolve({ ...said.reply, sources: said.reply.sources.map(known) });
      else waiting?.reject(new Error(said.problem));
    }
  });
  // Its message may quote what was asked.
  worker.on("error", (error) => end(`an answering thread failed: ${error instanceof Error ? error.name : "unknown"}`));
  worker.on("exit", () => end("an answering thread ended"));
  // It never keeps the process alive by itself.
  worker.unref();
  const tell = (told: Told) => worker.postMessage(told);

  return {
    serves: () => serves,
    waiting: () => asked.size,
    run: (invocation) => {
      if (!open) return Promise.resolve(undefined);
      const id = next++;
      const answer = Promise.withResolvers<Reply | undefined>();
      asked.set(id, answer);
      if (asked.size === 1) watchOver();
      tell({ id, invocation });
      return answer.promise;
    },
    reload: () => {
      if (!open) return Promise.resolve();
      const done = Promise.withResolvers<void>();
      loading.push(done);
      tell({ load: true });
      return done.promise;
    },
    end: () => end("the answering thread was ended"),
  };
}
