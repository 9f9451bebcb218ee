import type { Deliverer, PostResult } from "#core/deliverer.ts";
import type { DigestStore } from "#core/digest-store.ts";
import { hour, week } from "#core/durations.ts";
import type { Log } from "#core/log.ts";
import type { Taken, Waiting } from "#core/outbox.ts";
import { noticeFor } from "./scheduler.ts";

/** How patiently posts are sent; milliseconds. */
export type Patience = {
  /** How long a post belongs to the process that took it. Longer than any one try lasts. */
  readonly lease: number;
  /** First wait after a refusal; doubles each time up to the longest. */
  readonly firstWait: number;
  readonly longestWait: number;
  /** Least wait after a try without an answer: it may still arrive. */
  readonly uncertainWait: number;
  /** Failures after which a post is given up; to be asked to wait is none. */
  readonly tries: number;
};

/** A post that waited for so long is given up, whatever it is that it waits for; milliseconds. */
const longestInAll = week;

/** How patiently posts are sent, unless said otherwise. */
export const usualPatience: Patience = {
  lease: 180_000,
  firstWait: 5_000,
  longestWait: hour,
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
  readonly again: (post: Waiting, at: number) => Promise<void>;
};

/** Sends one post of the outbox; calling it twice, or in two processes, does no harm. */
export function createSender({ store, deliverers, clock, log, patience = usualPatience, again }: SenderParts) {
  const { outbox, subscriptions } = store;

  type Next = {
    readonly wait: number;
    readonly problem: string;
    readonly uncertain: boolean;
    readonly failed: boolean;
  };
  const later = async (delivery: Taken, { wait, problem, ...how }: Next): Promise<void> => {
    log.warn({ delivery: delivery.id, attempts: delivery.attempts + 1, wait, problem }, "a post will be tried again");
    const at = await outbox.retry(delivery, clock() + wait, problem, how);
    if (at !== undefined) await again(delivery, at);
  };

  const giveUp = async (delivery: Taken, problem: string, gone = false): Promise<void> => {
    log.error({ delivery: delivery.id, problem }, "a post was given up, and is kept");
    const subscription = delivery.subscription ? await subscriptions.find(delivery.subscription) : undefined;
    if (!subscription || !gone || delivery.person) return outbox.giveUp(delivery, problem, clock());
    const notice = noticeFor(subscription, `${delivery.id}-told`, problem);
    await outbox.giveUp(delivery, problem, clock(), { reason: problem, ...(notice ? { notice } : {}) });
    if (notice) await again(notice, clock());
  };

  /** Waits for as long as the platform asks. */
  const held = (delivery: Taken, wait: number, problem: string, uncertain: boolean): Promise<void> =>
    clock() - delivery.waitingSince > longestInAll
      ? giveUp(delivery, problem)
      : later(delivery, { wait, problem, uncertain, failed: false });

  /** Tries again after a failure, unless it was the last that there is patience for. */
  const failed = (delivery: Taken, problem: string, uncertain: boolean): Promise<void> => {
    if (delivery.failures + 1 >= patience.tries) return giveUp(delivery, problem);
    const wait = Math.max(uncertain ? patience.uncertainWait : 0, backOff(delivery.failures, patience));
    return later(delivery, { wait, problem, uncertain, failed: true });
  };

  const settle = async (delivery: Taken, result: PostResult): Promise<void> => {
    switch (result.kind) {
      case "sent":
        return outbox.sent(delivery.id, result.message, clock());
      case "late":
        log.warn({ delivery: delivery.id }, "a post took too long to begin; it is tried again when its lease is over");
        return;
      case "wait":
        return held(delivery, result.milliseconds, result.reason, false);
      case "gone":
        return giveUp(delivery, result.reason, true);
      case "refused":
        return failed(delivery, result.reason, false);
      case "unknown":
        return failed(delivery, result.reason, true);
    }
  };

  return async ({ id, platform }: Waiting): Promise<void> => {
    const deliverer = deliverers.get(platform);
    if (!deliverer) return;
    const started = clock();
    const begun = performance.now();
    // What took so long that another process may have taken the post over is left to that one. Two clocks: one may be set.
    const stillOurs = () => Math.max(clock() - started, performance.now() - begun) < patience.lease / 2;
    const delivery = await outbox.claim(id, started, patience.lease);
    if (!delivery) return;
    if (delivery.unreadable) return giveUp(delivery, "what was kept of it cannot be read any more");
    if (delivery.uncertainSince !== undefined) {
      const found = await deliverer.find(delivery);
      if (found.kind === "there") return outbox.sent(id, found.message, clock());
      if (found.kind === "unknown") {
        // Sending again could post twice, so somebody has to look.
        const problem = `It may have been posted already, and I cannot look: ${found.reason}`;
        return found.milliseconds === undefined
          ? failed(delivery, problem, true)
          : held(delivery, found.milliseconds, problem, true);
      }
    }
    await settle(delivery, await deliverer.post(delivery, stillOurs));
  };
}

/** Doubling waits with a fifth of chance in them, so that posts that failed together do not come back together. */
function backOff(failures: number, { firstWait, longestWait }: Patience): number {
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(failures, 20));
  return Math.round(wait * (0.8 + 0.4 * Math.random()));
}
