import { setTimeout as sleep } from "node:timers/promises";

type Queue = { tail: Promise<unknown>; waiting: number; free: number };

/** Runs what belongs to one name one after the other, `gap` milliseconds between them; names do not wait for each other. */
export type InTurn = <T>(name: string, act: () => Promise<T>) => Promise<T>;

/** Queues by name, such as one for each channel. */
export function createTurns(gap: number, now: () => number = Date.now): InTurn {
  const queues = new Map<string, Queue>();
  return (name, act) => {
    for (const [idle, queue] of queues) if (queue.waiting === 0 && queue.free <= now()) queues.delete(idle);
    const queue = queues.get(name) ?? { tail: Promise.resolve(), waiting: 0, free: 0 };
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
