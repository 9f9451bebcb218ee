import { createPainter } from "#chart/painter.ts";
import { formatProblem } from "#content/problem.ts";
import type { Adapter } from "#core/adapter.ts";
import { limitDispatch } from "#core/limits.ts";
import { createUpkeep, type Upkeep } from "#room/upkeep.ts";
import { type LazyStore, lazyStore } from "#store/open.ts";
import { anyPlatform, openAdapters } from "./adapters.ts";
import { type Config, readConfig } from "./config.ts";
import { openDigests } from "./digests.ts";
import { readEnvironment } from "./environment.ts";
import { createLog, type Log, redact } from "./log.ts";
import { type Casebook, openCasebook } from "./open.ts";

const stopWithin = 10_000;

const settings = readConfig(readEnvironment());
if ("problems" in settings) leave(settings.problems, 2);
else await start(settings.config);

async function start(config: Config): Promise<void> {
  // Without tokens people see it work in a browser; what serves that is loaded only then.
  if (!anyPlatform(config)) return (await import("./playground/run.ts")).runPlayground(config, leave);
  const log = createLog(config.LOG_LEVEL);
  const store = lazyStore({
    ...{ url: config.DATABASE_URL, directory: config.DATA_DIR },
    onLost: (error) => log.warn({ err: error }, "PostgreSQL closed an idle connection"),
  });
  let upkeep: Upkeep | undefined;
  const casebook = await openCasebook(config, {
    follow: true,
    log,
    store: store.get,
    swapped: () => void upkeep?.contentChanged(),
  });
  if ("problems" in casebook) leave(casebook.problems.map(formatProblem), 1);
  else upkeep = await serve(config, casebook, store, log);
}

/** Ends with sentences for the operator. */
function leave(sentences: readonly string[], code: number): void {
  for (const sentence of sentences) console.error(redact(sentence));
  process.exit(code);
}

async function serve(config: Config, casebook: Casebook, store: LazyStore, log: Log): Promise<Upkeep> {
  const { close } = casebook;
  const dispatch = limitDispatch(casebook.dispatch, {
    perPerson: config.REQUESTS_PER_PERSON,
    perWorkspace: config.REQUESTS_PER_WORKSPACE,
  });
  const opened = await store.get();
  const paint = createPainter();
  const { adapters, tellers } = await openAdapters(config, { dispatch, kept: opened.keptLines, paint, log });
  const { RETENTION_DAYS: retentionDays, THREAD_HOURS: threadHours } = config;
  const upkeep = createUpkeep({
    ...{ store: opened, dispatch: casebook.dispatch, tellers, retentionDays, threadHours, log },
  });
  const digests = await openDigests(config, casebook, opened, { paint, log });
  let stopping = false;
  const stop = async (reason: string, code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, "stopping: no new work, finishing what was acked");
    setTimeout(() => process.exit(code || 1), stopWithin).unref();
    upkeep.stop();
    await Promise.allSettled([...adapters.map((adapter) => adapter.stop()), digests.stop()]);
    close();
    await store.close();
    log.info("stopped");
    process.exit(code);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal, 0));
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise failed with nobody waiting for it"));

  const failures = await startAll(adapters);
  if (failures.length === 0) log.info({ platforms: adapters.map((adapter) => adapter.platform) }, "ready");
  else {
    for (const failure of failures) console.error(redact(failure));
    await stop("a platform did not start", 1);
  }
  await upkeep.purge();
  void upkeep.contentChanged();
  return upkeep;
}

async function startAll(adapters: readonly Adapter[]): Promise<string[]> {
  const started = await Promise.allSettled(adapters.map((adapter) => adapter.start()));
  return started.flatMap((result) =>
    result.status === "rejected"
      ? [result.reason instanceof Error ? result.reason.message : String(result.reason)]
      : [],
  );
}
