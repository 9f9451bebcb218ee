import { existsSync } from "node:fs";
import { join } from "node:path";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { migrationNames } from "./migrations.ts";
import { sqliteDialect } from "./sqlite.ts";

/** What a database looks like from outside, before anything is changed in it. */
export type Inspected =
  | { readonly kind: "absent" }
  | {
      readonly kind: "present";
      /** Steps of the schema this release will take when it starts. */
      readonly waiting: readonly string[];
      /** Steps that only a newer release knows. */
      readonly unknown: readonly string[];
      /** What SQLite says of its file: "ok", or what is damaged. */
      readonly integrity: string;
    };

/** Reads a database's state and changes nothing. Rejects when it cannot be reached or read. */
export async function inspectStore({
  url,
  directory,
}: {
  readonly url?: string | undefined;
  readonly directory: string;
}): Promise<Inspected> {
  const file = join(directory, "casebook.sqlite");
  if (!url && !existsSync(file)) return { kind: "absent" };
  const dialect = url
    ? new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5000 }) })
    : sqliteDialect(file);
  const database = new Kysely<{ kysely_migration: { name: string } }>({ dialect });
  try {
    const tables = await database.introspection.getTables({ withInternalKyselyTables: true });
    const rows = tables.some(({ name }) => name === "kysely_migration")
      ? await database.selectFrom("kysely_migration").select("name").execute()
      : [];
    const done = rows.map(({ name }) => name);
    return {
      kind: "present",
      waiting: migrationNames.filter((name) => !done.includes(name)),
      unknown: done.filter((name) => !migrationNames.includes(name)),
      integrity: url ? "ok" : await quickCheck(database),
    };
  } finally {
    await database.destroy();
  }
}

async function quickCheck(database: Kysely<{ kysely_migration: { name: string } }>): Promise<string> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(database);
  return rows[0]?.quick_check ?? "ok";
}
