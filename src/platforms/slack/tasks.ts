import type { Log } from "#core/log.ts";
import { type Observer, unobserved } from "#core/observer.ts";
import { waitAtMost } from "#core/within.ts";
import { slackCode } from "./errors.ts";
import { pace } from "./limits.ts";

/** Work that was acked and must be finished before the process may end. */
export type Tasks = {
  /** Runs it; a failure is logged and goes no further. */
  run(name: string, act: () => Promise<void>): Promise<void>;
  /** Why nothing new is taken: `finish` was called, or so much is open that memory and patience would run out. */
  closed(): "stopping" | "full" | undefined;
  /** Resolves when all is done, at the latest at the deadline (milliseconds since 1970). */
  finish(deadline: number): Promise<void>;
};

/** Keeps count of what is open, of which there may be `most` at a time. */
export function createTasks(log: Log, observer: Observer = unobserved, most: number = pace.mostOpen): Tasks {
  const open = new Set<Promise<void>>();
  let stopping = false;
  return {
    closed: () => (stopping ? "stopping" : open.size >= most ? "full" : undefined),
    run(name, act) {
      const task = act()
        .catch((error: unknown) => {
          observer.unanswered();
          log.error({ code: slackCode(error), err: error }, `a ${name} was not answered`);
        })
        .finally(() => open.delete(task));
      open.add(task);
      return task;
    },
    async finish(deadline) {
      stopping = true;
      const inTime = await waitAtMost(Math.max(0, deadline - Date.now()), Promise.all(open));
      if (!inTime) log.warn({ left: open.size }, "stopped before all answers were sent");
    },
  };
}
