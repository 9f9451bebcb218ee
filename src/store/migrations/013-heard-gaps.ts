import type { Migration } from "kysely/migration";

/** Of a gap: the channel in which it was last asked for all to read, and when, so that a digest tells no channel what was asked elsewhere. */
export const heardGapsMigration: Migration = {
  up: async ({ schema }) => {
    await schema
      .alterTable("gaps")
      .addColumn("heard_in", "text", (column) => column.notNull().defaultTo(""))
      .execute();
    await schema
      .alterTable("gaps")
      .addColumn("heard_at", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
