import { PgBoss } from "pg-boss";
import { z } from "zod";
import type { DeliveryQueue } from "#core/delivery-queue.ts";
import { postgresPatience } from "./postgres.ts";

/** Each platform has a queue of its own: a process takes only what it can post. */
const queueOf = (platform: string): string => `deliveries-${platform}`;
const jobSchema = z.object({ id: z.string() });
/** A post that was put into the queue is not put in again by the scan for this long, in milliseconds. */
const trusted = 10_000;
const most = 50_000;

type BossOptions = {
  readonly url: string;
  /** Told what the engine has to say about itself. */
  readonly onError: (error: unknown) => void;
  /** Seconds between two looks, and how many posts are sent side by side, over all platforms. */
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
  const queuedFor = new Map<string, number>();
  return {
    enqueue: async ({ id, platform }, at) => {
      const now = Date.now();
      if (at <= now && (queuedFor.get(id) ?? 0) > now - trusted) return;
      if (queuedFor.size > most) queuedFor.clear();
      queuedFor.set(id, Math.max(at, now));
      await boss.send(queueOf(platform), { id }, { singletonKey: id, startAfter: new Date(at) });
    },
    work: async (platforms, handler) => {
      const localConcurrency = Math.max(1, Math.floor(width / platforms.length));
      for (const platform of platforms) {
        const queue = queueOf(platform);
        // "short": one waiting job for each post. What a job does is guarded by the outbox row, so it may come twice.
        await boss.createQueue(queue, {
          policy: "short",
          retryLimit: 2,
          expireInSeconds: 600,
          heartbeatSeconds: 30,
          deleteAfterSeconds: 3600,
        });
        await boss.work(
          queue,
          { batchSize: 1, localConcurrency, pollingIntervalSeconds: Math.max(0.5, every) },
          async (jobs) => {
            for (const job of jobs) await handler({ id: jobSchema.parse(job.data).id, platform });
          },
        );
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 8000 }),
  };
}
