import type { Deliverer, Delivery, DigestStore, PostResult } from "#core/digest.ts";
import { type Log, noticeFor } from "./scheduler.ts";

/** How patiently posts are sent; milliseconds. */
export type Patience = {
  /** How long a post belongs to the process that took it. Longer than any one try lasts. */
  readonly lease: number;
  /** First wait after a refusal; doubles each time up to the longest. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Least wait after a try without an answer: it may still arrive. */
  readonly uncertainWait: number;
  /** Tries after which a post is given up. */
  readonly tries: number;
};

export const usualPatience: Patience = {
  lease: 180_000,
  firstWait: 5_000,
  longestWait: 3_600_000,
  uncertainWait: 20_000,
  tries: 14,
};

export type SenderParts = {
  readonly store: DigestStore;
  readonly deliverers: ReadonlyMap<string, Deliverer>;
  readonly clock: () => number;
  readonly log: Log;
  readonly patience?: Patience;
  /** Told when a post is to be tried again. */
  readonly again: (id: string, at: number) => Promise<void>;
};

/** Sends one post of the outbox; calling it twice, or in two processes, does no harm. */
export function createSender({ store, deliverers, clock, log, patience = usualPatience, again }: SenderParts) {
  const { outbox, subscriptions } = store;

  const later = async (delivery: Delivery, wait: number, problem: string, uncertain: boolean): Promise<void> => {
    log.warn({ delivery: delivery.id, attempts: delivery.attempts + 1, wait, problem }, "a post will be tried again");
    const at = await outbox.retry(delivery, clock() + wait, problem, uncertain);
    if (at !== undefined) await again(delivery.id, at);
  };

  const giveUp = async (delivery: Delivery, problem: string, gone: boolean): Promise<void> => {
    log.error({ delivery: delivery.id, problem }, "a post was given up; it is kept and can be sent again");
    const subscription = delivery.subscription ? await subscriptions.find(delivery.subscription) : undefined;
    if (!subscription || !gone || delivery.person) return outbox.giveUp(delivery, problem, clock());
    const notice = noticeFor(subscription, `${delivery.id}-told`, problem);
    await outbox.giveUp(delivery, problem, clock(), { reason: problem, ...(notice ? { notice } : {}) });
    if (notice) await again(notice.id, clock());
  };

  const settle = async (delivery: Delivery, result: PostResult): Promise<void> => {
    const spent = delivery.attempts + 1 >= patience.tries;
    switch (result.kind) {
      case "sent":
        return outbox.sent(delivery.id, result.message, clock());
      case "late":
        log.warn({ delivery: delivery.id }, "a post took too long to begin; it is tried again when its lease is over");
        return;
      case "wait":
        return later(delivery, result.milliseconds, result.reason, false);
      case "gone":
        return giveUp(delivery, result.reason, true);
      case "refused":
        return spent
          ? giveUp(delivery, result.reason, false)
          : later(delivery, backOff(delivery.attempts, patience), result.reason, false);
      case "unknown": {
        const wait = Math.max(patience.uncertainWait, backOff(delivery.attempts, patience));
        return spent ? giveUp(delivery, result.reason, false) : later(delivery, wait, result.reason, true);
      }
    }
  };

  return async (id: string): Promise<void> => {
    const started = clock();
    const begun = performance.now();
    // What took so long that another process may have taken the post over is left to that one. Two clocks: one may be set.
    const stillOurs = () => Math.max(clock() - started, performance.now() - begun) < patience.lease / 2;
    const delivery = await outbox.claim(id, started, patience.lease);
    const deliverer = delivery && deliverers.get(delivery.platform);
    if (!delivery || !deliverer) return;
    if (delivery.uncertainSince !== undefined) {
      const found = await deliverer.find(delivery);
      if (found.kind === "there") return outbox.sent(id, found.message, clock());
      if (found.kind === "unknown") {
        // Sending again could post twice, so somebody has to look.
        const problem = `It may have been posted already, and I cannot look: ${found.reason}`;
        if (found.milliseconds === undefined && delivery.attempts + 1 >= patience.tries)
          return giveUp(delivery, problem, false);
        const wait = found.milliseconds ?? Math.max(patience.uncertainWait, backOff(delivery.attempts, patience));
        return later(delivery, wait, problem, true);
      }
    }
    await settle(delivery, await deliverer.post(delivery, stillOurs));
  };
}

/** Doubling waits with a fifth of chance in them, so that posts that failed together do not come back together. */
function backOff(attempts: number, { firstWait, longestWait }: Patience): number {
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(attempts, 20));
  return Math.round(wait * (0.8 + 0.4 * Math.random()));
}
