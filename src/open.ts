import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Library } from "#content/library.ts";
import { openLiveLibrary } from "#content/live.ts";
import { formatProblem, type Problem } from "#content/problem.ts";
import { emptyRules } from "#content/workspaces.ts";
import type { Dispatch } from "#core/adapter.ts";
import { createDispatch } from "#core/dispatch.ts";
import type { Origin } from "#core/invocation.ts";
import type { Log } from "#core/log.ts";
import type { Store } from "#core/store.ts";
import { withRoom } from "#room/room.ts";
import type { SearchIndex } from "#search/passages/search-index.ts";
import { commands } from "../commands/index.ts";
import { type AnswerThreads, openAnswerThreads } from "./answer-threads.ts";
import type { Config } from "./config.ts";
import { type ContentSettings, openViews } from "./open-views.ts";
import type { Views } from "./views.ts";

export type Casebook = {
  readonly dispatch: Dispatch;
  readonly library: () => Library;
  /** The index of the present library. */
  readonly search: () => SearchIndex;
  /** The index, with its library, of what a workspace sees. */
  readonly searchAt: (place: { readonly workspace?: string | undefined }) => SearchIndex;
  /** When the present library was loaded, and the problems of a newer edit that was refused. */
  readonly loaded: () => { readonly loadedAt: Date; readonly problems: readonly Problem[] };
  /** How many threads answer from the present library. */
  readonly threads: () => number;
  close(): void;
};

type Options = {
  readonly store: () => Promise<Store>;
  /** Follow changes of the content folder. */
  readonly follow: boolean;
  readonly log?: Log;
  /** The store for what is said somewhere, where it is to be remembered; without this, `store` everywhere. */
  readonly remembered?: (origin: Origin) => Promise<Store | undefined>;
  /** Called after every change of the content. */
  readonly swapped?: () => void;
  /** Called when a change of the content was refused. */
  readonly refused?: (problems: readonly Problem[]) => void;
  /** Platforms that digests are posted to. */
  readonly postsTo?: readonly string[];
  /** Threads that answer what needs no store, beside this one; none when not given. */
  readonly threads?: number;
  /** What time it is for a command; the clock's when not given. */
  readonly now?: () => Date;
};

/** This release, as package.json names it. */
export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")));

/** Library, index and commands joined, ready to answer. Gives the content's problems when it does not load. */
export async function openCasebook(
  config: ContentSettings & Partial<Pick<Config, "THREAD_HOURS" | "DIGEST_MANAGERS" | "MAINTAINERS">>,
  {
    follow,
    log,
    store,
    remembered = store,
    swapped,
    refused,
    postsTo = [],
    threads: count = 0,
    now = () => new Date(),
  }: Options,
): Promise<Casebook | { problems: readonly Problem[] }> {
  let views: Promise<Views> | undefined;
  let threads: AnswerThreads | undefined;
  const rules = config.WORKSPACE_CONTENT ?? new Map();
  const failed = (error: unknown, ref: string, command: string) =>
    log?.error({ err: error, ref, command }, "a command failed");
  const opened = await openLiveLibrary(config.CONTENT_DIR, {
    follow,
    prepare: async (library) => {
      const made = await views;
      await Promise.all([made?.swap(library), threads?.reload()]);
    },
    swapped: (library) => {
      for (const problem of emptyRules(rules, library, config.CONTENT_DIR)) log?.warn(`WORKSPACE_CONTENT: ${problem}`);
      log?.info({ version: library.version, passages: library.passages.length }, "content reloaded");
      swapped?.();
    },
    refused: (problems) => {
      for (const problem of problems)
        log?.error(`content refused, the last good library serves: ${formatProblem(problem)}`);
      refused?.(problems);
    },
  });
  if ("problems" in opened) return opened;
  const { live } = opened;
  const [empty] = emptyRules(rules, live.library, config.CONTENT_DIR);
  if (empty) {
    live.close();
    return { problems: [{ file: "WORKSPACE_CONTENT", line: 1, field: "", text: empty }] };
  }
  views = openViews(live.library, config);
  const seen = await views;
  // Begun last, since it takes a processor for as long as a start does.
  const { CONTENT_DIR, SEARCH_ENGINE, WORKSPACE_CONTENT } = config;
  const beside = openAnswerThreads(
    count,
    { CONTENT_DIR, SEARCH_ENGINE, WORKSPACE_CONTENT },
    {
      failed: ({ failure, ref, command }) => failed(failure, ref, command),
      log,
    },
  );
  threads = beside;
  const dispatch = createDispatch({
    commands,
    context: (origin) => ({
      ...seen.at(origin),
      now: now(),
      origin,
      store,
      digestManagers: config.DIGEST_MANAGERS ?? [],
      postsTo,
      maintainers: config.MAINTAINERS ?? [],
      status: { version, loadedAt: live.loadedAt, problems: live.problems.map(formatProblem) },
    }),
    onFailure: failed,
    elsewhere: (invocation) => beside.run(invocation, seen.whole().library.version),
  });
  const room = withRoom(dispatch, {
    store: remembered,
    library: (origin) => seen.at(origin).library,
    threadHours: config.THREAD_HOURS ?? 24,
    onFailure: (error) => log?.error({ err: error }, "what was said could not be remembered"),
  });
  return {
    dispatch: { ...room, commandsAt: (origin) => seen.at(origin).commands },
    library: () => live.library,
    search: () => seen.whole().search,
    searchAt: (place) => seen.at(place).search,
    loaded: () => ({ loadedAt: live.loadedAt, problems: live.problems }),
    threads: () => beside.serving(seen.whole().library.version),
    close: () => {
      live.close();
      beside.close();
    },
  };
}
