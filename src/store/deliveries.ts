import type { ExpressionBuilder, Kysely, Transaction } from "kysely";
import type { Backlog, Delivery, NewDelivery, Outbox } from "#core/digest.ts";
import { replySchema } from "#core/reply.ts";
import { bumpMemory, remember } from "./channel-memory.ts";
import type { Database, Tables } from "./database.ts";
import { reserveSlot } from "./send-slots.ts";
import { type PlaceColumns, placeColumns, placeOf } from "./subscriptions.ts";

export type DeliveryRow = PlaceColumns & {
  id: string;
  subscription: string | null;
  due: number;
  person: number;
  ping: string | null;
  reply: string;
  state: "waiting" | "sent" | "given-up";
  attempts: number;
  next_try: number;
  lease_until: number | null;
  uncertain_since: number | null;
  message: string | null;
  problem: string | null;
  created_at: number;
  finished_at: number | null;
};
export type DeliveryTables = { deliveries: DeliveryRow };

/** Thrown inside a transaction to undo it: what it was made from has changed. */
class Stale extends Error {}

/** The outbox in the database. `pace`: milliseconds between posts in a channel and in a workspace. */
export function outbox(database: Database, pace: Outbox["pace"] = { channel: 1000, workspace: 200 }): Outbox {
  const one = (id: string) => database.selectFrom("deliveries").selectAll().where("id", "=", id).executeTakeFirst();
  const waiting = (id: string) =>
    database.updateTable("deliveries").where("id", "=", id).where("state", "=", "waiting");

  const write = async (transaction: Transaction<Tables>, delivery: NewDelivery, now: number): Promise<number> => {
    const there = await transaction
      .selectFrom("deliveries")
      .select("next_try")
      .where("id", "=", delivery.id)
      .executeTakeFirst();
    if (there) return there.next_try;
    const nextTry = await reserveSlot(transaction, delivery, now, pace);
    await transaction
      .insertInto("deliveries")
      .values(rowOf(delivery, nextTry, now))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
    return nextTry;
  };

  return {
    pace,
    commit: async ({ subscription, delivery, nextAt, items, memory }, now) => {
      try {
        return await database.transaction().execute(async (transaction) => {
          // The first statement writes: SQLite then holds its lock from the start, PostgreSQL the subscription's row.
          const moved = await transaction
            .updateTable("subscriptions")
            .set({ next_at: nextAt, last_due: delivery.due })
            .where("id", "=", subscription.id)
            .where("next_at", "=", subscription.nextAt)
            .where("paused", "is", null)
            .executeTakeFirst();
          if (moved.numUpdatedRows === 0n) throw new Stale();
          if (!(await bumpMemory(transaction, delivery, memory))) throw new Stale();
          await remember(transaction, delivery, items, delivery.due);
          return write(transaction, delivery, now);
        });
      } catch (error) {
        if (error instanceof Stale) return undefined;
        throw error;
      }
    },
    add: (delivery, now, shown) =>
      database.transaction().execute(async (transaction) => {
        if (shown && !(await bumpMemory(transaction, delivery, shown.memory))) return false;
        if (shown) await remember(transaction, delivery, shown.items, delivery.due);
        await write(transaction, delivery, now);
        return true;
      }),
    ready: async (now, platforms, limit) => {
      if (platforms.length === 0) return [];
      const rows = await database
        .selectFrom("deliveries")
        .select("id")
        .where("state", "=", "waiting")
        .where("next_try", "<=", now)
        .where("platform", "in", platforms)
        .where(isFree(now))
        .orderBy("next_try")
        .limit(limit)
        .execute();
      return rows.map((row) => row.id);
    },
    claim: async (id, now, lease) => {
      const row = await one(id);
      if (row?.state !== "waiting" || row.next_try > now) return undefined;
      const taken = await waiting(id)
        .set({ lease_until: now + lease, attempts: row.attempts + 1, uncertain_since: row.uncertain_since ?? now })
        .where("attempts", "=", row.attempts)
        .where("next_try", "<=", now)
        .where(isFree(now))
        .executeTakeFirst();
      return taken.numUpdatedRows === 1n ? deliveryOf(row) : undefined;
    },
    sent: async (id, message, now) => {
      await database
        .updateTable("deliveries")
        .set({ state: "sent", message, finished_at: now, lease_until: null, uncertain_since: null, problem: null })
        .where("id", "=", id)
        .execute();
    },
    retry: ({ id, attempts }, at, problem, uncertain) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable("deliveries")
          .set({ lease_until: null, problem, ...(uncertain ? {} : { uncertain_since: null }) })
          .where("id", "=", id)
          .where("state", "=", "waiting")
          .where("attempts", "=", attempts + 1)
          .returningAll()
          .executeTakeFirst();
        if (!row) return undefined;
        const nextTry = await reserveSlot(transaction, placeOf(row), at, pace);
        await transaction.updateTable("deliveries").set({ next_try: nextTry }).where("id", "=", id).execute();
        return nextTry;
      }),
    giveUp: ({ id, attempts }, problem, now, pause) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable("deliveries")
          .set({ state: "given-up", problem, finished_at: now, lease_until: null })
          .where("id", "=", id)
          .where("state", "=", "waiting")
          .where("attempts", "=", attempts + 1)
          .returning("subscription")
          .executeTakeFirst();
        if (!row?.subscription || !pause) return;
        const paused = await transaction
          .updateTable("subscriptions")
          .set({ paused: pause.reason })
          .where("id", "=", row.subscription)
          .where("paused", "is", null)
          .executeTakeFirst();
        if (pause.notice && paused.numUpdatedRows === 1n) await write(transaction, pause.notice, now);
      }),
    resend: (id, now) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable("deliveries")
          .set({ state: "waiting", attempts: 0, finished_at: null, lease_until: null })
          .where("id", "=", id)
          .where("state", "=", "given-up")
          .returningAll()
          .executeTakeFirst();
        if (!row) return false;
        const nextTry = await reserveSlot(transaction, placeOf(row), now, pace);
        await transaction.updateTable("deliveries").set({ next_try: nextTry }).where("id", "=", id).execute();
        return true;
      }),
    find: async (id) => {
      const row = await one(id);
      return row && deliveryOf(row);
    },
    history: async ({ platform, channel }, limit) => {
      const rows = await database
        .selectFrom("deliveries")
        .selectAll()
        .where("platform", "=", platform)
        .where("channel", "=", channel)
        .where("person", "=", 0)
        .orderBy("due", "desc")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(deliveryOf);
    },
  };
}

const isFree = (now: number) => (row: ExpressionBuilder<Tables, "deliveries">) =>
  row.or([row("lease_until", "is", null), row("lease_until", "<=", now)]);

/** How many posts wait or were given up. */
export async function backlog(database: Kysely<Tables>, now: number): Promise<Backlog> {
  const rows = await database
    .selectFrom("deliveries")
    .select(({ fn }) => ["state", fn.countAll<number>().as("posts"), fn.min("due").as("due")])
    .where("state", "in", ["waiting", "given-up"])
    .groupBy("state")
    .execute();
  const of = (state: string) => rows.find((row) => row.state === state);
  return {
    waiting: Number(of("waiting")?.posts ?? 0),
    givenUp: Number(of("given-up")?.posts ?? 0),
    longestWait: Math.max(0, now - (of("waiting")?.due ?? now)),
  };
}

/** Deletes posts that ended before a moment; what a channel was shown stays known. */
export async function forgetDeliveries(database: Kysely<Tables>, before: number): Promise<void> {
  await database.deleteFrom("deliveries").where("state", "!=", "waiting").where("finished_at", "<", before).execute();
}

function rowOf(delivery: NewDelivery, nextTry: number, now: number): DeliveryRow {
  return {
    ...placeColumns(delivery),
    id: delivery.id,
    subscription: delivery.subscription ?? null,
    due: delivery.due,
    person: delivery.person ? 1 : 0,
    ping: delivery.ping ?? null,
    reply: JSON.stringify(delivery.reply),
    state: "waiting",
    attempts: 0,
    next_try: nextTry,
    lease_until: null,
    uncertain_since: null,
    message: null,
    problem: null,
    created_at: now,
    finished_at: null,
  };
}

function deliveryOf(row: DeliveryRow): Delivery {
  return {
    ...placeOf(row),
    id: row.id,
    due: row.due,
    person: row.person === 1,
    reply: replySchema.parse(JSON.parse(row.reply)),
    state: row.state,
    attempts: row.attempts,
    nextTry: row.next_try,
    ...(row.ping === null ? {} : { ping: row.ping }),
    ...(row.subscription === null ? {} : { subscription: row.subscription }),
    ...(row.uncertain_since === null ? {} : { uncertainSince: row.uncertain_since }),
    ...(row.message === null ? {} : { message: row.message }),
    ...(row.problem === null ? {} : { problem: row.problem }),
  };
}
