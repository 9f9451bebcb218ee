import type { ExpressionBuilder, Transaction } from "kysely";
import type { NewDelivery, Outbox } from "#core/outbox.ts";
import { bumpMemory, remember } from "./channel-memory.ts";
import { deliveryFromRow, deliveryRow, takenFromRow } from "./delivery-rows.ts";
import { reserveSlot } from "./send-slots.ts";
import type { Database, Tables } from "./tables.ts";

type Planned = Parameters<typeof reserveSlot>[1] & { readonly id: string };

/** Thrown inside a transaction to undo it: what it was made from has changed. */
class Stale extends Error {}

/** The outbox in the database. `pace`: milliseconds between posts in a channel and in a workspace. */
export function outbox(database: Database, pace: Outbox["pace"] = { channel: 1000, workspace: 200 }): Outbox {
  const one = (id: string) => database.selectFrom("deliveries").selectAll().where("id", "=", id).executeTakeFirst();
  const waiting = (id: string) =>
    database.updateTable("deliveries").where("id", "=", id).where("state", "=", "waiting");

  /** Writes a post, yet without its turn; false when one of its id is there. */
  const write = async (transaction: Transaction<Tables>, delivery: NewDelivery, now: number): Promise<boolean> => {
    const written = await transaction
      .insertInto("deliveries")
      .values(deliveryRow(delivery, now))
      .onConflict((conflict) => conflict.column("id").doNothing())
      .executeTakeFirst();
    return written.numInsertedOrUpdatedRows === 1n;
  };

  /** Gives a post its turn in its channel and workspace: when it will be tried. */
  const plan = async (transaction: Transaction<Tables>, post: Planned, from: number) => {
    const nextTry = await reserveSlot(transaction, post, from, pace);
    await transaction.updateTable("deliveries").set({ next_try: nextTry }).where("id", "=", post.id).execute();
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
          // Somebody asked for it ahead of its time: what it shows is remembered already.
          if (!(await write(transaction, delivery, now))) return now;
          if (!(await bumpMemory(transaction, delivery, memory))) throw new Stale();
          await remember(transaction, delivery, items, delivery.due);
          return plan(transaction, delivery, now);
        });
      } catch (error) {
        if (error instanceof Stale) return undefined;
        throw error;
      }
    },
    add: async (delivery, now, shown) => {
      try {
        return await database.transaction().execute(async (transaction) => {
          if (!(await write(transaction, delivery, now))) return "there";
          if (shown && !(await bumpMemory(transaction, delivery, shown.memory))) throw new Stale();
          if (shown) await remember(transaction, delivery, shown.items, delivery.due);
          await plan(transaction, delivery, now);
          return "added";
        });
      } catch (error) {
        if (error instanceof Stale) return "stale";
        throw error;
      }
    },
    ready: async (now, platforms, limit) => {
      if (platforms.length === 0) return [];
      return database
        .selectFrom("deliveries")
        .select(["id", "platform"])
        .where("state", "=", "waiting")
        .where("next_try", "<=", now)
        .where("platform", "in", platforms)
        .where(isFree(now))
        .orderBy("next_try")
        .limit(limit)
        .execute();
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
      return taken.numUpdatedRows === 1n ? takenFromRow(row) : undefined;
    },
    sent: async (id, message, now) => {
      await database
        .updateTable("deliveries")
        .set({ state: "sent", message, finished_at: now, lease_until: null, uncertain_since: null, problem: null })
        .where("id", "=", id)
        .execute();
    },
    retry: ({ id, attempts }, at, problem, { uncertain, failed }) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable("deliveries")
          .set((row) => ({
            ...{ lease_until: null, problem, ...(uncertain ? {} : { uncertain_since: null }) },
            ...(failed ? { failures: row("failures", "+", 1) } : {}),
          }))
          .where("id", "=", id)
          .where("state", "=", "waiting")
          .where("attempts", "=", attempts + 1)
          .returningAll()
          .executeTakeFirst();
        return row && plan(transaction, row, at);
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
        if (!pause.notice || paused.numUpdatedRows === 0n) return;
        if (await write(transaction, pause.notice, now)) await plan(transaction, pause.notice, now);
      }),
    resend: (id, now) =>
      database.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable("deliveries")
          .set({ state: "waiting", attempts: 0, failures: 0, created_at: now, finished_at: null, lease_until: null })
          .where("id", "=", id)
          .where("state", "=", "given-up")
          .returningAll()
          .executeTakeFirst();
        if (row) await plan(transaction, row, now);
        return row !== undefined;
      }),
    find: async (id) => {
      const row = await one(id);
      return row && deliveryFromRow(row);
    },
    history: async ({ platform, channel, subscription }, limit) => {
      const rows = await database
        .selectFrom("deliveries")
        .selectAll()
        .where((row) => row.and({ platform, channel, person: 0, ...(subscription ? { subscription } : {}) }))
        .orderBy("due", "desc")
        .orderBy("id")
        .limit(limit)
        .execute();
      return rows.map(deliveryFromRow);
    },
  };
}

const isFree = (now: number) => (row: ExpressionBuilder<Tables, "deliveries">) =>
  row.or([row("lease_until", "is", null), row("lease_until", "<=", now)]);
