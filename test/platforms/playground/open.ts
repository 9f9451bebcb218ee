import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatProblem } from "#content/problem.ts";
import { playgroundClock } from "#platforms/playground/playground.ts";
import { lazyStore } from "#store/open.ts";
import { createLog } from "../../../src/log.ts";
import { openCasebook, version } from "../../../src/open.ts";
import { createChanges, openPlayground } from "../../../src/playground/open.ts";

/** A playground on a free port with the real content, or another folder's; its store is its own. */
export async function openTestPlayground(content = "content") {
  const store = lazyStore({ directory: await mkdtemp(join(tmpdir(), "casebook-playground-")) });
  const changes = createChanges();
  const casebook = await openCasebook(
    { CONTENT_DIR: content },
    {
      follow: content !== "content",
      store: store.get,
      swapped: () => changes.tell([]),
      refused: (problems) => changes.tell(problems.map(formatProblem)),
      now: playgroundClock,
    },
  );
  if ("problems" in casebook) throw new Error(casebook.problems.map(formatProblem).join("\n"));
  const log = createLog("fatal");
  const { address, close } = await openPlayground(
    { host: "127.0.0.1", port: 0 },
    { casebook, store, changes, version, log },
  );
  return {
    address,
    close: async () => {
      await close();
      casebook.close();
      await store.close();
    },
  };
}
