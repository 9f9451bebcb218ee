import type { Transaction } from "kysely";
import type { ChannelMemory } from "#core/channel-memory.ts";
import type { Channel } from "#core/destination.ts";
import type { Database, Tables } from "./tables.ts";

const nameOf = ({ platform, channel }: Channel): string => `${platform}:${channel}`;

/** What channels have been shown, in the database. */
export function channelMemory(database: Database): ChannelMemory {
  return {
    shown: async (channel) => {
      const place = nameOf(channel);
      // The version is read first: a post in between makes it too old, never too new.
      const memory = await database.selectFrom("channel_memory").select("version").where("place", "=", place).execute();
      const rows = await database.selectFrom("shown_items").selectAll().where("place", "=", place).execute();
      return { version: memory[0]?.version ?? 0, items: new Map(rows.map((row) => [row.item, row.shown_at])) };
    },
  };
}

/** Moves a channel's memory on; false when it is no longer at this version. */
export async function bumpMemory(
  transaction: Transaction<Tables>,
  channel: Channel,
  version: number,
): Promise<boolean> {
  const place = nameOf(channel);
  await transaction
    .insertInto("channel_memory")
    .values({ place, version: 0 })
    .onConflict((conflict) => conflict.column("place").doNothing())
    .execute();
  const moved = await transaction
    .updateTable("channel_memory")
    .set({ version: version + 1 })
    .where("place", "=", place)
    .where("version", "=", version)
    .executeTakeFirst();
  return moved.numUpdatedRows === 1n;
}

/** Remembers that a channel was shown these items. */
export async function remember(
  transaction: Transaction<Tables>,
  channel: Channel,
  items: readonly string[],
  at: number,
): Promise<void> {
  if (items.length === 0) return;
  const place = nameOf(channel);
  await transaction
    .insertInto("shown_items")
    .values([...new Set(items)].map((item) => ({ place, item, shown_at: at })))
    .onConflict((conflict) => conflict.columns(["place", "item"]).doUpdateSet({ shown_at: at }))
    .execute();
}
