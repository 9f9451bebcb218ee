import type { Migration } from "kysely/migration";

/** What people answered to the readiness scorecard: one row a person and day, and one for answers not finished. */
export const scorecardsMigration: Migration = {
  up: async ({ schema }) => {
    await schema
      .createTable("scorecards")
      .addColumn("platform", "text", (column) => column.notNull())
      .addColumn("workspace", "text", (column) => column.notNull())
      .addColumn("asker", "text", (column) => column.notNull())
      .addColumn("day", "text", (column) => column.notNull())
      .addColumn("answers", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("scorecards_key", ["platform", "workspace", "asker", "day"])
      .execute();
  },
};
