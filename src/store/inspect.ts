import { existsSync } from "node:fs";
import { Kysely, sql } from "kysely";
import type { DatabaseState } from "#core/database-state.ts";
import type { KeptInstallation } from "#core/installations.ts";
import { sqliteFile } from "#core/sqlite-file.ts";
import { migrationNames } from "./migrations.ts";
import { postgresDialect } from "./postgres.ts";
import { sqliteReader } from "./sqlite.ts";
import type { Tables } from "./tables.ts";

type Where = { readonly url?: string | undefined; readonly directory: string };
type Seen = { kysely_migration: { name: string } } & Pick<Tables, "installations">;

/** Milliseconds a look at PostgreSQL may take: somebody waits for it at a terminal. */
const lookPatience = 10_000;

/** A database as it stands, without bringing it up to date; nothing when there is none. */
function openAsIs({ url, directory }: Where): Kysely<Seen> | undefined {
  const file = sqliteFile(directory);
  if (!url && !existsSync(file)) return undefined;
  const dialect = url ? postgresDialect(url, { most: 1, queryPatience: lookPatience }) : sqliteReader(file);
  return new Kysely<Seen>({ dialect });
}

/** What many workspaces installed, as it is kept. Rejects when the database cannot be reached or read. */
export async function inspectInstallations(where: Where): Promise<readonly KeptInstallation[]> {
  const database = openAsIs(where);
  if (!database) return [];
  try {
    const tables = await database.introspection.getTables();
    if (!tables.some(({ name }) => name === "installations")) return [];
    return await database.selectFrom("installations").select(["id", "sealed"]).orderBy("id").execute();
  } finally {
    await database.destroy();
  }
}

/** Reads a database's state and changes nothing. Rejects when it cannot be reached or read. */
export async function inspectStore(where: Where): Promise<DatabaseState> {
  const database = openAsIs(where);
  if (!database) return { kind: "absent" };
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
      integrity: where.url ? "ok" : await quickCheck(database),
    };
  } finally {
    await database.destroy();
  }
}

async function quickCheck(database: Kysely<Seen>): Promise<string> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(1)`.execute(database);
  return rows[0]?.quick_check ?? "ok";
}
