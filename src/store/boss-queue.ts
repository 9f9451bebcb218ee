import { PgBoss } from "pg-boss";
import { z } from "zod";
import type { DeliveryQueue } from "#core/digest.ts";
import { postgresPatience } from "./postgres.ts";

const queue = "deliveries";
const jobSchema = z.object({ id: z.string() });
/** A post that was put into the queue is not put in again by the scan for this long, in milliseconds. */
const trusted = 10_000;
const most = 50_000;

export type BossOptions = {
  readonly url: string;
  /** Told what the engine has to say about itself. */
  readonly onError: (error: unknown) => void;
  /** Seconds between two looks, and how many posts are sent side by side. */
  readonly every?: number;
  readonly width?: number;
};

/** Shares deliveries among any number of processes, through pg-boss on the same PostgreSQL. Rejects when it is not there. */
export async function bossQueue({ url, onError, every = 1, width = 20 }: BossOptions): Promise<DeliveryQueue> {
  const boss = new PgBoss({
    ...{ connectionString: url, max: 5, application_name: "casebook", keepAlive: true },
    // As for the store: a connection that went dead without a word is given up.
    ...{ connectionTimeoutMillis: postgresPatience.connection, query_timeout: postgresPatience.query },
  });
  boss.on("error", onError);
  await boss.start();
  // "short": one waiting job for each post. What a job does is guarded by the outbox row, so it may come twice.
  await boss.createQueue(queue, {
    policy: "short",
    retryLimit: 2,
    expireInSeconds: 600,
    heartbeatSeconds: 30,
    deleteAfterSeconds: 3600,
  });
  const queuedFor = new Map<string, number>();
  return {
    enqueue: async (id, at) => {
      const now = Date.now();
      if (at <= now && (queuedFor.get(id) ?? 0) > now - trusted) return;
      if (queuedFor.size > most) queuedFor.clear();
      queuedFor.set(id, Math.max(at, now));
      await boss.send(queue, { id }, { singletonKey: id, startAfter: new Date(at) });
    },
    work: async (handler) => {
      await boss.work(
        queue,
        { batchSize: 1, localConcurrency: width, pollingIntervalSeconds: Math.max(0.5, every) },
        async (jobs) => {
          for (const job of jobs) await handler(jobSchema.parse(job.data).id);
        },
      );
    },
    stop: () => boss.stop({ graceful: true, timeout: 8000 }),
  };
}
