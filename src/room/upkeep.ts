import type { Dispatch } from "#core/adapter.ts";
import type { Store } from "#core/store.ts";
import { answeredGaps, type Teller, tellAnswered } from "./answered-gaps.ts";
import { createPurge, type Purge, type PurgeParts } from "./purge.ts";

export type UpkeepParts = Omit<PurgeParts, "store"> & {
  readonly store: Store;
  readonly dispatch: Dispatch;
  readonly tellers: ReadonlyMap<string, Teller>;
};

export type Upkeep = Purge & {
  /** Asks open gaps again; call it when the content has changed. Never rejects. */
  contentChanged(): Promise<void>;
};

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

  return {
    ...createPurge({ store: async () => store, retentionDays, threadHours, log, now }),
    contentChanged: () => {
      telling = telling.then(tell);
      return telling;
    },
  };
}
