import type { DeliveryQueue } from "#core/digest.ts";

/**
 * Wakes the one process there is: what is due starts at once, at most `width` at a time. What is due later is left to
 * the scan of the outbox, which is the truth.
 */
export function inProcessQueue(clock: () => number, width = 20): DeliveryQueue {
  const waiting: string[] = [];
  const known = new Set<string>();
  const running = new Set<Promise<void>>();
  let handler: ((id: string) => Promise<void>) | undefined;
  let stopped = false;

  const pump = (): void => {
    while (handler && !stopped && running.size < width) {
      const id = waiting.shift();
      if (id === undefined) return;
      const task = handler(id)
        .catch(() => undefined)
        .finally(() => {
          known.delete(id);
          running.delete(task);
          pump();
        });
      running.add(task);
    }
  };

  return {
    enqueue: async (id, at) => {
      if (stopped || known.has(id) || at > clock()) return;
      known.add(id);
      waiting.push(id);
      pump();
    },
    work: async (given) => {
      handler = given;
      pump();
    },
    stop: async () => {
      stopped = true;
      await Promise.allSettled(running);
    },
  };
}
