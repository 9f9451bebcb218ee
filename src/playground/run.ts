import { formatProblem } from "#content/problem.ts";
import { playgroundClock } from "#platforms/playground/playground.ts";
import { startPrompt } from "#platforms/terminal/prompt.ts";
import { styleFor } from "#platforms/terminal/style.ts";
import { lazyStore } from "#store/open.ts";
import type { Config } from "../config.ts";
import { readEnvironment } from "../environment.ts";
import { openInstruments } from "../instruments.ts";
import { createLog } from "../log.ts";
import { openCasebook, version } from "../open.ts";
import { createChanges, openPlayground } from "./open.ts";

/** Serves the playground until it is stopped; on a terminal with the prompt beside it. `leave` ends with sentences. */
export async function runPlayground(
  config: Config,
  leave: (sentences: readonly string[], code: number) => void,
): Promise<void> {
  const prompts = process.stdin.isTTY;
  const log = createLog(prompts && config.LOG_LEVEL === "info" ? "warn" : config.LOG_LEVEL);
  const store = lazyStore({ url: config.DATABASE_URL, directory: config.DATA_DIR });
  const changes = createChanges();
  const casebook = await openCasebook(config, {
    follow: true,
    log,
    store: store.get,
    remembered: store.existing,
    swapped: () => changes.tell([]),
    refused: (problems) => changes.tell(problems.map(formatProblem)),
    now: playgroundClock,
  });
  if ("problems" in casebook) return leave(casebook.problems.map(formatProblem), 1);
  try {
    // Nothing is kept until something is rated: an absent store is a ready one.
    const kept = async () => (await store.existing()) ?? { ping: async () => {} };
    const instruments = await openInstruments(config, log, { casebook, store: kept, adapters: [] });
    const { address, close } = await openPlayground(
      { host: config.HOST, port: config.PORT },
      { casebook, store, changes, version, log },
    );
    console.log(`The playground is on ${address}: Slack and Discord as they will look, no token needed.`);
    const stop = async () => {
      await close();
      casebook.close();
      await store.close();
      await instruments.close();
      process.exit(0);
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
    if (!prompts) return;
    const style = styleFor(process.stdout, readEnvironment());
    await startPrompt(
      casebook.dispatch,
      { platform: "terminal", via: "command" },
      process.stdin,
      process.stdout,
      style,
    );
    await stop();
  } catch (error) {
    leave([error instanceof Error ? error.message : String(error)], 1);
  }
}
