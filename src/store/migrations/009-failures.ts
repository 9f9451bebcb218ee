import type { Migration } from "kysely/migration";

/** How often a try to send a post failed, apart from how often it was tried: waiting for a platform is no failure. */
export const failuresMigration: Migration = {
  up: async ({ schema }) => {
    await schema
      .alterTable("deliveries")
      .addColumn("failures", "integer", (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
