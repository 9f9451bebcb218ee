import type { DigestStore } from "#core/digest-store.ts";
import type { Outbox } from "#core/outbox.ts";
import { backlog } from "./backlog.ts";
import { channelMemory } from "./channel-memory.ts";
import { contentHistory } from "./content-history.ts";
import { forgetDigests } from "./digest-retention.ts";
import { outbox } from "./outbox.ts";
import { subscriptions } from "./subscriptions.ts";
import type { Database } from "./tables.ts";

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
