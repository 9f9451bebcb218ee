import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lazyStore } from "#store/open.ts";
import type { Config } from "../src/config.ts";
import { openCasebook } from "../src/open.ts";
import { cacheDirectory } from "./cache.ts";

/** The real content behind the real commands, under the settings given; opened once a test file. */
export async function openReal(
  settings: Partial<Config> = {},
  more: { readonly postsTo?: readonly string[]; readonly now?: () => Date } = {},
) {
  const store = lazyStore({ directory: await mkdtemp(join(tmpdir(), "casebook-store-")) });
  const opened = await openCasebook(
    { CONTENT_DIR: "content", CACHE_DIR: cacheDirectory, ...settings },
    { follow: false, store: store.get, postsTo: ["slack", "discord"], ...more },
  );
  if ("problems" in opened) throw new Error(`the content does not load: ${JSON.stringify(opened.problems[0])}`);
  const origin = { platform: "terminal", via: "command" } as const;
  return {
    ...opened,
    store: store.get,
    say: (line: string) => opened.dispatch.run(opened.dispatch.read(line, origin)),
  };
}
