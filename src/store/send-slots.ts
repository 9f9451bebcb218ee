import { type Kysely, sql, type Transaction } from "kysely";
import type { Channel } from "#core/destination.ts";
import type { Outbox } from "#core/outbox.ts";
import type { Slots } from "#core/slots.ts";
import type { Database, Tables } from "./tables.ts";

/**
 * The first time from `from` on at which a channel and its workspace take a post; from then on they are busy for their
 * `pace`, for every process.
 */
export async function reserveSlot(
  transaction: Transaction<Tables>,
  { platform, workspace, channel }: Channel & { readonly workspace?: string | null | undefined },
  from: number,
  pace: Outbox["pace"],
): Promise<number> {
  const inWorkspace = workspace ? await take(transaction, `${platform}:${workspace}`, from, pace.workspace) : from;
  return take(transaction, `${platform}:${workspace ?? ""}:${channel}`, inWorkspace, pace.channel);
}

/** Moments that every process sees. */
export function sharedSlots(database: Database): Slots {
  return { take: (name, gap, from) => take(database, name, from, gap) };
}

async function take(database: Kysely<Tables>, name: string, from: number, gap: number): Promise<number> {
  const { free_at } = await database
    .insertInto("send_slots")
    .values({ name, free_at: from + gap })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet({
        free_at: sql<number>`case when send_slots.free_at > ${from} then send_slots.free_at else ${from} end + ${gap}`,
      }),
    )
    .returning("free_at")
    .executeTakeFirstOrThrow();
  return free_at - gap;
}
