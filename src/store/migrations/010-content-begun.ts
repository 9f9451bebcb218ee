import type { Migration } from "kysely/migration";

/** Since when changes of the content are noted; not known of a store that noted some before this step. */
export const contentBegunMigration: Migration = {
  up: async ({ schema }) => {
    await schema.alterTable("content_versions").addColumn("begun_at", "bigint").execute();
  },
};
