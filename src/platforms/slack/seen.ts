import type { Claims } from "#core/claims.ts";
import type { Log } from "#core/log.ts";
import { within } from "#core/within.ts";
import { slackCode } from "./errors.ts";
import { pace } from "./limits.ts";

/** Remembers names for a while, so that what Slack delivers twice is answered once. */
export type Seen = {
  /** Takes all names at once; false when one of them was taken before. */
  claim(names: readonly string[]): boolean;
  /** Gives names back: what they stand for came to nothing and may come again. */
  release(names: readonly string[]): void;
};

/** A memory of deliveries for this process: longer than Slack retries, and never more than so many names. */
export function createSeen(now: () => number = Date.now, memory: number = pace.eventMemory, most = 50_000): Seen {
  const taken = new Map<string, number>();
  return {
    claim(names) {
      const moment = now();
      for (const [name, until] of taken) {
        if (until > moment && taken.size <= most) break;
        taken.delete(name);
      }
      if (names.some((name) => taken.has(name))) return false;
      for (const name of names) taken.set(name, moment + memory);
      return true;
    },
    release: (names) => names.forEach((name) => void taken.delete(name)),
  };
}

/** Takes a delivery under all its names; false when this process or another took it before. Never rejects. */
export type TakeOnce = (names: readonly string[]) => Promise<boolean>;

/**
 * Takes deliveries once among all processes that share `claims`. While these cannot be asked, this process's own memory
 * decides: an answer that comes twice is better than none.
 */
export function takingOnce(seen: Seen, claims: Claims | undefined, log: Log): TakeOnce {
  return async (names) => {
    if (!seen.claim(names)) return false;
    if (!claims) return true;
    const shared = names.map((name) => `slack ${name}`);
    try {
      return await within(pace.claimTimeout, claims.take(shared, Date.now()), "the store took too long");
    } catch (error) {
      log.warn({ code: slackCode(error), err: error }, "what other processes answer could not be looked up");
      return true;
    }
  };
}
