import type { Delivery, NewDelivery, Taken } from "#core/outbox.ts";
import { paragraph, type Reply, replySchema } from "#core/reply.ts";
import { destinationColumns, destinationFromRow } from "./destination-columns.ts";
import type { DeliveryRow } from "./tables.ts";

/** A new post as a row. @throws Error for a reply that could not be read again */
export function deliveryRow(delivery: NewDelivery, now: number): DeliveryRow {
  return {
    ...destinationColumns(delivery),
    id: delivery.id,
    subscription: delivery.subscription ?? null,
    due: delivery.due,
    person: delivery.person ? 1 : 0,
    ping: delivery.ping ?? null,
    reply: writeReply(delivery.reply),
    state: "waiting",
    attempts: 0,
    failures: 0,
    next_try: now,
    lease_until: null,
    uncertain_since: null,
    message: null,
    problem: null,
    created_at: now,
    finished_at: null,
  };
}

/** The post of a row. */
export function deliveryFromRow(row: DeliveryRow): Delivery {
  const reply = readReply(row.reply);
  return {
    ...destinationFromRow(row),
    id: row.id,
    due: row.due,
    person: row.person === 1,
    reply: reply ?? lost,
    state: row.state,
    attempts: row.attempts,
    nextTry: row.next_try,
    ...(reply ? {} : { unreadable: true }),
    ...(row.ping === null ? {} : { ping: row.ping }),
    ...(row.subscription === null ? {} : { subscription: row.subscription }),
    ...(row.uncertain_since === null ? {} : { uncertainSince: row.uncertain_since }),
    ...(row.message === null ? {} : { message: row.message }),
    ...(row.problem === null ? {} : { problem: row.problem }),
  };
}

/** The post of a row, for whoever claimed it. */
export function takenFromRow(row: DeliveryRow): Taken {
  return { ...deliveryFromRow(row), failures: row.failures, waitingSince: row.created_at };
}

function writeReply(reply: Reply): string {
  const { data, error } = replySchema.safeParse(reply);
  if (error) throw new Error("a post that could not be read again is not kept", { cause: error });
  return JSON.stringify(data);
}

function readReply(text: string): Reply | undefined {
  try {
    return replySchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** What stands where a reply cannot be read, such as after a change of what replies are made of. */
const lost: Reply = {
  ...{ ok: false, command: "digest", line: "digest history", title: "A post that cannot be read any more" },
  parts: [paragraph("This release cannot read what was kept of this post.")],
  ...{ sources: [], data: { error: "unreadable" }, page: 1, shared: false },
};
