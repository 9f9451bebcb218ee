import { followFolder } from "./follow.ts";
import type { Library } from "./library.ts";
import { type LoadMemory, loadLibrary } from "./load.ts";
import type { Problem } from "./problem.ts";

export type LiveLibrary = {
  readonly library: Library;
  readonly loadedAt: Date;
  /** Problems of the newest edit while the last good library serves; empty when all is well. */
  readonly problems: readonly Problem[];
  close(): void;
};

export type LiveOptions = {
  /** Follow changes on disk; default true. */
  readonly follow?: boolean;
  /** How often it is looked whether another folder stands in its place, in milliseconds. */
  readonly lookEvery?: number;
  /** What must be done with a new library before it serves, such as indexing it. */
  readonly prepare?: (library: Library) => Promise<void>;
  /** The library of a version, where it was read before the casebook began. */
  readonly kept?: ((version: string) => Library | undefined) | undefined;
  readonly swapped?: (library: Library) => void;
  readonly refused?: (problems: readonly Problem[]) => void;
};

const settleMilliseconds = 150;
/** After a load that failed by itself, such as for a file that went away while it was read. */
const tryAgainMilliseconds = 2000;

/**
 * Loads a content folder and follows its changes: a good edit is swapped in whole, a bad one keeps the last good
 * library. Gives the problems instead when the first load fails.
 */
export async function openLiveLibrary(
  directory: string,
  options: LiveOptions = {},
): Promise<{ live: LiveLibrary } | { problems: readonly Problem[] }> {
  const memory: LoadMemory = new Map();
  const first = await loadLibrary(directory, memory, options.kept);
  if (!first.library) return { problems: first.problems };
  let state: Pick<LiveLibrary, "library" | "loadedAt" | "problems"> = {
    library: first.library,
    loadedAt: new Date(),
    problems: [],
  };
  let running = false;
  let again = false;
  let closed = false;

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
  const failed = (error: unknown) => {
    const text = `could not be loaded: ${error instanceof Error ? error.message : String(error)}`;
    const problems = [{ file: directory, line: 1, field: "", text }];
    state = { ...state, problems };
    options.refused?.(problems);
    loadIn(tryAgainMilliseconds);
  };
  const reload = async (): Promise<void> => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await load().catch(failed);
    }
    running = false;
  };

  let timer: NodeJS.Timeout | undefined;
  const loadIn = (milliseconds: number) => {
    clearTimeout(timer);
    if (!closed) timer = setTimeout(() => void reload(), milliseconds);
  };
  const settled = () => loadIn(settleMilliseconds);
  const followed = options.follow === false ? undefined : await followFolder(directory, settled, options.lookEvery);

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
      close: () => {
        closed = true;
        clearTimeout(timer);
        followed?.close();
      },
    },
  };
}
