import { formatProblem, type Problem } from "#content/problem.ts";
import type { Log } from "#core/log.ts";
import { playgroundClock } from "#platforms/playground/playground.ts";
import { createPurge } from "#room/purge.ts";
import { type LazyStore, lazyStore } from "#store/open.ts";
import type { Config } from "../config.ts";
import { type Casebook, openCasebook, version } from "../open.ts";
import { createChanges, openPlayground } from "./open.ts";

export type Playground = {
  readonly address: string;
  readonly casebook: Casebook;
  readonly store: LazyStore;
  close(): Promise<void>;
};

/**
 * Opens the casebook and serves the playground on it. What is said there is kept as on the platforms, from the first
 * word on. Gives the content's problems when it does not load; rejects with a sentence for the operator.
 */
export async function servePlayground(
  config: Config,
  log: Log,
): Promise<Playground | { readonly problems: readonly Problem[] }> {
  const store = lazyStore({ url: config.DATABASE_URL, directory: config.DATA_DIR });
  const changes = createChanges();
  const casebook = await openCasebook(config, {
    follow: true,
    log,
    store: store.get,
    // The prompt beside it keeps no more than any other.
    remembered: ({ platform }) => (platform === "terminal" ? store.existing() : store.get()),
    swapped: () => changes.tell([]),
    refused: (problems) => changes.tell(problems.map(formatProblem)),
    now: playgroundClock,
  });
  if ("problems" in casebook) return casebook;
  const { HOST: host, PORT: port, RETENTION_DAYS: retentionDays, THREAD_HOURS: threadHours } = config;
  const { address, close } = await openPlayground({ host, port }, { casebook, store, changes, version, log });
  const { purge, stop } = createPurge({ store: store.existing, retentionDays, threadHours, log });
  await purge();
  return {
    ...{ address, casebook, store },
    close: async () => {
      stop();
      await close();
      casebook.close();
      await store.close();
    },
  };
}
