import { setTimeout as sleep } from "node:timers/promises";
import { pace } from "./limits.ts";

type Queue = { tail: Promise<unknown>; waiting: number; free: number };

/**
 * Runs what belongs to one name one after the other, `gap` milliseconds between them; names do not wait for each other.
 * Rejects with `Crowded` when too many wait.
 */
export type OneByOne = <T>(name: string, act: () => Promise<T>) => Promise<T>;

/** Thrown when so many messages wait for one channel that the next would come too late. */
export class Crowded extends Error {
  override readonly name = "Crowded";
}

/** Queues by name, such as one for each channel, each of at most `most`. */
export function createOneByOne(gap: number, now: () => number = Date.now, most: number = pace.mostWaiting): OneByOne {
  const queues = new Map<string, Queue>();
  return async (name, act) => {
    for (const [idle, queue] of queues) if (queue.waiting === 0 && queue.free <= now()) queues.delete(idle);
    const queue = queues.get(name) ?? { tail: Promise.resolve(), waiting: 0, free: 0 };
    if (queue.waiting >= most) throw new Crowded();
    queues.set(name, queue);
    queue.waiting++;
    const turn = queue.tail.then(async () => {
      await sleep(Math.max(0, queue.free - now()));
      return act();
    });
    const done = () => {
      queue.waiting--;
      queue.free = now() + gap;
    };
    queue.tail = turn.then(done, done);
    return turn;
  };
}
