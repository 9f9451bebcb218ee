import { setTimeout as sleep } from "node:timers/promises";
import { refusesBlocks } from "./errors.ts";
import { pace } from "./limits.ts";

/** What became of a message sent to a response_url: sent, its blocks refused, the address used up, or not reached. */
export type Outcome = "sent" | "blocks" | "gone" | "unreachable";

/** The address Slack gives with a command or a click: five messages within half an hour, wherever it was said. */
export type Respond = (message: Readonly<Record<string, unknown>>) => Promise<Outcome>;

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
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8" },
      body: JSON.stringify(message),
      redirect: "error",
      signal: AbortSignal.timeout(pace.callTimeout),
    });
    const said = (await response.text()).slice(0, 2000);
    if (response.status === 429) return { kind: "busy", wait: Number(response.headers.get("retry-after") ?? 1) * 1000 };
    if (response.status >= 500) return { kind: "busy", wait: 500 };
    if (refusesBlocks(said)) return { kind: "blocks" };
    return { kind: response.ok && !/"ok":\s*false/.test(said) ? "sent" : "gone" };
  } catch {
    return { kind: "busy", wait: 500 };
  }
}
