import type { Migration } from "kysely/migration";

export const keptLinesMigration: Migration = {
  up: async (database) => {
    await database.schema
      .createTable("kept_lines")
      .addColumn("key", "text", (column) => column.primaryKey())
      .addColumn("line", "text", (column) => column.notNull())
      .addColumn("kept_at", "bigint", (column) => column.notNull())
      .execute();
  },
};
