import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { formatProblem } from "#content/problem.ts";
import { createLog } from "../../../src/log.ts";
import { servePlayground } from "../../../src/playground/serve.ts";
import { readConfig } from "../../../src/read-config.ts";

/** The playground as `npm start` serves it, on a free port; its data are in a new folder unless one is given. */
export async function openTestPlayground(content = "content", directory?: string) {
  const settings = readConfig({
    PORT: "0",
    CONTENT_DIR: content,
    DATA_DIR: directory ?? (await mkdtemp(join(tmpdir(), "casebook-playground-"))),
  });
  if ("problems" in settings) throw new Error(settings.problems.join("\n"));
  const opened = await servePlayground(settings.config, createLog("fatal"));
  if ("problems" in opened) throw new Error(opened.problems.map(formatProblem).join("\n"));
  return opened;
}
