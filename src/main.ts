import { formatProblem } from "#content/problem.ts";
import type { Adapter } from "#core/adapter.ts";
import { startPrompt } from "#platforms/terminal/prompt.ts";
import { openAdapters } from "./adapters.ts";
import { readConfig } from "./config.ts";
import { readEnvironment } from "./environment.ts";
import { createLog } from "./log.ts";
import { openCasebook } from "./open.ts";

const stopWithin = 10_000;

function leave(sentences: readonly string[], code: number): never {
  for (const sentence of sentences) console.error(sentence);
  process.exit(code);
}

const settings = readConfig(readEnvironment());
if ("problems" in settings) leave(settings.problems, 2);
const { config } = settings;
const log = createLog(config.LOG_LEVEL);

const casebook = await openCasebook(config, { follow: true, log });
if ("problems" in casebook) leave(casebook.problems.map(formatProblem), 1);

process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise was left to fail"));

const adapters = openAdapters(config, casebook, log);
if (adapters.length === 0) await withoutTokens();
else await serve(adapters);

/** No token at all: the prompt, so that a newcomer sees it work. */
async function withoutTokens(): Promise<void> {
  if (!process.stdin.isTTY)
    leave(
      [
        "No platform is configured. Set SLACK_BOT_TOKEN with SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, or DISCORD_TOKEN, in .env (see .env.example).",
        'To try it here: npm run -s casebook -- "case hugging-face lessons"',
      ],
      2,
    );
  if ("problems" in casebook) return;
  await startPrompt(casebook.dispatch, { platform: "terminal", via: "command" }, process.stdin, process.stdout);
  casebook.close();
}

async function serve(running: readonly Adapter[]): Promise<void> {
  let stopping = false;
  const stop = async (signal: string, code = 0): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping: no new work, finishing what was acked");
    setTimeout(() => process.exit(code || 1), stopWithin).unref();
    await Promise.allSettled(running.map((adapter) => adapter.stop()));
    if (!("problems" in casebook)) casebook.close();
    log.info("stopped");
    process.exit(code);
  };
  process.on("SIGTERM", () => void stop("SIGTERM"));
  process.on("SIGINT", () => void stop("SIGINT"));

  const started = await Promise.allSettled(running.map((adapter) => adapter.start()));
  const failures = started.flatMap((result) => (result.status === "rejected" ? [result.reason instanceof Error ? result.reason.message : String(result.reason)] : []));
  if (failures.length > 0) {
    for (const failure of failures) console.error(failure);
    await stop("start failed", 1);
    return;
  }
  log.info({ platforms: running.map((adapter) => adapter.platform) }, "ready");
}
