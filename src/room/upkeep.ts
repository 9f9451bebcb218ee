import type { Dispatch } from "#core/adapter.ts";
import type { Store } from "#core/store.ts";
import { answeredGaps, type Teller, tellAnswered } from "./answered-gaps.ts";

export type UpkeepParts = {
  readonly store: Store;
  readonly dispatch: Dispatch;
  readonly tellers: ReadonlyMap<string, Teller>;
  readonly retentionDays: number;
  readonly threadHours: number;
  readonly log: {
    readonly info: (fields: object, says: string) => void;
    readonly error: (fields: object, says: string) => void;
  };
  readonly now?: () => number;
};

export type Upkeep = {
  /** Asks open gaps again; call it when the content has changed. Never rejects. */
  contentChanged(): Promise<void>;
  /** Deletes what is past its time. Never rejects. */
  purge(): Promise<void>;
  stop(): void;
};

const hour = 3_600_000;
const betweenPurges = 6 * hour;
/** Two years, so that a scorecard can be compared with earlier quarters. */
const scorecardDays = 730;
/** Longer than any platform brings a delivery again. */
const claimHours = 24;

/** Looks after what rooms leave behind: deletes what is past its time, tells people whose gap is answered. */
export function createUpkeep({
  store,
  dispatch,
  tellers,
  retentionDays,
  threadHours,
  log,
  now = Date.now,
}: UpkeepParts): Upkeep {
  // Asked as a schedule asks, so that asking again counts nowhere.
  const ask = (question: string, workspace: string) => {
    const origin = { platform: "schedule", via: "schedule", ...(workspace ? { workspace } : {}) } as const;
    return dispatch.run({ command: "ask", words: [], named: { question }, rest: "", share: true, page: 1, origin });
  };
  let telling: Promise<void> = Promise.resolve();

  const tell = async (): Promise<void> => {
    try {
      const told = await tellAnswered(await answeredGaps(store, ask), {
        store,
        tellers,
        now,
        onFailure: (error, { platform }) => log.error({ err: error, platform }, "an answered gap could not be told"),
      });
      if (told > 0) log.info({ told }, "told people that their questions are answered now");
    } catch (error) {
      log.error({ err: error }, "open gaps could not be asked again");
    }
  };
  const purge = async (): Promise<void> => {
    try {
      const ago = (hours: number) => now() - hours * hour;
      const rows = await store.retention.purge({
        talks: ago(threadHours),
        claims: ago(claimHours),
        scorecards: ago(24 * Math.max(retentionDays, scorecardDays)),
        rest: ago(24 * retentionDays),
      });
      if (rows > 0) log.info({ rows }, "deleted what was past its time");
    } catch (error) {
      log.error({ err: error }, "what is past its time could not be deleted");
    }
  };
  const timer = setInterval(() => void purge(), betweenPurges);
  timer.unref();

  return {
    contentChanged: () => {
      telling = telling.then(tell);
      return telling;
    },
    purge,
    stop: () => clearInterval(timer),
  };
}
