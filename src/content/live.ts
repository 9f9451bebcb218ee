import { watch } from "node:fs";
import type { Library } from "./library.ts";
import { type LoadMemory, loadLibrary } from "./load.ts";
import type { Problem } from "./problem.ts";

export type LiveLibrary = {
  readonly library: Library;
  readonly loadedAt: Date;
  /** Problems of the newest edit while the last good library serves; empty when all is well. */
  readonly problems: readonly Problem[];
  reload(): Promise<void>;
  close(): void;
};

export type LiveOptions = {
  /** Follow changes on disk; default true. */
  readonly follow?: boolean;
  /** What must be done with a new library before it serves, such as indexing it. */
  readonly prepare?: (library: Library) => Promise<void>;
  readonly swapped?: (library: Library) => void;
  readonly refused?: (problems: readonly Problem[]) => void;
};

const settleMilliseconds = 150;

/**
 * Loads a content folder and follows its changes: a good edit is swapped in whole, a bad one keeps the last good
 * library. Gives the problems instead when the first load fails.
 */
export async function openLiveLibrary(
  directory: string,
  options: LiveOptions = {},
): Promise<{ live: LiveLibrary } | { problems: readonly Problem[] }> {
  const memory: LoadMemory = new Map();
  const first = await loadLibrary(directory, memory);
  if (!first.library) return { problems: first.problems };
  let state: Pick<LiveLibrary, "library" | "loadedAt" | "problems"> = {
    library: first.library,
    loadedAt: new Date(),
    problems: [],
  };
  let running: Promise<void> | undefined;
  let again = false;

  const load = async () => {
    const next = await loadLibrary(directory, memory);
    if (!next.library) {
      state = { ...state, problems: next.problems };
      options.refused?.(next.problems);
    } else if (next.library.version !== state.library.version) {
      await options.prepare?.(next.library);
      state = { library: next.library, loadedAt: new Date(), problems: [] };
      options.swapped?.(next.library);
    } else state = { ...state, problems: [] };
  };
  const reload = (): Promise<void> => {
    if (running) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await load();
      } while (again);
    })().finally(() => {
      running = undefined;
    });
    return running;
  };

  let timer: NodeJS.Timeout | undefined;
  const settled = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void reload(), settleMilliseconds);
  };
  const watcher =
    options.follow === false ? undefined : watch(directory, { recursive: true, persistent: false }, settled);
  watcher?.on("error", settled);

  return {
    live: {
      get library() {
        return state.library;
      },
      get loadedAt() {
        return state.loadedAt;
      },
      get problems() {
        return state.problems;
      },
      reload,
      close: () => {
        clearTimeout(timer);
        watcher?.close();
      },
    },
  };
}
