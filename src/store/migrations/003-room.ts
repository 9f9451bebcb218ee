import type { CreateTableBuilder, SchemaModule } from "kysely";
import type { Migration } from "kysely/migration";

/** Columns that say where something was said. */
const place = ["platform", "workspace", "channel", "thread"] as const;

export const roomMigration: Migration = {
  up: async ({ schema }) => {
    await table(schema, "threads", ["key"], ["platform", "workspace", "asker", "subjects", "question"], ["at"]);
    await table(
      schema,
      "feedback",
      ["platform", "workspace", "asker", "passage", "wording"],
      ["channel", "thread", "question", "reason"],
      ["helpful", "at"],
    );
    await table(
      schema,
      "gaps",
      ["id"],
      ["workspace", "wording", "question", "passage"],
      ["asked", "first_at", "last_at", "closed_at"],
    );
    await unique(schema, "gaps", ["workspace", "wording"]);
    await table(schema, "gap_filings", ["id"], ["gap", ...place, "asker"], ["at", "told_at"]);
    await unique(schema, "gap_filings", ["gap", ...place, "asker"]);
    await table(schema, "meetings", ["id"], [...place, "studies", "asker"], ["started_at", "ended_at"]);
    await schema.createIndex("meetings_channel").on("meetings").columns(["platform", "channel"]).execute();
    await table(
      schema,
      "meeting_questions",
      ["id"],
      ["meeting", "wording", "question", "answer", "passage", "asker", "owner", "owned_by"],
      ["at"],
    );
    await unique(schema, "meeting_questions", ["meeting", "wording"]);
  },
};

/** A table of texts and numbers (times and counts); only times that have not come yet may be missing. */
async function table(
  schema: SchemaModule,
  name: string,
  key: readonly string[],
  texts: readonly string[],
  numbers: readonly string[],
): Promise<void> {
  const later = new Set(["closed_at", "told_at", "ended_at"]);
  let builder: CreateTableBuilder<string, string> = schema.createTable(name);
  for (const column of [...key, ...texts]) builder = builder.addColumn(column, "text", (text) => text.notNull());
  for (const column of numbers)
    builder = builder.addColumn(column, "bigint", (number) => (later.has(column) ? number : number.notNull()));
  await builder.addPrimaryKeyConstraint(`${name}_key`, [...key]).execute();
}

async function unique(schema: SchemaModule, name: string, columns: readonly string[]): Promise<void> {
  let builder = schema.createIndex(`${name}_once`).unique().on(name);
  for (const column of columns) builder = builder.column(column);
  await builder.execute();
}
