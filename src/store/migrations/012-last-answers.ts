import type { Migration } from "kysely/migration";

/** Of a conversation: what was spoken of before, and the line of its last answer, so that "compare them" and "source?" are understood. */
export const lastAnswersMigration: Migration = {
  up: async ({ schema }) => {
    for (const name of ["spoken", "line"])
      await schema
        .alterTable("threads")
        .addColumn(name, "text", (column) => column.notNull().defaultTo(""))
        .execute();
  },
};
