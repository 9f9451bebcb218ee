import type { Waiting } from "./outbox.ts";

/** Wakes a process when a post is to be tried. The outbox row stays the truth: a name may come twice, or too late. */
export type DeliveryQueue = {
  enqueue(post: Waiting, at: number): Promise<void>;
  /** Calls `handler` for each post to one of these platforms whose time has come. Called once, before any `enqueue`. */
  work(platforms: readonly string[], handler: (post: Waiting) => Promise<void>): Promise<void>;
  stop(): Promise<void>;
};
