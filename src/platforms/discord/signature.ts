import { createPublicKey, type KeyObject, verify } from "node:crypto";

/** How far a request's time may lie from ours, in seconds: an older one may be somebody's recording. */
const window = 5 * 60;

/**
 * The application's Ed25519 public key, from its 64 hex digits.
 * @throws if they are no point on the curve
 */
export function readPublicKey(hex: string): KeyObject {
  const x = Buffer.from(hex, "hex").toString("base64url");
  return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
}

/** The two headers that Discord signs with. */
export type Signature = { readonly signature: string | undefined; readonly timestamp: string | undefined };

/**
 * Whether Discord signed this body, byte by byte, within five minutes of `now` (milliseconds). It signs the timestamp
 * (seconds since 1970) and the body behind it:
 * https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint-validating-security-request-headers
 */
export function isSigned(body: Buffer, { signature, timestamp }: Signature, key: KeyObject, now: number): boolean {
  if (!signature || !timestamp || !/^[0-9a-f]{128}$/i.test(signature) || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now / 1000 - Number(timestamp)) > window) return false;
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
}
