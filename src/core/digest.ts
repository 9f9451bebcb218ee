import type { ContentHistory } from "./content-history.ts";
import type { Reply } from "./reply.ts";

/** Where posts go: a channel of a platform, maybe a thread in it. Ids are the platform's own. */
export type Place = {
  readonly platform: string;
  readonly workspace?: string | undefined;
  readonly channel: string;
  readonly thread?: string | undefined;
};

/** A standing wish: a schedule and the command line whose reply is posted when it comes due. */
export type Subscription = Place & {
  /** Eight letters and digits that people can type. */
  readonly id: string;
  readonly line: string;
  /** As people write it: "weekdays 09:00". */
  readonly schedule: string;
  /** IANA time zone. */
  readonly zone: string;
  /** The role or group that its posts call, in the platform's id. Absent: nobody. */
  readonly ping?: string | undefined;
  /** Who set it up, in the platform's id. */
  readonly owner?: string | undefined;
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  /** When it is due next, paused or not. */
  readonly nextAt: number;
  /** Why nothing is posted, in words for people; absent while it runs. */
  readonly paused?: string | undefined;
  /** The due time of the last post: what changed since then is news. */
  readonly lastDue?: number | undefined;
};

export type SubscriptionChange = Partial<
  Pick<Subscription, "line" | "schedule" | "zone" | "ping" | "nextAt" | "paused" | "lastDue">
>;

/** Subscriptions as commands and the scheduler see them. */
export type Subscriptions = {
  add(subscription: Subscription): Promise<void>;
  find(id: string): Promise<Subscription | undefined>;
  /** Those of a channel, oldest first. */
  ofChannel(place: Pick<Place, "platform" | "channel">): Promise<readonly Subscription[]>;
  change(id: string, change: SubscriptionChange): Promise<void>;
  remove(id: string): Promise<void>;
  /** Pauses the running ones of a workspace; gives how many. */
  pauseIn(place: Pick<Place, "platform"> & { readonly workspace: string }, reason: string): Promise<number>;
  /** Those of a workspace that are paused for this reason. */
  pausedIn(
    place: Pick<Place, "platform"> & { readonly workspace: string },
    reason: string,
  ): Promise<readonly Subscription[]>;
  /** Running ones of these platforms whose time has come, in no order, so that processes seldom take the same. */
  due(now: number, platforms: readonly string[], limit: number): Promise<readonly Subscription[]>;
  /** Every running one, for checking the due times after a clock was set. */
  running(): Promise<readonly Subscription[]>;
};

/** One post on its way. `id` is its subscription and due time, or names a post asked for: the same id is posted once. */
export type Delivery = Place & {
  readonly id: string;
  readonly subscription?: string | undefined;
  readonly due: number;
  /** True for a direct message: `channel` is then a person's id. */
  readonly person: boolean;
  /** The one role or group it calls, in the platform's id; nobody else is ever called. */
  readonly ping?: string | undefined;
  readonly reply: Reply;
  /** Set when what was kept cannot be read any more; `reply` then says so, and is not to be sent. */
  readonly unreadable?: true | undefined;
  readonly state: "waiting" | "sent" | "given-up";
  /** How often it was tried. */
  readonly attempts: number;
  readonly nextTry: number;
  /** Since when a try is under way or ended without an answer: the post may be there already. */
  readonly uncertainSince?: number | undefined;
  /** The platform's id of the message. */
  readonly message?: string | undefined;
  /** What stood in the way last. */
  readonly problem?: string | undefined;
};

export type NewDelivery = Place & Pick<Delivery, "id" | "subscription" | "due" | "person" | "ping" | "reply">;

/** A due subscription's post, with what it was made from: written whole, or not at all. */
export type Composed = {
  readonly subscription: Pick<Subscription, "id" | "nextAt">;
  readonly delivery: NewDelivery;
  /** The due time after this one. */
  readonly nextAt: number;
  /** Items now shown in the channel, and the state of its memory they were chosen from. */
  readonly items: readonly string[];
  readonly memory: number;
};

/** A post as whoever claims it gets it: as it was before. */
export type Taken = Delivery & {
  /** How often a try failed; to be asked to wait is no failure. */
  readonly failures: number;
  /** When it was written, or was to be sent again. */
  readonly waitingSince: number;
};

/** A claimed post; `attempts` as they were before, which tell one claim from the next. */
export type Claimed = Pick<Delivery, "id" | "attempts">;

/** A post by its name, and the platform that it waits for. */
export type Waiting = Pick<Delivery, "id" | "platform">;

/** Posts until they are sent or given up. */
export type Outbox = {
  /**
   * Writes a due post and moves its subscription on, in one transaction. Gives when it will be sent. Undefined:
   * someone else did, or what it was made from has changed; nothing was written.
   */
  commit(composed: Composed, now: number): Promise<number | undefined>;
  /**
   * Writes a post that belongs to no due time. Nothing is written when its id is there already, nor, with `shown`, when
   * the channel's memory has moved on.
   */
  add(
    delivery: NewDelivery,
    now: number,
    shown?: Pick<Composed, "items" | "memory">,
  ): Promise<"added" | "there" | "stale">;
  /** Posts to try now, those that wait longest first. */
  ready(now: number, platforms: readonly string[], limit: number): Promise<readonly Waiting[]>;
  /**
   * Takes a post for `lease` milliseconds, so that nobody else sends it meanwhile. Gives it as it was before, or nothing
   * when it is not to be tried now.
   */
  claim(id: string, now: number, lease: number): Promise<Taken | undefined>;
  sent(id: string, message: string, now: number): Promise<void>;
  /**
   * Tries a claimed post again at a time. `uncertain`: it may have been posted all the same. Gives when it will be tried;
   * undefined when somebody else has claimed it since.
   */
  retry(
    claimed: Claimed,
    at: number,
    problem: string,
    how: { readonly uncertain: boolean; readonly failed: boolean },
  ): Promise<number | undefined>;
  /** Keeps a claimed post without trying any further. `pause` stops its subscription; `notice` tells someone. */
  giveUp(
    claimed: Claimed,
    problem: string,
    now: number,
    pause?: { reason: string; notice?: NewDelivery },
  ): Promise<void>;
  /** A given-up post waits again. False when it does not wait for that. */
  resend(id: string, now: number): Promise<boolean>;
  find(id: string): Promise<Delivery | undefined>;
  /** The last posts of a channel, or of one subscription in it, newest first. */
  history(
    of: Pick<Place, "platform" | "channel"> & Pick<Delivery, "subscription">,
    limit: number,
  ): Promise<readonly Delivery[]>;
  /** Milliseconds between posts: in a channel, and in a workspace. */
  readonly pace: { readonly channel: number; readonly workspace: number };
};

/** What a channel has been shown. */
export type ChannelMemory = {
  /** When each item was shown last, by id, and a number that changes with every post. */
  shown(place: Pick<Place, "platform" | "channel">): Promise<{ version: number; items: ReadonlyMap<string, number> }>;
};

/** What became of a try to post. */
export type PostResult =
  | { readonly kind: "sent"; readonly message: string }
  /** The platform asks to wait; nothing was posted. */
  | { readonly kind: "wait"; readonly milliseconds: number; readonly reason: string }
  /** No answer: it may have been posted. */
  | { readonly kind: "unknown"; readonly reason: string }
  /** It was not ours any more before it left: nothing was posted, and nothing is to be noted. */
  | { readonly kind: "late" }
  /** Refused; nothing was posted. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The channel is gone, closed, or closed to the bot. */
  | { readonly kind: "gone"; readonly reason: string };

/** Whether a post is there: its message id, that it is not, or that nobody can tell. */
export type FoundPost =
  | { readonly kind: "there"; readonly message: string }
  | { readonly kind: "absent" }
  | { readonly kind: "unknown"; readonly reason: string; readonly milliseconds?: number };

/** One platform's way to post unasked. Neither function rejects. */
export type Deliverer = {
  readonly platform: string;
  /**
   * Posts once; never tries by itself a second time. `stillOurs` is asked right before each call that may post: what is
   * not ours any more is left to whoever took it.
   */
  post(delivery: Delivery, stillOurs?: () => boolean): Promise<PostResult>;
  /** Looks whether an earlier try has posted it. */
  find(delivery: Delivery): Promise<FoundPost>;
};

/** Wakes a process when a post is to be tried. The outbox row stays the truth: a name may come twice, or too late. */
export type DeliveryQueue = {
  enqueue(post: Waiting, at: number): Promise<void>;
  /** Calls `handler` for each post to one of these platforms whose time has come. Called once, before any `enqueue`. */
  work(platforms: readonly string[], handler: (post: Waiting) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};

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
