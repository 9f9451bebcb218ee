import { randomInt } from "node:crypto";

/** Letters and digits that are not taken for one another. */
const alphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** A new subscription id: eight letters and digits, none of them alike. */
export function newId(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join("");
}

/** The id of the post that a subscription makes at a due time: the same for every process that composes it. */
export function deliveryId(subscription: string, due: number): string {
  return `${subscription}-${Math.round(due / 1000).toString(36)}`;
}

/** The subscription a delivery's id belongs to. */
export function subscriptionOf(delivery: string): string {
  return delivery.split("-")[0] ?? "";
}
