import { resolve } from "node:path";
import { makeFolder } from "#core/make-folder.ts";
import type { Outbox } from "#core/outbox.ts";
import type { Store } from "#core/store.ts";
import { claims } from "./claims.ts";
import { holdsDatabase, openDatabase } from "./database.ts";
import { digestStore } from "./digests.ts";
import { installations } from "./installations.ts";
import { keptLines } from "./kept-lines.ts";
import { roomStore } from "./room.ts";
import { sharedSlots } from "./send-slots.ts";

type Where = {
  readonly url?: string | undefined;
  readonly directory: string;
  /** Milliseconds between posts in a channel and in a workspace; the platforms' own unless said otherwise. */
  readonly pace?: Outbox["pace"] | undefined;
  /** Milliseconds a query to PostgreSQL may take; 30,000 unless said otherwise. */
  readonly queryPatience?: number | undefined;
  /** Told of a connection to PostgreSQL that was lost while idle. */
  readonly onLost?: ((error: Error) => void) | undefined;
};

/** Opens the store: PostgreSQL when `url` is given, else SQLite in `directory`. Rejects with a sentence for the operator. */
export async function openStore(where: Where): Promise<Store> {
  if (!where.url) makeDataFolder(resolve(where.directory));
  const database = await openDatabase(where);
  return {
    keptLines: keptLines(database),
    claims: claims(database),
    installations: installations(database),
    slots: sharedSlots(database),
    ...roomStore(database),
    ...digestStore(database, where.pace),
    ping: async () => {
      await database.selectFrom("kept_lines").select("key").limit(1).execute();
    },
    close: () => database.destroy(),
  };
}

function makeDataFolder(path: string): void {
  try {
    makeFolder(path);
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new Error(`${problem}: set DATA_DIR to a folder that the bot's user may write to.`);
  }
}

export type LazyStore = {
  get(): Promise<Store>;
  /** The store, unless nothing was ever kept in it. */
  existing(): Promise<Store | undefined>;
  close(): Promise<void>;
};

/**
 * The store, opened when it is first asked for: one-shot commands that need none leave no file behind. One that could
 * not be opened is tried again by whoever asks next.
 */
export function lazyStore(where: Where): LazyStore {
  let opened: Promise<Store> | undefined;
  const get = (): Promise<Store> => {
    opened ??= openStore(where).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    get,
    existing: async () => (opened || holdsDatabase(where) ? get() : undefined),
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
}
