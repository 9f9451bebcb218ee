import type { Migration } from "kysely/migration";

/** Of what was asked in a meeting: why it was not looked up, so that the recap lists it without making it an open point. */
export const turnedAwayMigration: Migration = {
  up: async ({ schema }) => {
    await schema
      .alterTable("meeting_questions")
      .addColumn("refused", "text", (column) => column.notNull().defaultTo(""))
      .execute();
  },
};
