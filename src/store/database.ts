import { existsSync } from "node:fs";
import { join } from "node:path";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { DigestTables } from "./digests.ts";
import type { KeptLinesTables } from "./kept-lines.ts";
import { migrate } from "./migrations.ts";
import type { RoomTables } from "./room.ts";
import { sqliteDialect } from "./sqlite.ts";

/** Tables and their columns, by the port that owns them. Times are milliseconds since 1970. */
export type Tables = KeptLinesTables & RoomTables & DigestTables;
export type Database = Kysely<Tables>;

// PostgreSQL gives 64-bit integers as text; ours are times and counts, well within a double.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

type Where = {
  url?: string | undefined;
  directory: string;
  /** Told of a connection that the server closed while it was idle; the next query opens another. */
  onLost?: ((error: Error) => void) | undefined;
};

const fileIn = (directory: string): string => join(directory, "casebook.sqlite");

/** True when a database is there already. */
export function holdsDatabase({ url, directory }: Where): boolean {
  return url !== undefined || existsSync(fileIn(directory));
}

/** Opens and migrates the store: PostgreSQL when `url` is given, else one SQLite file in `directory`. */
export async function openDatabase({ url, directory, onLost }: Where): Promise<Database> {
  const dialect = url ? new PostgresDialect({ pool: postgresPool(url, onLost) }) : sqliteDialect(fileIn(directory));
  const database = new Kysely<Tables>({ dialect });
  await migrate(database.withTables<never>());
  return database;
}

function postgresPool(url: string, onLost: Where["onLost"]): pg.Pool {
  const pool = new pg.Pool({
    ...{ connectionString: url, max: 10, keepAlive: true },
    // A connection that went dead without a word must not hold an answer back for ever.
    ...{ connectionTimeoutMillis: 5000, query_timeout: 30_000 },
  });
  // Without a listener, a restart of PostgreSQL would end this process too.
  pool.on("error", (error) => onLost?.(error));
  return pool;
}
