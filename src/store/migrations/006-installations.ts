import type { Migration } from "kysely/migration";

export const installationsMigration: Migration = {
  up: async ({ schema }) => {
    await schema
      .createTable("installations")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("sealed", "text", (column) => column.notNull())
      .addColumn("installed_at", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createTable("installation_workspaces")
      .addColumn("workspace", "text", (column) => column.primaryKey())
      .addColumn("organisation", "text", (column) => column.notNull())
      .execute();
  },
};
