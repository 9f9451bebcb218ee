import type { Log } from "#core/log.ts";
import type { Observer } from "#core/observer.ts";
import { waitAtMost } from "#core/within.ts";
import { loggedOf } from "./errors.ts";

/** Time for work that was acked to finish when stopping, in milliseconds. */
const finishWithin = 8000;

/** Requests worked on at a time; one on top is left, before memory and everybody's patience run out. */
const usuallyOpen = 1000;

export type Work = {
  /** Begins a piece of work that nobody waits for; once stopping, or with too many under way, none. */
  take(piece: () => Promise<void>): void;
  stopping(): boolean;
  /** Takes no more, and waits for what is under way. */
  finish(): Promise<void>;
};

/** Keeps account of the requests under way, so that none is lost at a stop. */
export function createWork(log: Log, observer: Observer, most: number = usuallyOpen): Work {
  const underWay = new Set<Promise<void>>();
  let stopping = false;
  return {
    take: (piece) => {
      if (stopping) return;
      if (underWay.size >= most) {
        observer.unanswered();
        return log.warn({ open: underWay.size }, "too many requests are open; one more was left unanswered");
      }
      const task = observer.request("discord", () =>
        piece().catch((error) => {
          observer.unanswered();
          log.error(loggedOf(error), "an interaction could not be answered");
        }),
      );
      underWay.add(task);
      void task.finally(() => underWay.delete(task));
    },
    stopping: () => stopping,
    finish: async () => {
      stopping = true;
      await waitAtMost(finishWithin, Promise.allSettled(underWay));
      if (underWay.size > 0) log.warn({ answers: underWay.size }, "stopped before every answer was sent");
    },
  };
}
