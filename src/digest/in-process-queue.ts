import type { DeliveryQueue } from "#core/delivery-queue.ts";
import type { Waiting } from "#core/outbox.ts";

/**
 * Wakes the one process there is: what is due starts at once, at most `width` at a time. What is due later is left to
 * the scan of the outbox, which is the truth.
 */
export function inProcessQueue(clock: () => number, width = 20): DeliveryQueue {
  const waiting: Waiting[] = [];
  const known = new Set<string>();
  const running = new Set<Promise<void>>();
  let handler: ((post: Waiting) => Promise<void>) | undefined;
  let stopped = false;

  const pump = (): void => {
    while (handler && !stopped && running.size < width) {
      const post = waiting.shift();
      if (post === undefined) return;
      const task = handler(post)
        .catch(() => undefined)
        .finally(() => {
          known.delete(post.id);
          running.delete(task);
          pump();
        });
      running.add(task);
    }
  };

  return {
    enqueue: async (post, at) => {
      if (stopped || known.has(post.id) || at > clock()) return;
      known.add(post.id);
      waiting.push(post);
      pump();
    },
    work: async (_, given) => {
      handler = given;
      pump();
    },
    stop: async () => {
      stopped = true;
      await Promise.allSettled(running);
    },
  };
}
