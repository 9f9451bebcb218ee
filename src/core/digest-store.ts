import type { ChannelMemory } from "./channel-memory.ts";
import type { ContentHistory } from "./content-history.ts";
import type { Outbox } from "./outbox.ts";
import type { Subscriptions } from "./subscriptions.ts";

/** What is in the outbox. */
export type Backlog = {
  readonly waiting: number;
  /** Not older than posts are kept. */
  readonly givenUp: number;
  /** Milliseconds since the time of the waiting post that is due for longest; 0 when none is due. */
  readonly longestWait: number;
};

/** Moments before which what digests kept is deleted. */
export type DigestHorizons = {
  /** Posts that were sent or given up. */
  readonly finished: number;
  /** When a channel or workspace took its next post. */
  readonly slots: number;
  /** Changes of the content, but for those that a subscription's next post is still to tell. */
  readonly changes: number;
  /** What was shown in channels without a subscription. */
  readonly memory: number;
};

/** What digests keep. */
export type DigestStore = {
  readonly subscriptions: Subscriptions;
  readonly outbox: Outbox;
  readonly channelMemory: ChannelMemory;
  readonly contentHistory: ContentHistory;
  backlog(now: number): Promise<Backlog>;
  /** Deletes what digests need no more. */
  forgetDigests(before: DigestHorizons): Promise<void>;
};
