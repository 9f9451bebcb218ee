import { createHash } from "node:crypto";
import type { Destination } from "#core/destination.ts";

/** No subscription's id begins so: an o is taken for a zero. */
const once = "now";

/** What stands for the subscription in the id of a post that was asked for at once: the same for a destination and a line. */
export function onceId({ platform, channel, thread = "" }: Destination, line: string): string {
  const asked = createHash("sha256").update([platform, channel, thread, line].join("\n"));
  return `${once}${asked.digest("hex").slice(0, 12)}`;
}

/** True for the id of a post that no subscription stands behind. */
export function isOnce(delivery: string): boolean {
  return delivery.startsWith(once);
}

/** The id of the post that a subscription makes at a due time: the same for every process that composes it. */
export function deliveryId(subscription: string, due: number): string {
  return `${subscription}-${Math.round(due / 1000).toString(36)}`;
}

/** The subscription a delivery's id belongs to. */
export function subscriptionOf(delivery: string): string {
  return delivery.split("-")[0] ?? "";
}

/** A few letters that stand for some subscriptions and no others, in any order. */
export function markOf(ids: readonly string[]): string {
  return createHash("sha256").update(ids.toSorted().join("\n")).digest("hex").slice(0, 8);
}
