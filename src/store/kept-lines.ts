import type { KeptLines } from "#core/adapter.ts";
import type { Database } from "./database.ts";

export type KeptLinesTables = { kept_lines: { key: string; line: string; kept_at: number } };

/** Long command lines behind short keys, in the database. Keeping the same line again does nothing. */
export function keptLines(database: Database): KeptLines {
  return {
    keep: async (lines) => {
      if (lines.size === 0) return;
      const rows = [...lines].map(([key, line]) => ({ key, line, kept_at: Date.now() }));
      await database
        .insertInto("kept_lines")
        .values(rows)
        .onConflict((conflict) => conflict.column("key").doNothing())
        .execute();
    },
    find: async (key) => {
      const row = await database.selectFrom("kept_lines").select("line").where("key", "=", key).executeTakeFirst();
      return row?.line;
    },
  };
}
