import { readFileSync } from "node:fs";
import { z } from "zod";
import { inProcessQueue } from "#digest/in-process-queue.ts";
import { startDigests } from "#digest/run.ts";
import { createDiscordDeliverer } from "#platforms/discord/deliver.ts";
import { createSlackDeliverer } from "#platforms/slack/deliver.ts";
import { bossQueue } from "#store/boss-queue.ts";
import { openStore } from "#store/open.ts";
import { createLog } from "../../src/log.ts";
import { openCasebook } from "../../src/open.ts";
import { cacheDirectory } from "../cache.ts";

/** What a worker of the drill is started with, as JSON in its first argument. */
export const workerSchema = z.object({
  url: z.string().optional(),
  directory: z.string(),
  content: z.string(),
  slackUrl: z.string(),
  discordUrl: z.string(),
  /** The file that holds the drill's time, in milliseconds. */
  clockFile: z.string(),
  pace: z.object({ channel: z.number(), workspace: z.number() }),
  patience: z.object({
    ...{
      lease: z.number(),
      firstWait: z.number(),
      longestWait: z.number(),
      uncertainWait: z.number(),
      tries: z.number(),
    },
  }),
});
export type WorkerConfig = z.infer<typeof workerSchema>;

if (import.meta.main) await work(workerSchema.parse(JSON.parse(process.argv[2] ?? "")));

/** A process that keeps digests, as the bot does, but with the drill's clock and platforms. Ends when killed. */
async function work(config: WorkerConfig): Promise<void> {
  const log = createLog("fatal");
  const store = await openStore(config);
  const casebook = await openCasebook(
    { CONTENT_DIR: config.content, CACHE_DIR: cacheDirectory },
    { follow: false, store: async () => store },
  );
  if ("problems" in casebook) throw new Error("the content does not load");
  const options = { kept: store.keptLines, log, timeout: 2500 };
  let time = 0;
  await startDigests({
    desk: () => ({
      library: casebook.library(),
      search: casebook.search(),
      store,
      run: (line, origin) => casebook.dispatch.run(casebook.dispatch.read(line, origin)),
    }),
    deliverers: [
      createSlackDeliverer({ SLACK_BOT_TOKEN: "xoxb-drill", SLACK_API_URL: config.slackUrl }, options),
      createDiscordDeliverer({ token: "x".repeat(30), apiUrl: config.discordUrl }, options),
    ],
    queue: config.url ? await bossQueue({ url: config.url, onError: () => {}, every: 0.5 }) : inProcessQueue(Date.now),
    log,
    every: 25,
    patience: config.patience,
    now: () => {
      // Read while the file is being replaced, it may be empty for a moment.
      time = Number(readFileSync(config.clockFile, "utf8")) || time;
      return time;
    },
  });
  process.send?.("ready");
}
