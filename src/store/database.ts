import { existsSync } from "node:fs";
import { Kysely, sql } from "kysely";
import { errorCode } from "#core/errors.ts";
import { isDamaged, sqliteFile } from "#core/sqlite-file.ts";
import { Unreachable } from "#core/unreachable.ts";
import { migrate } from "./migrations.ts";
import { postgresDialect } from "./postgres.ts";
import { sqliteDialect } from "./sqlite.ts";
import type { Database, Tables } from "./tables.ts";

type Where = {
  url?: string | undefined;
  directory: string;
  /** Milliseconds a query to PostgreSQL may take. */
  queryPatience?: number | undefined;
  /** Told of a connection that the server closed while it was idle; the next query opens another. */
  onLost?: ((error: Error) => void) | undefined;
};

/** True when a database is there already. */
export function holdsDatabase({ url, directory }: Where): boolean {
  return url !== undefined || existsSync(sqliteFile(directory));
}

/**
 * Opens and migrates the store: PostgreSQL when `url` is given, else one SQLite file in `directory`. Rejects with
 * Unreachable when PostgreSQL is away, and with a sentence when the schema is not ours.
 */
export async function openDatabase({ url, directory, queryPatience, onLost }: Where): Promise<Database> {
  const dialect = url ? postgresDialect(url, { most: 10, queryPatience, onLost }) : sqliteIn(directory);
  const database = new Kysely<Tables>({ dialect });
  try {
    if (url) await sql`select 1`.execute(database).catch(explain);
    await migrate(database.withTables<never>());
    return database;
  } catch (error) {
    await database.destroy();
    throw error;
  }
}

function sqliteIn(directory: string): ReturnType<typeof sqliteDialect> {
  const file = sqliteFile(directory);
  try {
    return sqliteDialect(file);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    throw new Error(`${file} is damaged, or no database: put a backup in its place, or move it away to begin anew.`);
  }
}

/** Refused logins and databases that do not exist are the operator's to mend; the rest may pass. */
function explain(error: unknown): never {
  const code = errorCode(error) ?? "no answer";
  if (/^(?:28|3D)/.test(code))
    throw new Error(`PostgreSQL refused DATABASE_URL (${code}): check its user, password and database.`);
  throw new Unreachable(`PostgreSQL did not answer at DATABASE_URL (${code}): check that it runs and can be reached.`);
}
