import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Library } from "#content/library.ts";
import type { PostResult } from "#core/deliverer.ts";
import type { Backlog } from "#core/digest-store.ts";
import type { Readiness } from "./readiness.ts";

/** What the index is made of at the moment of reading. */
type Content = {
  readonly library: Pick<Library, "entries" | "passages">;
  readonly loadedAt: Date;
  /** Problems of the newest edit, when it was refused. */
  readonly problems: readonly unknown[];
  /** Threads that answer from it, beside the one that listens. */
  readonly threads: number;
};

export type Metrics = ReturnType<typeof createMetrics>;

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The bot's instruments in a registry of their own; docs/operating.md says what each means. Labels are names of
 * platforms and of declared commands, so that their number is bounded.
 */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry, prefix: "casebook_" });
  return {
    registry,
    /** What the label `command` may say. */
    commands: new Set(["unknown"]),
    request: new Histogram({
      ...{ name: "casebook_request_duration_seconds", help: "From arrival until the answer was sent", registers },
      labelNames: ["platform", "command", "outcome"] as const,
      buckets: seconds,
    }),
    run: new Histogram({
      ...{ name: "casebook_command_duration_seconds", help: "The command alone, without the platform", registers },
      labelNames: ["platform", "command"] as const,
      buckets: [0.0005, 0.001, 0.0025, ...seconds],
    }),
    ack: new Histogram({
      ...{ name: "casebook_ack_duration_seconds", help: "From arrival until the platform was told so", registers },
      labelNames: ["platform"] as const,
      buckets: [...seconds.slice(0, 9), 3, 5],
    }),
    slowAcks: new Counter({
      ...{
        name: "casebook_slow_acks_total",
        help: "Acks that took over one second; after three it is lost",
        registers,
      },
      labelNames: ["platform"] as const,
    }),
    notKnown: new Counter({
      ...{ name: "casebook_not_known_total", help: "Questions answered with: the casebook does not say", registers },
      labelNames: ["platform"] as const,
    }),
    failures: new Counter({
      ...{ name: "casebook_failures_total", help: "Commands that failed on our side", registers },
      labelNames: ["platform", "command"] as const,
    }),
    unanswered: new Counter({
      ...{ name: "casebook_unanswered_total", help: "Requests whose answer could not be sent", registers },
      labelNames: ["platform"] as const,
    }),
    deliveries: new Counter({
      ...{ name: "casebook_deliveries_total", help: "Tries to post a digest, by outcome", registers },
      labelNames: ["platform", "outcome"] as const,
    }),
    waits: new Counter({
      ...{ name: "casebook_rate_limit_waits_total", help: "Times a platform asked to wait", registers },
      labelNames: ["platform"] as const,
    }),
    waitSeconds: new Counter({
      ...{ name: "casebook_rate_limit_wait_seconds_total", help: "Seconds that platforms asked to wait", registers },
      labelNames: ["platform"] as const,
    }),
    busy: new Gauge({ name: "casebook_requests_in_progress", help: "Requests not answered yet", registers }),
  };
}

const postOutcomes: readonly PostResult["kind"][] = ["sent", "wait", "unknown", "late", "refused", "gone"];

/**
 * Lets every counter of a platform begin at 0. Prometheus sees no increase in one that appears with its first burst, and
 * raises no alarm.
 */
export function countFromZero(metrics: Metrics, platform: string): void {
  const { slowAcks, notKnown, unanswered, waits, waitSeconds, failures, deliveries, commands } = metrics;
  for (const counter of [slowAcks, notKnown, unanswered, waits, waitSeconds]) counter.inc({ platform }, 0);
  for (const command of commands) failures.inc({ platform, command }, 0);
  for (const outcome of postOutcomes) deliveries.inc({ platform, outcome }, 0);
}

/** Adds, at each scrape, how old and large the index is. */
export function measureContent({ registry }: Metrics, content: () => Content | undefined): void {
  const gauge = (name: string, help: string, read: (now: Content) => number): void => {
    new Gauge({
      ...{ name, help, registers: [registry] },
      collect() {
        const now = content();
        if (now) this.set(read(now));
      },
    });
  };
  gauge("casebook_index_age_seconds", "Since the content was last loaded", ({ loadedAt }) =>
    Math.max(0, (Date.now() - loadedAt.getTime()) / 1000),
  );
  gauge("casebook_index_entries", "Entries in the index", ({ library }) => library.entries.length);
  gauge("casebook_index_passages", "Passages in the index", ({ library }) => library.passages.length);
  gauge(
    "casebook_content_problems",
    "Problems of the newest edit of the content; above 0 the last good library serves",
    ({ problems }) => problems.length,
  );
  gauge("casebook_answer_threads", "Threads that answer from the present content", ({ threads }) => threads);
}

/** Adds, at each scrape, 1 or 0 for each part that the bot needs. */
export function measureReadiness({ registry }: Metrics, readiness: () => Promise<Readiness>): void {
  new Gauge({
    ...{
      name: "casebook_ready",
      help: "1 where a part is ready: content, store, each platform",
      registers: [registry],
    },
    labelNames: ["part"] as const,
    async collect() {
      const { parts } = await readiness();
      this.reset();
      for (const [part, state] of Object.entries(parts)) this.set({ part }, state === "ready" ? 1 : 0);
    },
  });
}

/** Adds, at each scrape, what is in the outbox; not a number while the store cannot be asked. */
export function measureBacklog({ registry }: Metrics, backlog: () => Promise<Backlog | undefined>): void {
  let asking: Promise<Backlog | undefined> | undefined;
  const ask = (): Promise<Backlog | undefined> => {
    asking ??= backlog()
      .catch(() => undefined)
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
  const gauge = (name: string, help: string, read: (now: Backlog) => number): void => {
    new Gauge({
      ...{ name, help, registers: [registry] },
      async collect() {
        const now = await ask();
        this.set(now ? read(now) : Number.NaN);
      },
    });
  };
  gauge("casebook_deliveries_waiting", "Digest posts not sent yet", ({ waiting }) => waiting);
  gauge("casebook_deliveries_given_up", "Digest posts given up in the last 90 days", ({ givenUp }) => givenUp);
  gauge(
    "casebook_delivery_longest_wait_seconds",
    "How long the waiting post that is due for longest has been due",
    ({ longestWait }) => longestWait / 1000,
  );
}
