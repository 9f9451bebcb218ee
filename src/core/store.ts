import type { Claims } from "./claims.ts";
import type { DigestStore } from "./digest-store.ts";
import type { Installations } from "./installations.ts";
import type { KeptLines } from "./kept-lines.ts";
import type { RoomStore } from "./room.ts";
import type { Slots } from "./slots.ts";

/**
 * What must survive a restart, as ports that `src/store` implements. Commands and adapters see these and never the
 * database.
 */
export type Store = RoomStore &
  DigestStore & {
    readonly keptLines: KeptLines;
    readonly claims: Claims;
    readonly installations: Installations;
    readonly slots: Slots;
    /** Resolves when the database answers a query. */
    ping(): Promise<void>;
    close(): Promise<void>;
  };
