import { type IncomingHttpHeaders, request as overHttp } from "node:http";
import { request as overHttps } from "node:https";
import { setTimeout as sleep } from "node:timers/promises";
import { onceEachFrozen } from "#core/once-each.ts";
import { refusesBlocks } from "./errors.ts";
import { pace } from "./limits.ts";

/** What became of a message sent to a response_url: sent, its blocks refused, the address used up, or not reached. */
export type Outcome = "sent" | "blocks" | "gone" | "unreachable";

/** The address Slack gives with a command or a click: five messages within half an hour, wherever it was said. */
export type Respond = (message: Readonly<Record<string, unknown>>) => Promise<Outcome>;

/** Gives what answers to a delivery's `response_url`. */
export type RespondTo = (url: string) => Respond;

/**
 * Answers to Slack's own addresses, and to those of the host that the Web API is said to be at (`SLACK_API_URL`). Any
 * other counts as used up: whatever a delivery holds, it makes the bot call nobody else.
 */
export function respondingTo(slackApiUrl: string | undefined): RespondTo {
  const own = slackApiUrl ? new URL(slackApiUrl).host : undefined;
  return (url) => (isSlacks(url, own) ? createRespond(url) : async () => "gone");
}

function isSlacks(url: string, own: string | undefined): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host, username } = new URL(url);
  return (protocol === "https:" && username === "" && /(?:^|\.)slack(?:-gov)?\.com$/.test(host)) || host === own;
}

const tries = 3;

/** Sends to a response_url while it lasts; waits and tries again when Slack is busy. Never rejects, never logs the address. */
export function createRespond(url: string, now: () => number = Date.now): Respond {
  const expires = now() + pace.responseLifetime;
  let uses = 0;
  return async (message) => {
    for (let attempt = 1; attempt <= tries; attempt++) {
      if (uses >= pace.responseUses || now() >= expires) return "gone";
      uses++;
      const answer = await send(url, message);
      if (answer.kind !== "busy") return answer.kind;
      if (answer.wait > pace.longestWait) return "unreachable";
      if (attempt < tries) await sleep(answer.wait);
    }
    return "unreachable";
  };
}

type Answer = { readonly kind: "sent" | "blocks" | "gone" } | { readonly kind: "busy"; readonly wait: number };

async function send(url: string, message: Readonly<Record<string, unknown>>): Promise<Answer> {
  try {
    const { status, headers, said } = await post(url, bodyOf(message));
    if (status === 429) return { kind: "busy", wait: Number(headers["retry-after"] ?? 1) * 1000 };
    if (status >= 500) return { kind: "busy", wait: 500 };
    if (refusesBlocks(said)) return { kind: "blocks" };
    return { kind: status >= 200 && status < 300 && !/"ok":\s*false/.test(said) ? "sent" : "gone" };
  } catch {
    return { kind: "busy", wait: 500 };
  }
}

/** Blocks as JSON, written once for as long as they are remembered: they are nearly all of a message. */
const writtenBlocks = onceEachFrozen((blocks: object) => JSON.stringify(blocks));

function bodyOf({ blocks, ...rest }: Readonly<Record<string, unknown>>): string {
  if (typeof blocks !== "object" || blocks === null) return JSON.stringify({ ...rest, blocks });
  const others = Object.entries(rest).map(([key, value]) => `,${JSON.stringify(key)}:${JSON.stringify(value)}`);
  return `{"blocks":${writtenBlocks(blocks)}${others.join("")}}`;
}

type Said = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly said: string };

const longestAnswer = 2000;

/** Posts JSON over connections that are kept open, follows no redirect; half the work of `fetch`, which counts at every answer. */
function post(url: string, body: string): Promise<Said> {
  const { promise, resolve, reject } = Promise.withResolvers<Said>();
  const request = url.startsWith("http:") ? overHttp : overHttps;
  const headers = { "content-type": "application/json; charset=utf-8", "content-length": Buffer.byteLength(body) };
  const sent = request(url, { method: "POST", headers }, (response) => {
    let said = "";
    response.setEncoding("utf8");
    response.on("data", (letters: string) => {
      if (said.length < longestAnswer) said += letters;
    });
    response.on("error", reject);
    response.on("end", () => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, said: said.slice(0, longestAnswer) });
    });
  });
  const late = setTimeout(() => sent.destroy(new Error("no answer in time")), pace.callTimeout);
  sent.on("close", () => clearTimeout(late));
  sent.on("error", reject);
  sent.end(body);
  return promise;
}
