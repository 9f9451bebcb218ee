import type { Deliverer } from "#core/deliverer.ts";
import type { DeliveryQueue } from "#core/delivery-queue.ts";
import type { Destination } from "#core/destination.ts";
import { hour } from "#core/durations.ts";
import type { Log } from "#core/log.ts";
import type { Desk } from "./compose-post.ts";
import { followContent } from "./content-changes.ts";
import { horizonsAt } from "./horizons.ts";
import { createScheduler } from "./scheduler.ts";
import { createSender, type Patience } from "./sender.ts";

export type DigestParts = {
  /** The desk with what the workspace of a subscription sees of the present library; with all of it when none is named. */
  readonly desk: (where?: Pick<Destination, "workspace">) => Desk;
  readonly deliverers: readonly Deliverer[];
  readonly queue: DeliveryQueue;
  readonly log: Log;
  /** Milliseconds between two looks at what is due. */
  readonly every?: number;
  readonly patience?: Patience;
  /** The clock due times are compared with, and that of sending; both the system's unless said otherwise. */
  readonly now?: () => number;
  readonly clock?: () => number;
};

/** Posts looked for in the outbox at once. */
const sweep = 500;
/** A step of the clock that is no drift. */
const jump = 60_000;

/** Keeps digests going until stopped: composes what is due, sends what waits, follows changes of the content. */
export async function startDigests({
  desk,
  deliverers,
  queue,
  log,
  every = 1000,
  patience,
  now = Date.now,
  clock = Date.now,
}: DigestParts): Promise<{ stop(): Promise<void> }> {
  const { store } = desk();
  const platforms = deliverers.map((deliverer) => deliverer.platform);
  const send = createSender({
    store,
    deliverers: new Map(deliverers.map((deliverer) => [deliverer.platform, deliverer])),
    clock,
    log,
    ...(patience ? { patience } : {}),
    again: (post, at) => queue.enqueue(post, at),
  });
  const scheduler = createScheduler({
    ...{ desk, store, platforms, now, clock, log },
    written: (post, at) => queue.enqueue(post, at),
  });
  const watch = clockWatch(now);
  let followed = "";
  let checked = Number.NEGATIVE_INFINITY;

  /** Gives whether more may be due already. */
  const look = async (): Promise<boolean> => {
    const { library } = desk();
    if (followed !== library.version) await followContent(store.contentHistory, library, now());
    followed = library.version;
    if (watch.jumpedBack() || clock() - checked > hour) {
      checked = clock();
      await scheduler.check();
      await store.forgetDigests(horizonsAt(now(), clock()));
    }
    const composed = await scheduler.tick();
    for (const post of await store.outbox.ready(clock(), platforms, sweep)) await queue.enqueue(post, clock());
    return composed > 0;
  };

  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();
  let stopped = false;
  const plan = (wait: number): void => {
    if (!stopped) timer = setTimeout(again, wait);
  };
  const again = (): void => {
    looking = look().then(
      (more) => plan(more ? 0 : every),
      (error) => {
        log.error({ err: error }, "digests could not be looked after; trying again");
        plan(every);
      },
    );
  };
  await queue.work(platforms, (post) =>
    send(post).catch((error) => log.error({ err: error, delivery: post.id }, "a post failed")),
  );
  again();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await looking;
      await queue.stop();
    },
  };
}

/** Notices a clock that was set back, by comparing it with one that only runs. */
function clockWatch(now: () => number) {
  let ahead = now() - performance.now();
  return {
    jumpedBack: (): boolean => {
      const offset = now() - performance.now();
      const back = offset < ahead - jump;
      ahead = offset;
      return back;
    },
  };
}
