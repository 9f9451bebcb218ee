import { formatProblem } from "#content/problem.ts";
import { startPrompt } from "#platforms/terminal/prompt.ts";
import { styleFor } from "#platforms/terminal/style.ts";
import type { Config } from "../config.ts";
import { readEnvironment } from "../environment.ts";
import { openInstruments } from "../instruments.ts";
import { leave } from "../leave.ts";
import { createLog } from "../log.ts";
import { servePlayground } from "./serve.ts";

/** Serves the playground until it is stopped; on a terminal with the prompt beside it. What cannot be served ends the program. */
export async function runPlayground(config: Config): Promise<void> {
  const prompts = process.stdin.isTTY;
  const log = createLog(prompts && config.LOG_LEVEL === "info" ? "warn" : config.LOG_LEVEL);
  try {
    const opened = await servePlayground(config, log);
    if ("problems" in opened) return leave(opened.problems.map(formatProblem), 1);
    const { address, casebook, store, close } = opened;
    // Nothing is kept until something is said: an absent store is a ready one.
    const kept = async () => (await store.existing()) ?? { ping: async () => {} };
    const instruments = await openInstruments(config, log, { casebook, store: kept, adapters: [] });
    console.log(`The playground is on ${address}: Slack and Discord as they will look, no token needed.`);
    const stop = async () => {
      await close();
      await instruments.close();
      process.exit(0);
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop());
    if (!prompts) return;
    await startPrompt(casebook.dispatch, process.stdin, process.stdout, styleFor(process.stdout, readEnvironment()));
    await stop();
  } catch (error) {
    leave([error instanceof Error ? error.message : String(error)], 1);
  }
}
