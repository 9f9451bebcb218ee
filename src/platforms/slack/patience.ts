import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import { pace } from "./limits.ts";

const tries = 3;

/**
 * Calls Slack; when it asks to wait, waits as long as it says and calls again, three times in all. Rejects at once when
 * it asks for longer than anyone waits for an answer.
 */
export async function patiently<T>(call: () => Promise<T>, wait: (ms: number) => Promise<unknown> = sleep): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const ms = error instanceof webApi.WebAPIRateLimitedError ? error.retryAfter * 1000 : Number.POSITIVE_INFINITY;
      if (ms > pace.longestWait || attempt === tries) throw error;
      await wait(ms);
    }
  }
}
