import { hour } from "#core/durations.ts";
import type { Log } from "#core/log.ts";
import type { Store } from "#core/store.ts";

export type PurgeParts = {
  /** The store, when anything is kept at all. */
  readonly store: () => Promise<Pick<Store, "retention"> | undefined>;
  readonly retentionDays: number;
  /** Hours after which a silent conversation is forgotten. */
  readonly threadHours: number;
  readonly log: Pick<Log, "info" | "error">;
  readonly now?: () => number;
};

export type Purge = {
  /** Deletes what is past its time. Never rejects. */
  purge(): Promise<void>;
  stop(): void;
};

const betweenPurges = 6 * hour;
/** Two years, so that a scorecard can be compared with earlier quarters. */
const scorecardDays = 730;
/** Longer than any platform brings a delivery again. */
const claimHours = 24;

/** Deletes what is past its time when it is told to, and every six hours until it is stopped. */
export function createPurge({ store, retentionDays, threadHours, log, now = Date.now }: PurgeParts): Purge {
  const purge = async (): Promise<void> => {
    try {
      const ago = (hours: number) => now() - hours * hour;
      const rows = await (await store())?.retention.purge({
        talks: ago(threadHours),
        claims: ago(claimHours),
        scorecards: ago(24 * Math.max(retentionDays, scorecardDays)),
        rest: ago(24 * retentionDays),
      });
      if (rows) log.info({ rows }, "deleted what was past its time");
    } catch (error) {
      log.error({ err: error }, "what is past its time could not be deleted");
    }
  };
  const timer = setInterval(() => void purge(), betweenPurges);
  timer.unref();
  return { purge, stop: () => clearInterval(timer) };
}
