import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Painter } from "#chart/painter.ts";
import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { playgroundClock } from "#platforms/playground/playground.ts";
import { type LazyStore, lazyStore } from "#store/open.ts";
import { createLog } from "../../src/log.ts";
import { openCasebook } from "../../src/open.ts";
import { cacheDirectory } from "../cache.ts";

/** The real commands, content and store, with a log whose errors count as crashes. */
export type Bot = {
  readonly dispatch: Dispatch;
  readonly library: () => Library;
  readonly kept: KeptLines;
  readonly store: LazyStore;
  readonly log: Log;
  /** Draws nothing, at once. */
  readonly paint: Painter;
  /** What was logged as an error since it was last asked. */
  takeErrors(): string[];
  close(): Promise<void>;
};

/** A PNG of one pixel. */
const pixel = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

export async function openBot(): Promise<Bot> {
  let errors: string[] = [];
  const log = createLog("error", { write: (line) => void errors.push(line) });
  const store = lazyStore({ directory: await mkdtemp(join(tmpdir(), "casebook-fuzz-")) });
  const casebook = await openCasebook(
    { CONTENT_DIR: "content", CACHE_DIR: cacheDirectory },
    { follow: false, log, store: store.get, now: playgroundClock },
  );
  if ("problems" in casebook) throw new Error("the content does not load");
  return {
    ...{ dispatch: casebook.dispatch, library: casebook.library, store, log, paint: async () => pixel },
    kept: {
      keep: async (lines) => (await store.get()).keptLines.keep(lines),
      find: async (key) => (await store.get()).keptLines.find(key),
    },
    takeErrors: () => {
      const taken = errors;
      errors = [];
      return taken;
    },
    close: async () => {
      casebook.close();
      await store.close();
    },
  };
}
