import { createHmac } from "node:crypto";
import { isValidSlackRequest } from "@slack/bolt";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isSigned, type Signature } from "#platforms/slack/signature.ts";

const now = 1_767_225_600_000;
const seconds = String(now / 1000);

function signatureOf(body: Uint8Array | string, timestamp: string, secret: string): string {
  return `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:`).update(body).digest("hex")}`;
}

/** The oracle: Bolt's own check. */
function boltTakes(body: Buffer, { signature, timestamp }: Signature, signingSecret: string): boolean {
  const headers = { "x-slack-signature": String(signature), "x-slack-request-timestamp": Number(timestamp) };
  return isValidSlackRequest({ signingSecret, body: body.toString(), headers, nowMilliseconds: now });
}

test("the example of Slack's documentation is taken at its time, and refused five minutes later", () => {
  const secret = "8f742231b10e8888abcd99yyyzzz85a5";
  const body = Buffer.from(
    "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c",
  );
  const signed = {
    timestamp: "1531420618",
    signature: "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
  };
  expect(isSigned(body, signed, secret, 1_531_420_618_000)).toBe(true);
  expect(isSigned(body, signed, secret, 1_531_420_618_000 + 301_000)).toBe(false);
});

test("whatever bytes Slack signs are taken, and Bolt takes them too", () => {
  const texts = fc.string({ unit: "grapheme", maxLength: 300 });
  fc.assert(
    fc.property(texts, fc.string({ minLength: 1 }), fc.integer({ min: -300, max: 300 }), (text, secret, off) => {
      const body = Buffer.from(text);
      const timestamp = String(now / 1000 + off);
      const signed = { timestamp, signature: signatureOf(body, timestamp, secret) };
      expect(isSigned(body, signed, secret, now)).toBe(true);
      expect(boltTakes(body, signed, secret)).toBe(true);
    }),
  );
});

test("a body, secret, time or signature that differs in anything is refused, as by Bolt", () => {
  const changes = fc.record({
    body: fc.string(),
    secret: fc.string({ minLength: 1 }),
    timestamp: fc.oneof(fc.string(), fc.nat().map(String), fc.constant(seconds)),
    signature: fc.oneof(fc.string(), fc.stringMatching(/^v0=[0-9a-f]{64}$/), fc.constant(undefined)),
  });
  fc.assert(
    fc.property(changes, fc.constantFrom("body", "secret", "timestamp", "signature"), (other, changed) => {
      const right = {
        body: "a=1",
        secret: "secret",
        timestamp: seconds,
        signature: signatureOf("a=1", seconds, "secret"),
      };
      fc.pre(other[changed] !== right[changed]);
      const { body, secret, ...signed } = { ...right, [changed]: other[changed] };
      expect(isSigned(Buffer.from(body), signed, secret, now)).toBe(false);
      // Bolt reads a time as a number, so that "07" is 7 to it.
      if (changed !== "timestamp") expect(boltTakes(Buffer.from(body), signed, secret)).toBe(false);
    }),
  );
});

test.each([
  ["more than five minutes old", -301],
  ["more than five minutes ahead", 301],
])("a request is refused that is %s", (_, off) => {
  const timestamp = String(now / 1000 + off);
  expect(isSigned(Buffer.from("x"), { timestamp, signature: signatureOf("x", timestamp, "s") }, "s", now)).toBe(false);
});

test.each([
  ["a header given twice", [signatureOf("x", seconds, "s"), signatureOf("x", seconds, "s")]],
  ["another version", signatureOf("x", seconds, "s").replace("v0", "v1")],
  ["capitals", signatureOf("x", seconds, "s").toUpperCase().replace("V0", "v0")],
  ["half a hash", signatureOf("x", seconds, "s").slice(0, 35)],
])("a signature is refused that is %s", (_, signature) => {
  expect(isSigned(Buffer.from("x"), { timestamp: seconds, signature }, "s", now)).toBe(false);
});
