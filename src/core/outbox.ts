import type { Channel, Destination } from "./destination.ts";
import type { Reply } from "./reply.ts";
import type { Subscription } from "./subscriptions.ts";

/** One post on its way. `id` is its subscription and due time, or names a post asked for: the same id is posted once. */
export type Delivery = Destination & {
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

export type NewDelivery = Destination & Pick<Delivery, "id" | "subscription" | "due" | "person" | "ping" | "reply">;

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
  history(of: Channel & Pick<Delivery, "subscription">, limit: number): Promise<readonly Delivery[]>;
  /** Milliseconds between posts: in a channel, and in a workspace. */
  readonly pace: { readonly channel: number; readonly workspace: number };
};
