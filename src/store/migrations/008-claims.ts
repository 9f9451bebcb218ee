import type { Migration } from "kysely/migration";

/** What one process took upon itself, so that no other does it too. */
export const claimsMigration: Migration = {
  up: async ({ schema }) => {
    await schema
      .createTable("claims")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("at", "bigint", (column) => column.notNull())
      .execute();
  },
};
