import { type LiveLibrary, openLiveLibrary } from "#content/live.ts";
import { formatProblem, type Problem } from "#content/problem.ts";
import { emptyRules } from "#content/workspaces.ts";
import type { Log } from "#core/log.ts";
import type { Failure } from "./answer-thread.ts";
import { type AnswerThreads, openAnswerThreads } from "./answer-threads.ts";
import { keptContent } from "./kept-content.ts";
import { type ContentSettings, openViews } from "./open-views.ts";
import type { Views } from "./views.ts";

/** The content as it is at the moment: the library, what each workspace sees of it, the threads that answer from it. */
export type OpenContent = {
  readonly live: LiveLibrary;
  readonly views: Views;
  readonly threads: AnswerThreads;
  close(): void;
};

/** What becomes of changes of the content. */
export type Following = {
  /** Follow changes of the content folder. */
  readonly follow: boolean;
  readonly log?: Log;
  /** Called after every change of the content. */
  readonly swapped?: () => void;
  /** Called when a change of the content was refused. */
  readonly refused?: (problems: readonly Problem[]) => void;
};

type Parts = Following & {
  /** How many threads answer beside this one. */
  readonly threads: number;
  /** Told of a bug in a command on one of them. */
  readonly failed: (failure: Failure) => void;
};

/** Loads and indexes the content, and keeps all that is made of it at the same version. Gives its problems when it does not load. */
export async function openContent(
  settings: ContentSettings,
  { follow, log, swapped, refused, threads: count, failed }: Parts,
): Promise<OpenContent | { problems: readonly Problem[] }> {
  const { CACHE_DIR, CONTENT_DIR, SEARCH_ENGINE, WORKSPACE_CONTENT } = settings;
  const kept = keptContent(CACHE_DIR, CONTENT_DIR, SEARCH_ENGINE);
  const rules = WORKSPACE_CONTENT ?? new Map();
  const made = Promise.withResolvers<{ readonly views: Views; readonly threads: AnswerThreads }>();
  const opened = await openLiveLibrary(CONTENT_DIR, {
    follow,
    kept: kept.library,
    prepare: async (library) => {
      const { views, threads } = await made.promise;
      await Promise.all([views.swap(library), threads.reload()]);
    },
    swapped: (library) => {
      for (const problem of emptyRules(rules, library, CONTENT_DIR)) log?.warn(`WORKSPACE_CONTENT: ${problem}`);
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
  const [empty] = emptyRules(rules, live.library, CONTENT_DIR);
  if (empty) {
    live.close();
    return { problems: [{ file: "WORKSPACE_CONTENT", line: 1, field: "", text: empty }] };
  }
  const views = await openViews(live.library, settings, kept);
  // Begun last, since it takes a processor for as long as a start does.
  const threads = openAnswerThreads(
    count,
    { CACHE_DIR, CONTENT_DIR, SEARCH_ENGINE, WORKSPACE_CONTENT },
    { failed, log },
  );
  made.resolve({ views, threads });
  return {
    ...{ live, views, threads },
    close: () => {
      live.close();
      threads.close();
    },
  };
}
