import { sql } from "kysely";
import type { Subscription, SubscriptionChange, Subscriptions } from "#core/subscriptions.ts";
import { destinationColumns, destinationFromRow } from "./destination-columns.ts";
import type { Database, SubscriptionRow } from "./tables.ts";

/** Subscriptions in the database. */
export function subscriptions(database: Database): Subscriptions {
  const all = () => database.selectFrom("subscriptions").selectAll();
  return {
    add: async (subscription) => {
      await database.insertInto("subscriptions").values(subscriptionRow(subscription)).execute();
    },
    find: async (id) => {
      const row = await all().where("id", "=", id).executeTakeFirst();
      return row && subscriptionFromRow(row);
    },
    ofChannel: async ({ platform, channel }) => {
      const rows = await all()
        .where("platform", "=", platform)
        .where("channel", "=", channel)
        .orderBy("created_at")
        .orderBy("id")
        .execute();
      return rows.map(subscriptionFromRow);
    },
    change: async (id, change) => {
      await database.updateTable("subscriptions").set(columnsOf(change)).where("id", "=", id).execute();
    },
    remove: async (id) => {
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("subscriptions").where("id", "=", id).execute();
        await transaction
          .deleteFrom("deliveries")
          .where("subscription", "=", id)
          .where("state", "=", "waiting")
          .where("uncertain_since", "is", null)
          .execute();
      });
    },
    pauseIn: async ({ platform, workspace }, reason) => {
      const paused = await database
        .updateTable("subscriptions")
        .set({ paused: reason })
        .where("platform", "=", platform)
        .where("workspace", "=", workspace)
        .where("paused", "is", null)
        .executeTakeFirst();
      return Number(paused.numUpdatedRows);
    },
    pausedIn: async ({ platform, workspace }, reason) => {
      const rows = await all()
        .where("platform", "=", platform)
        .where("workspace", "=", workspace)
        .where("paused", "=", reason)
        .execute();
      return rows.map(subscriptionFromRow);
    },
    due: async (now, platforms, limit) => {
      if (platforms.length === 0) return [];
      const rows = await all()
        .where("next_at", "<=", now)
        .where("paused", "is", null)
        .where("platform", "in", platforms)
        .orderBy(sql`random()`)
        .limit(limit)
        .execute();
      return rows.map(subscriptionFromRow);
    },
    running: async () => (await all().where("paused", "is", null).execute()).map(subscriptionFromRow),
  };
}

function subscriptionFromRow(row: SubscriptionRow): Subscription {
  return {
    ...destinationFromRow(row),
    id: row.id,
    line: row.line,
    schedule: row.schedule,
    zone: row.zone,
    createdAt: row.created_at,
    nextAt: row.next_at,
    ...(row.ping === null ? {} : { ping: row.ping }),
    ...(row.owner === null ? {} : { owner: row.owner }),
    ...(row.paused === null ? {} : { paused: row.paused }),
    ...(row.last_due === null ? {} : { lastDue: row.last_due }),
  };
}

function subscriptionRow(subscription: Subscription): SubscriptionRow {
  return {
    ...destinationColumns(subscription),
    id: subscription.id,
    line: subscription.line,
    schedule: subscription.schedule,
    zone: subscription.zone,
    ping: subscription.ping ?? null,
    owner: subscription.owner ?? null,
    created_at: subscription.createdAt,
    next_at: subscription.nextAt,
    paused: subscription.paused ?? null,
    last_due: subscription.lastDue ?? null,
  };
}

function columnsOf(change: SubscriptionChange): Partial<SubscriptionRow> {
  return {
    ...(change.line === undefined ? {} : { line: change.line }),
    ...(change.schedule === undefined ? {} : { schedule: change.schedule }),
    ...(change.zone === undefined ? {} : { zone: change.zone }),
    ...(change.nextAt === undefined ? {} : { next_at: change.nextAt }),
    ...("ping" in change ? { ping: change.ping ?? null } : {}),
    ...("paused" in change ? { paused: change.paused ?? null } : {}),
    ...(change.lastDue === undefined ? {} : { last_due: change.lastDue }),
  };
}
