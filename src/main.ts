import { setTimeout as sleep } from "node:timers/promises";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { createPainter } from "#chart/painter.ts";
import { formatProblem } from "#content/problem.ts";
import type { Adapter, Loss } from "#core/adapter.ts";
import { limitDispatch } from "#core/limits.ts";
import type { Log } from "#core/log.ts";
import { Unreachable } from "#core/unreachable.ts";
import type { Teller } from "#room/answered-gaps.ts";
import { createUpkeep, type Upkeep } from "#room/upkeep.ts";
import { type LazyStore, lazyStore } from "#store/open.ts";
import { anyPlatform, openAdapters, platformsIn } from "./adapters.ts";
import { suitedThreads } from "./answer-threads.ts";
import type { Config } from "./config.ts";
import { openDigests } from "./digests.ts";
import { readEnvironment } from "./environment.ts";
import { type Instruments, openInstruments, type Watched } from "./instruments.ts";
import { leave } from "./leave.ts";
import { createLog, redact } from "./log.ts";
import { type Casebook, openCasebook } from "./open.ts";
import { readConfig } from "./read-config.ts";

const stopWithin = 10_000;

const plenty = 2 * 2 ** 30;

// Where memory is plenty, V8 lets garbage grow to up to four times what is in use before it looks; always twice costs no time that
// could be measured. Where it is scarce, V8's own rule looks sooner.
if (getHeapStatistics().heap_size_limit >= plenty) setFlagsFromString("--heap-growing-percent=100");

// As the first of a container, a process ignores signals without a listener. What is to be finished adds one of its own.
for (const signal of ["SIGTERM", "SIGINT"] as const)
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(0);
  });

const settings = readConfig(readEnvironment());
if ("problems" in settings) leave(settings.problems, 2);
else await start(settings.config);

async function start(config: Config): Promise<void> {
  // Without tokens people see it work in a browser; what serves that is loaded only then.
  if (!anyPlatform(config)) return (await import("./playground/run.ts")).runPlayground(config);
  const log = createLog(config.LOG_LEVEL);
  const store = lazyStore({
    ...{ url: config.DATABASE_URL, directory: config.DATA_DIR },
    onLost: (error) => log.warn({ err: error }, "PostgreSQL closed an idle connection"),
  });
  const watched: Watched = { store: store.get };
  const failed = (error: unknown): never => leave([sentenceOf(error)], 1);
  const instruments = await openInstruments(config, log, watched).catch(failed);
  let upkeep: Upkeep | undefined;
  const casebook = await openCasebook(config, {
    follow: true,
    log,
    store: store.get,
    postsTo: platformsIn(config),
    threads: config.ANSWER_THREADS ?? suitedThreads(),
    swapped: () => void upkeep?.contentChanged(),
  });
  if ("problems" in casebook) leave(casebook.problems.map(formatProblem), 1);
  else {
    watched.casebook = casebook;
    upkeep = await serve(config, { casebook, store, instruments, watched, log }).catch(failed);
  }
}

type Parts = {
  readonly casebook: Casebook;
  readonly store: LazyStore;
  readonly instruments: Instruments;
  /** What the instruments look at; grows with the start. */
  readonly watched: Watched;
  readonly log: Log;
};

async function serve(config: Config, { casebook, store, instruments, watched, log }: Parts): Promise<Upkeep> {
  const { close } = casebook;
  const dispatch = limitDispatch(casebook.dispatch, {
    perPerson: config.REQUESTS_PER_PERSON,
    perWorkspace: config.REQUESTS_PER_WORKSPACE,
  });
  let stopping = false;
  const patiently = <T>(name: string, attempt: () => Promise<T>) =>
    tryUntil(attempt, { name, log, over: () => stopping });
  const opened = await patiently("store", store.get);
  const paint = createPainter();
  const { observer, observeDispatch, observeDeliverer: observe } = instruments;
  const { adapters, tellers } = await openAdapters(config, {
    ...{ dispatch: observeDispatch(dispatch), kept: opened.keptLines, store: opened, paint, log, observer },
    lost: (loss) => void endUnlessServing(loss),
  });
  watched.adapters = adapters;
  const { RETENTION_DAYS: retentionDays, THREAD_HOURS: threadHours } = config;
  /** Filled as platforms connect: people of the others wait on. */
  const reached = new Map<string, Teller>();
  const upkeep = createUpkeep({
    ...{ store: opened, dispatch: casebook.dispatch, tellers: reached, retentionDays, threadHours, log },
  });
  const digests = await openDigests(config, casebook, opened, { paint, log, observe });
  const stop = async (reason: string, code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    watched.stopping = true;
    log.info({ reason }, "stopping: no new work, finishing what was acked");
    setTimeout(() => process.exit(code || 1), stopWithin).unref();
    upkeep.stop();
    await Promise.allSettled([...adapters.map((adapter) => adapter.stop()), digests.stop()]);
    close();
    await store.close();
    await instruments.close();
    log.info("stopped");
    process.exit(code);
  };
  /** What nothing but a new start or an operator mends ends the process, unless another platform is served meanwhile. */
  const endUnlessServing = async ({ says, restartMends }: Loss): Promise<void> => {
    if (!restartMends && adapters.length > 1)
      return log.error("the other platforms are served on without it; once that is mended, restart");
    console.error(redact(says));
    await stop("a platform let go of the bot", 1);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal, 0));
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise failed with nobody waiting for it"));

  const connect = async ({ platform, start }: Adapter): Promise<void> => {
    try {
      await patiently(platform, start);
    } catch (error) {
      console.error(redact(sentenceOf(error)));
      return stop("a platform did not start", 1);
    }
    const teller = tellers.get(platform);
    if (teller) reached.set(platform, teller);
    if (!stopping) void upkeep.contentChanged();
  };
  void upkeep.purge();
  void Promise.all(adapters.map(connect)).then(
    () => stopping || log.info({ platforms: adapters.map(({ platform }) => platform) }, "ready"),
  );
  return upkeep;
}

// A declaration: it is called while the lines above are still waited for.
function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

type Patience = { readonly name: string; readonly log: Log; readonly over: () => boolean };

/** What is down is tried again, after a second at first and a minute at most; whatever is up serves meanwhile. */
async function tryUntil<T>(attempt: () => Promise<T>, { name, log, over }: Patience): Promise<T> {
  for (let wait = 1000; ; wait = Math.min(60_000, wait * 2)) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof Unreachable) || over()) throw error;
      log.warn({ part: name, wait }, error.message);
      await sleep(wait);
    }
  }
}
