import type { Destination } from "#core/destination.ts";
import type { DigestStore } from "#core/digest-store.ts";
import type { Log } from "#core/log.ts";
import type { NewDelivery, Waiting } from "#core/outbox.ts";
import type { Reply } from "#core/reply.ts";
import type { Subscription } from "#core/subscriptions.ts";
import { composePost, type Desk, reasonOf } from "./compose-post.ts";
import { deliveryId } from "./ids.ts";
import { noticeReply } from "./notice.ts";
import { nextDue, previousDue } from "./schedule.ts";
import { scheduleOf } from "./subscription-schedule.ts";

export type SchedulerParts = {
  /** The desk with what the workspace of a subscription sees of the present library. */
  readonly desk: (where: Pick<Destination, "workspace">) => Desk;
  readonly store: DigestStore;
  /** Platforms this process can post to. */
  readonly platforms: readonly string[];
  /** The clock due times are compared with, in milliseconds. */
  readonly now: () => number;
  /** The clock of sending. They differ in drills, where months pass in a minute. */
  readonly clock: () => number;
  readonly log: Log;
  /** Told of each post that was written, and when it is to be sent. */
  readonly written: (post: Waiting, at: number) => Promise<void>;
};

/** Subscriptions read at once, and how long one that could not be composed is left alone, in milliseconds. */
const batch = 50;
const restAfterFailure = 60_000;

/** What comes due becomes deliveries. Any number of processes may do this on one store. */
export function createScheduler({ desk, store, platforms, now, clock, log, written }: SchedulerParts) {
  const resting = new Map<string, number>();

  const compose = async (subscription: Subscription): Promise<void> => {
    const schedule = scheduleOf(subscription);
    const nextAt = nextDue(schedule, Math.max(subscription.nextAt, now()));
    const following = nextDue(schedule, subscription.nextAt);
    // A late start catches up once: with the post of the last time that was missed.
    const missed = following !== undefined && following <= now();
    const due = missed ? (previousDue(schedule, now() + 1) ?? subscription.nextAt) : subscription.nextAt;
    const id = deliveryId(subscription.id, due);
    if (nextAt === undefined) {
      await store.subscriptions.change(subscription.id, { paused: "its schedule never comes round again" });
      return;
    }
    const post = await composePost(desk(subscription), subscription, due, id);
    if ("refused" in post) return stop(subscription, id, post.refused);
    const { platform, workspace, channel, thread, ping } = subscription;
    const delivery: NewDelivery = {
      ...{ id, subscription: subscription.id, platform, workspace, channel, thread, due },
      ...{ person: false, ping },
      reply: post.reply,
    };
    const { items, memory } = post;
    const at = await store.outbox.commit({ subscription, delivery, nextAt, items, memory }, clock());
    if (at !== undefined) await written(delivery, at);
  };

  /** The line works no longer: nothing is posted to the channel, its owner is told once. */
  const stop = async (subscription: Subscription, id: string, refused: Reply): Promise<void> => {
    const reason = `“${subscription.line}” does not work any more: ${reasonOf(refused)}`;
    await store.subscriptions.change(subscription.id, { paused: reason });
    const notice = noticeFor(subscription, `${id}-told`, reason);
    if (notice) await store.outbox.add(notice, clock());
  };

  return {
    /** Composes some of what is due; gives how many it looked at. */
    tick: async (): Promise<number> => {
      const due = await store.subscriptions.due(now(), platforms, batch);
      for (const [id, until] of resting) if (until <= clock()) resting.delete(id);
      const ready = due.filter(({ id }) => !resting.has(id));
      for (const subscription of ready) {
        try {
          await compose(subscription);
        } catch (error) {
          resting.set(subscription.id, clock() + restAfterFailure);
          log.error({ err: error, subscription: subscription.id }, "a digest could not be composed");
        }
      }
      return ready.length;
    },
    /**
     * Brings back due times that lie further ahead than the schedule says: the clock had been set forward, or the rules
     * of a time zone changed.
     */
    check: async (): Promise<number> => {
      let mended = 0;
      for (const subscription of await store.subscriptions.running()) {
        try {
          const next = nextDue(scheduleOf(subscription), now());
          if (next === undefined || subscription.nextAt <= next) continue;
          await store.subscriptions.change(subscription.id, { nextAt: next });
          mended++;
        } catch (error) {
          log.error({ err: error, subscription: subscription.id }, "a digest's due time could not be checked");
        }
      }
      if (mended > 0) log.warn({ mended }, "due times were too far ahead; they follow the clock again");
      return mended;
    },
  };
}

/** A direct message to a subscription's owner; nothing when nobody is known. */
export function noticeFor(subscription: Subscription, id: string, reason: string): NewDelivery | undefined {
  const { platform, workspace, owner } = subscription;
  if (!owner) return undefined;
  return {
    ...{ id, subscription: subscription.id, platform, workspace, due: subscription.nextAt },
    channel: owner,
    person: true,
    reply: noticeReply(subscription, id, reason),
  };
}
