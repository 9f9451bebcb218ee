import type { Channel, Destination } from "./destination.ts";
import type { Workspace } from "./origin.ts";

/** A standing wish: a schedule and the command line whose reply is posted when it comes due. */
export type Subscription = Destination & {
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
  ofChannel(channel: Channel): Promise<readonly Subscription[]>;
  change(id: string, change: SubscriptionChange): Promise<void>;
  remove(id: string): Promise<void>;
  /** Pauses the running ones of a workspace; gives how many. */
  pauseIn(workspace: Workspace, reason: string): Promise<number>;
  /** Those of a workspace that are paused for this reason. */
  pausedIn(workspace: Workspace, reason: string): Promise<readonly Subscription[]>;
  /** Running ones of these platforms whose time has come, in no order, so that processes seldom take the same. */
  due(now: number, platforms: readonly string[], limit: number): Promise<readonly Subscription[]>;
  /** Every running one, for checking the due times after a clock was set. */
  running(): Promise<readonly Subscription[]>;
};
