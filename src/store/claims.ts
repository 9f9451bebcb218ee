import type { Claims } from "#core/claims.ts";
import type { Database } from "./tables.ts";

/** Claims that every process on the database sees. They go with retention. */
export function claims(database: Database): Claims {
  return {
    take: async (names, at) => {
      // In one order everywhere, so that two processes never wait for each other.
      const rows = [...new Set(names)].sort().map((name) => ({ name, at }));
      if (rows.length === 0) return true;
      const { numInsertedOrUpdatedRows } = await database
        .insertInto("claims")
        .values(rows)
        .onConflict((conflict) => conflict.column("name").doNothing())
        .executeTakeFirstOrThrow();
      return numInsertedOrUpdatedRows === BigInt(rows.length);
    },
  };
}
