import { sql } from "kysely";
import type { DigestHorizons } from "#core/digest-store.ts";
import type { Database } from "./tables.ts";

/** Deletes what digests need no more, one table after the other. What a channel with a subscription was shown stays known. */
export async function forgetDigests(
  database: Database,
  { finished, slots, changes, memory }: DigestHorizons,
): Promise<void> {
  await database.deleteFrom("deliveries").where("state", "!=", "waiting").where("finished_at", "<", finished).execute();
  await database.deleteFrom("send_slots").where("free_at", "<", slots).execute();
  const told = database.selectFrom("subscriptions").select(({ fn }) => fn.min("last_due").as("since"));
  await database
    .deleteFrom("content_changes")
    .where("at", "<", changes)
    .where(({ eb, fn, val }) => eb("at", "<=", fn.coalesce(told, val(changes))))
    .execute();
  const kept = database.selectFrom("subscriptions").select(sql<string>`platform || ':' || channel`.as("place"));
  const fresh = database.selectFrom("shown_items").select("place").where("shown_at", ">=", memory);
  for (const table of ["shown_items", "channel_memory"] as const)
    await database.deleteFrom(table).where("place", "not in", kept).where("place", "not in", fresh).execute();
}
