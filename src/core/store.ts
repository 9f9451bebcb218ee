import type { KeptLines } from "./adapter.ts";

/**
 * What must survive a restart, as ports that `src/store` implements. Commands and adapters see these and never the
 * database.
 */
export type Store = {
  readonly keptLines: KeptLines;
  close(): Promise<void>;
};
