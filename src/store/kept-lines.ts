import type { KeptLines } from "#core/kept-lines.ts";
import type { Database } from "./tables.ts";

/** Long command lines behind short keys, in the database. Keeping a line again keeps it for longer. */
export function keptLines(database: Database): KeptLines {
  return {
    keep: async (lines) => {
      if (lines.size === 0) return;
      const rows = [...lines].map(([key, line]) => ({ key, line, kept_at: Date.now() }));
      await database
        .insertInto("kept_lines")
        .values(rows)
        .onConflict((conflict) =>
          conflict.column("key").doUpdateSet((row) => ({ kept_at: row.ref("excluded.kept_at") })),
        )
        .execute();
    },
    find: async (key) => {
      const row = await database.selectFrom("kept_lines").select("line").where("key", "=", key).executeTakeFirst();
      return row?.line;
    },
  };
}
