import type { CreateTableBuilder } from "kysely";
import type { Migration } from "kysely/migration";

export const digestsMigration: Migration = {
  up: async (database) => {
    const { schema } = database;
    await withPlace(schema.createTable("subscriptions").addColumn("id", "text", (column) => column.primaryKey()))
      .addColumn("line", "text", (column) => column.notNull())
      .addColumn("schedule", "text", (column) => column.notNull())
      .addColumn("zone", "text", (column) => column.notNull())
      .addColumn("owner", "text")
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("next_at", "bigint", (column) => column.notNull())
      .addColumn("paused", "text")
      .addColumn("last_due", "bigint")
      .execute();
    await schema.createIndex("subscriptions_due").on("subscriptions").column("next_at").execute();
    await schema.createIndex("subscriptions_channel").on("subscriptions").columns(["channel", "platform"]).execute();
    await withPlace(schema.createTable("deliveries").addColumn("id", "text", (column) => column.primaryKey()))
      .addColumn("subscription", "text")
      .addColumn("due", "bigint", (column) => column.notNull())
      .addColumn("person", "integer", (column) => column.notNull())
      .addColumn("reply", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("attempts", "integer", (column) => column.notNull())
      .addColumn("next_try", "bigint", (column) => column.notNull())
      .addColumn("lease_until", "bigint")
      .addColumn("uncertain_since", "bigint")
      .addColumn("message", "text")
      .addColumn("problem", "text")
      .addColumn("created_at", "bigint", (column) => column.notNull())
      .addColumn("finished_at", "bigint")
      .execute();
    await schema.createIndex("deliveries_ready").on("deliveries").columns(["state", "next_try"]).execute();
    await schema.createIndex("deliveries_channel").on("deliveries").columns(["channel", "platform"]).execute();
    await schema
      .createTable("channel_memory")
      .addColumn("place", "text", (column) => column.primaryKey())
      .addColumn("version", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createTable("shown_items")
      .addColumn("place", "text", (column) => column.notNull())
      .addColumn("item", "text", (column) => column.notNull())
      .addColumn("shown_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("shown_items_key", ["place", "item"])
      .execute();
    await schema
      .createTable("send_slots")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("free_at", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createTable("content_passages")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("entry", "text", (column) => column.notNull())
      .addColumn("section", "text", (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("content_versions")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("version", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("content_changes")
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("was", "text")
      .execute();
    await schema.createIndex("content_changes_at").on("content_changes").column("at").execute();
  },
};

function withPlace<Table extends string, Column extends string>(table: CreateTableBuilder<Table, Column>) {
  return table
    .addColumn("platform", "text", (column) => column.notNull())
    .addColumn("workspace", "text")
    .addColumn("channel", "text", (column) => column.notNull())
    .addColumn("thread", "text");
}
