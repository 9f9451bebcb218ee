import type { Migration } from "kysely/migration";

/** The role or group that a subscription's posts call; a post keeps whom it was to call when it was composed. */
export const pingsMigration: Migration = {
  up: async ({ schema }) => {
    for (const table of ["subscriptions", "deliveries"])
      await schema.alterTable(table).addColumn("ping", "text").execute();
  },
};
