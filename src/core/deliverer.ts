import type { Delivery } from "./outbox.ts";

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
