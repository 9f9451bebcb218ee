import { createHmac, timingSafeEqual } from "node:crypto";

/** How far a request's time may lie from ours, in seconds: an older one may be somebody's recording. */
const window = 5 * 60;

/** The two headers that Slack signs with. */
export type Signature = { readonly signature: unknown; readonly timestamp: unknown };

/**
 * Whether Slack signed this body, byte by byte, within five minutes of `now` (milliseconds). It signs the timestamp
 * (seconds since 1970) and the body behind it, with HMAC-SHA256 under the signing secret:
 * https://docs.slack.dev/authentication/verifying-requests-from-slack
 */
export function isSigned(body: Buffer, { signature, timestamp }: Signature, secret: string, now: number): boolean {
  if (typeof signature !== "string" || !/^v0=[0-9a-f]{64}$/.test(signature)) return false;
  if (typeof timestamp !== "string" || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > window) return false;
  const ours = createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(ours, Buffer.from(signature.slice("v0=".length), "hex"));
}
