import { expect, test } from "vitest";
import type { Origin } from "#core/invocation.ts";
import { redact } from "../../src/log.ts";
import { faster, growth } from "../growth.ts";
import { openReal } from "../real.ts";
import { words } from "../said.ts";

const { dispatch, store } = await openReal();
const origin: Origin = {
  platform: "slack",
  via: "mention",
  workspace: "T1",
  channel: "C1",
  thread: "1.1",
  asker: "U1",
};
const say = (line: string) => dispatch.run(dispatch.read(line, origin));

/** Put together here, so that nobody's scanner takes them for real ones. */
const letters = "a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8";
const secrets = {
  slack: `xoxb-${"1234567890"}-${letters}`,
  "Slack's app": `xapp-1-A0${letters}`,
  "a private key": "-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA7bq\n-----END RSA PRIVATE KEY-----",
  "a private key's beginning": "-----BEGIN PRIVATE KEY-----\nMIIEowIBAAKCAQEA7bq",
  Amazon: `AKIA${"IOSFODNN7EXAMPLE"}`,
  "Amazon's secret": `aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/${"bPxRfiCYEXAMPLEKEY"}`,
  "a setting in capitals": `SLACK_SIGNING_SECRET=8f742231b10e8888abcd${"99aabbcc85a5"}`,
  "Amazon's setting": `AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/${"bPxRfiCYEXAMPLEKEY"}`,
  "a header": `Bearer ${letters}`,
  "Discord's webhook": `https://discord.com/api/webhooks/123456789012345678/${letters}`,
  OpenAI: `sk-proj-${letters}`,
  Anthropic: `sk-ant-api03-${letters}`,
  GitHub: `ghp_${letters}`,
  "Hugging Face": `hf_${letters}`,
  Stripe: `sk_live_${letters}`,
  "a signed token": `eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.${letters}`,
  "an address with its password": "postgres://casebook:hunter2@db.example.com/casebook",
};

test.each(Object.entries(secrets))(
  "what opens %s is told to be a secret, and nothing of it is repeated",
  async (_, secret) => {
    const lines = [
      secret,
      `who founded OpenAI? ${secret}`,
      `case ${secret}`,
      `find ${secret}`,
      `gaps file question:"${secret}"`,
      `rate no openai#glance/1 question:"who?" reason:"${secret}"`,
      `casebook ask ${secret}`,
    ];
    for (const line of lines) {
      const reply = await say(line);
      expect(reply).toMatchObject({ ok: false, title: "That looks like a secret" });
      expect(words(reply)).toContain("rotate it");
      for (const piece of secret.split(/\s+/).filter((word) => word.length > 15))
        expect(JSON.stringify(reply)).not.toContain(piece);
    }
  },
);

test("nothing of a secret is kept: no gap, no rating, no talk", async () => {
  const kept = await store();
  for (const secret of Object.values(secrets)) await say(`who founded Cohere? ${secret}`);
  await say(`gaps file ${secrets.slack}`);
  await say(`rate no openai#glance/1 question:"${secrets.slack}"`);
  expect(await kept.gaps.open()).toEqual([]);
  expect(await kept.feedback.poor()).toEqual([]);
  expect(await kept.threads.recall("slack/T1/C1/1.1", 0)).toBeUndefined();
});

test.each([
  "what is an xoxb-… token?",
  "what does BEGIN PRIVATE KEY mean?",
  "how do sk-learn and hf_transfer compare?",
  "who owns the API key: the partner or us?",
  "https://www.growthhunt.ai/growth-story/hugging-face",
  "case hugging-face lessons",
  "rate yes hugging-face#glance/3 who founded hugging face?",
  "cost 7B 1T H100 tokens-per-second=1000",
  "what is a governance token: utility or security?",
])("“%s” is no secret", async (line) => {
  expect((await say(line)).title).not.toBe("That looks like a secret");
});

test("a log has none of them either", () => {
  for (const secret of Object.values(secrets)) expect(redact(`failed with ${secret}`)).toBe("failed with [redacted]");
});

test.each(["-", "sk-", "eyJ-", "a_", "token=", "a:"])(
  "work grows with a text of nothing but “%s”, and no faster",
  async (piece) => {
    expect(await growth((length) => redact(piece.repeat(length)), 1200)).toBeLessThan(faster);
  },
);
