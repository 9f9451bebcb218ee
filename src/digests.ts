import type { Painter } from "#chart/painter.ts";
import type { Deliverer } from "#core/deliverer.ts";
import type { DeliveryQueue } from "#core/delivery-queue.ts";
import type { Log } from "#core/log.ts";
import type { Store } from "#core/store.ts";
import type { Desk } from "#digest/compose-post.ts";
import { inProcessQueue } from "#digest/in-process-queue.ts";
import { startDigests } from "#digest/run.ts";
import { slackIsSet } from "./adapters.ts";
import type { Config } from "./config.ts";
import type { Casebook } from "./open.ts";

type Parts = {
  readonly paint: Painter;
  readonly log: Log;
  /** Gives a way to post whose outcomes are counted. */
  readonly observe?: (deliverer: Deliverer) => Deliverer;
};

/** Starts what keeps digests going on the platforms that are configured. */
export async function openDigests(
  config: Config,
  casebook: Casebook,
  store: Store,
  { observe = (deliverer) => deliverer, ...parts }: Parts,
): Promise<{ stop(): Promise<void> }> {
  const { log } = parts;
  const deliverers = await openDeliverers(config, store, parts);
  return startDigests({
    desk: (where) => {
      const search = where ? casebook.searchAt(where) : casebook.search();
      const run: Desk["run"] = (line, origin) => casebook.dispatch.run(casebook.dispatch.read(line, origin));
      return { library: search.library, search, store, run };
    },
    deliverers: deliverers.map(observe),
    queue: await openQueue(config, log),
    log,
  });
}

/** Ways to post, for the platforms that are configured. A platform's library is loaded only then. */
export async function openDeliverers(
  config: Config,
  { keptLines: kept, installations }: Store,
  { paint, log }: Omit<Parts, "observe">,
): Promise<Deliverer[]> {
  const deliverers: Deliverer[] = [];
  if (slackIsSet(config)) {
    const { createSlackDeliverer } = await import("#platforms/slack/deliver.ts");
    deliverers.push(createSlackDeliverer(config, { kept, paint, log, installations }));
  }
  if (config.DISCORD_TOKEN) {
    const { createDiscordDeliverer } = await import("#platforms/discord/deliver.ts");
    deliverers.push(
      createDiscordDeliverer({ token: config.DISCORD_TOKEN, apiUrl: config.DISCORD_API_URL }, { kept, paint, log }),
    );
  }
  return deliverers;
}

/** One process wakes itself; several share PostgreSQL and the engine on it. */
async function openQueue({ DATABASE_URL: url }: Config, log: Log): Promise<DeliveryQueue> {
  if (!url) return inProcessQueue(Date.now);
  const { bossQueue } = await import("#store/boss-queue.ts");
  return bossQueue({
    url,
    onError: (error) => log.error({ err: error }, "the queue of deliveries failed at something"),
  });
}
