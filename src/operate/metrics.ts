import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Library } from "#content/library.ts";

/** What the index is made of at the moment of reading. */
export type Content = {
  readonly library: Pick<Library, "entries" | "passages">;
  readonly loadedAt: Date;
  /** Problems of the newest edit, when it was refused. */
  readonly problems: readonly unknown[];
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

/** Adds what is read at the moment of a scrape: how old and large the index is, and what is ready. */
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
}
