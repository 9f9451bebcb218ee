import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Deliverer } from "#core/deliverer.ts";
import type { DeliveryQueue } from "#core/delivery-queue.ts";
import { newId } from "#core/ids.ts";
import type { Log } from "#core/log.ts";
import type { Outbox } from "#core/outbox.ts";
import type { Store } from "#core/store.ts";
import type { Subscription } from "#core/subscriptions.ts";
import type { Desk } from "#digest/compose-post.ts";
import { inProcessQueue } from "#digest/in-process-queue.ts";
import { startDigests } from "#digest/run.ts";
import { createDiscordDeliverer } from "#platforms/discord/deliver.ts";
import { createSlackDeliverer } from "#platforms/slack/deliver.ts";
import { openStore } from "#store/open.ts";
import { createLog } from "../../src/log.ts";
import { openCasebook } from "../../src/open.ts";
import { cacheDirectory } from "../cache.ts";
import type { Platforms } from "./platforms.ts";

export const silent = createLog("silent");

/** Waits that suit tests; milliseconds. */
export const hasty = { lease: 20_000, firstWait: 30, longestWait: 200, uncertainWait: 60, tries: 14 };

let current: Store | undefined;
let opened: ReturnType<typeof openCasebook> | undefined;

/** Loaded once; commands see the store that was opened last. */
async function theCasebook() {
  const store = async () => current ?? Promise.reject(new Error("no store is open"));
  opened ??= openCasebook(
    { CONTENT_DIR: "content", CACHE_DIR: cacheDirectory },
    { follow: false, store, postsTo: ["slack", "discord"] },
  );
  const casebook = await opened;
  if ("problems" in casebook) throw new Error("the content does not load");
  return casebook;
}

/** The real content and commands over a store: a file of its own, or PostgreSQL at `url`. */
export async function openDesk({
  url,
  directory,
  pace,
}: {
  url?: string;
  directory?: string;
  pace?: Outbox["pace"];
} = {}) {
  const folder = directory ?? (await mkdtemp(join(tmpdir(), "casebook-digest-")));
  const store = await openStore({ url, directory: folder, pace });
  current = store;
  const casebook = await theCasebook();
  const desk = (): Desk => ({
    library: casebook.library(),
    search: casebook.search(),
    store,
    run: (line, origin) => casebook.dispatch.run(casebook.dispatch.read(line, origin)),
  });
  return { store, desk, dispatch: casebook.dispatch, folder };
}

/** Both platforms' ways to post, against servers on loopback. */
export function deliverersFor(
  platforms: Platforms,
  kept: Parameters<typeof createSlackDeliverer>[1]["kept"],
): Deliverer[] {
  const options = { kept, log: silent, timeout: 1000 };
  return [
    createSlackDeliverer({ SLACK_BOT_TOKEN: "xoxb-test", SLACK_API_URL: platforms.slackUrl }, options),
    createDiscordDeliverer({ token: "x".repeat(30), apiUrl: platforms.discordUrl }, options),
  ];
}

/** A subscription of a channel; what is not given is usual. */
export function subscriptionOf(given: Partial<Subscription> & Pick<Subscription, "nextAt">): Subscription {
  return {
    ...{ id: newId(), platform: "slack", workspace: "T1", channel: "C1", line: "digest", schedule: "daily 09:00" },
    ...{ zone: "UTC", createdAt: 0 },
    ...given,
  };
}

type Opened = Awaited<ReturnType<typeof openDesk>>;

/** Runs digests as a process does, with a clock that stands still until it is set. */
export async function runDigests(
  opened: Opened,
  deliverers: readonly Deliverer[],
  { log = silent, queue = inProcessQueue(Date.now) }: { log?: Log; queue?: DeliveryQueue } = {},
) {
  const clock = { now: Date.UTC(2026, 10, 2, 8) };
  const running = await startDigests({
    desk: opened.desk,
    deliverers,
    queue,
    log,
    every: 20,
    patience: hasty,
    now: () => clock.now,
  });
  return { clock, stop: running.stop };
}
