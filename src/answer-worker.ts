import { parentPort, workerData } from "node:worker_threads";
import { type LoadMemory, loadLibrary } from "#content/load.ts";
import { createAnswering } from "#core/answering.ts";
import { withoutWords } from "#core/errors.ts";
import { commands } from "../commands/index.ts";
import type { Said, Told } from "./answer-thread.ts";
import { keptContent } from "./kept-content.ts";
import { type ContentSettings, openViews } from "./open-views.ts";
import type { Views } from "./views.ts";

/** An answering thread: invocations of commands that need no store in, replies out. */
const settings: ContentSettings = workerData;
const memory: LoadMemory = new Map();
const kept = keptContent(settings.CACHE_DIR, settings.CONTENT_DIR, settings.SEARCH_ENGINE);
let views: Views | undefined;

const say = (said: Said) => parentPort?.postMessage(said);

/** Content that does not load leaves the last good library, or none: the main thread says what is wrong with it. */
async function load(asked: boolean): Promise<void> {
  const { library } = await loadLibrary(settings.CONTENT_DIR, memory, kept.library).catch(() => ({
    library: undefined,
  }));
  if (library && views) await views.swap(library);
  else if (library) views = await openViews(library, settings, kept);
  // An edit that is taken back gives the content that serves already, of which nobody tells.
  if (!library) setTimeout(() => loadNext(false), tryAgain);
  say({ serves: views?.whole().library.version, asked });
}

/** Milliseconds. */
const tryAgain = 5000;

const answer = createAnswering({
  commands,
  context: (origin) => {
    if (!views) throw new Error("no content is loaded on this thread");
    const store = () => Promise.reject(new Error("an answering thread has no store"));
    // How the library is doing is the main thread's to tell.
    const status = { version: "", loadedAt: new Date(), problems: [] };
    return { ...views.at(origin), now: new Date(), origin, store, status };
  },
  onFailure: (error, ref, command) => {
    // It is logged outside its request, where messages are not left out.
    say({ failure: withoutWords(error, "a command failed on an answering thread"), ref, command });
  },
});

let loaded = load(true);
const loadNext = (asked: boolean): void => {
  loaded = loaded.then(() => load(asked));
};
parentPort?.on("message", async (told: Told) => {
  if ("load" in told) return loadNext(true);
  const { id, given } = told;
  try {
    say({ id, result: await answer(given) });
  } catch (error) {
    say({ id, problem: withoutWords(error, "an answer failed on its thread").toString() });
  }
});
