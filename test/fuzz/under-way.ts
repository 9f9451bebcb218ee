import { setTimeout as sleep } from "node:timers/promises";
import type { Observer } from "#core/observer.ts";

/** An observer that knows which requests are worked on, so that a case can wait for what it set off. */
export function underWay(): { readonly observer: Observer; settled(): Promise<void> } {
  const open = new Set<Promise<unknown>>();
  return {
    observer: {
      request: (_, work) => {
        const done = work();
        const settled = done.catch(() => {}).finally(() => open.delete(settled));
        open.add(settled);
        return done;
      },
      ...{ acked: () => {}, unanswered: () => {}, toldToWait: () => {} },
    },
    settled: async () => {
      await Promise.race([Promise.all(open), sleep(1500, undefined, { ref: false })]);
    },
  };
}
