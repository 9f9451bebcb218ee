import type { DigestStore, Outbox } from "#core/digest.ts";
import { backlog } from "./backlog.ts";
import { type ChannelMemoryTables, channelMemory } from "./channel-memory.ts";
import { type ContentHistoryTables, contentHistory } from "./content-history.ts";
import type { Database } from "./database.ts";
import { outbox } from "./deliveries.ts";
import type { DeliveryTables } from "./delivery-rows.ts";
import { forgetDigests } from "./digest-retention.ts";
import type { SendSlotTables } from "./send-slots.ts";
import { type SubscriptionTables, subscriptions } from "./subscriptions.ts";

export type DigestTables = SubscriptionTables &
  DeliveryTables &
  ChannelMemoryTables &
  SendSlotTables &
  ContentHistoryTables;

/** All that digests keep, in the database. */
export function digestStore(database: Database, pace?: Outbox["pace"]): DigestStore {
  return {
    subscriptions: subscriptions(database),
    outbox: outbox(database, pace),
    channelMemory: channelMemory(database),
    contentHistory: contentHistory(database),
    backlog: (now) => backlog(database, now),
    forgetDigests: (before) => forgetDigests(database, before),
  };
}
