import { createHmac } from "node:crypto";
import { signingSecret, startBot } from "../platforms/slack/harness.ts";
import type { Bot } from "./bot.ts";
import { mutateBytes, mutateJson } from "./mutate.ts";
import { below, maybe } from "./nasty.ts";
import { judged, slackPayload } from "./slack.ts";
import type { Fault, Target } from "./target.ts";
import { underWay } from "./under-way.ts";

type Request = {
  readonly body: string;
  readonly type: string;
  /** Signed with another secret, with an old time, or not at all. */
  readonly forged: boolean;
};

/** Real Bolt behind real HTTP: signed requests, some with broken bytes, some forged. */
export async function slackHttpTarget({ dispatch, kept, paint, log }: Bot): Promise<Target> {
  const { observer, settled } = underWay();
  const { slack, url, stop } = await startBot({ dispatch, parts: { kept, paint, log, observer } });
  const responses = slack.responseUrl("fuzz");

  return {
    name: "slack-http",
    share: 0.2,
    make: (random, number): Request => {
      const payload = mutateJson(random, slackPayload(random, number), below(random, 4));
      const text = JSON.stringify(payload ?? null).replaceAll(/https:\/\/hooks\.slack\.com\/[\w/-]+/g, responses);
      const json = text.includes('"event"') || maybe(random, 0.1);
      const form = () => String(new URLSearchParams({ payload: text }));
      const slash = () => String(new URLSearchParams(Object.entries(fieldsOf(text))));
      const whole = json ? text : text.includes('"command"') ? slash() : form();
      const body = maybe(random, 0.3) ? Buffer.from(mutateBytes(random, Buffer.from(whole))).toString("latin1") : whole;
      const type = json ? "application/json" : "application/x-www-form-urlencoded";
      // Bolt answers a signed body that is nothing not at all; the server in front of it does, after a while.
      if (/^(payload=)?null$/.test(body)) return { body: "{}", type: "application/json", forged: false };
      return { body, type: maybe(random, 0.05) ? "text/plain; charset=x" : type, forged: maybe(random, 0.05) };
    },
    take: async (given): Promise<Fault[]> => {
      const { body, type, forged } = given as Request;
      const status = await send(url, body, type, forged);
      await settled();
      const faults = slack.calls.splice(0).flatMap(({ method, args }) => judged({ method, body: args }));
      if (forged && status !== 401) faults.push({ kind: "crashed", says: `a forged request was answered ${status}` });
      if (status >= 500) faults.push({ kind: "crashed", says: `a request was answered ${status}` });
      return faults;
    },
    close: stop,
  };
}

function fieldsOf(text: string): Record<string, string> {
  const value: unknown = JSON.parse(text);
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, String(JSON.stringify(field))]));
}

async function send(url: string, body: string, type: string, forged: boolean): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const secret = forged ? "another-secret" : signingSecret;
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  const headers = {
    "content-type": type,
    "x-slack-signature": signature,
    "x-slack-request-timestamp": timestamp,
  };
  const response = await fetch(url, { method: "POST", headers, body });
  await response.arrayBuffer();
  return response.status;
}
