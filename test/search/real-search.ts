import { loadLibrary } from "#content/load.ts";
import { atOnce } from "#core/steps.ts";
import type { SearchIndex } from "#search/passages/search-index.ts";
import { keptContent } from "../../src/kept-content.ts";
import { cacheDirectory } from "../cache.ts";

/** The real content, indexed once a file. Throws when it does not load. */
export async function realSearch(): Promise<SearchIndex> {
  const kept = keptContent(cacheDirectory, "content");
  const { library, problems } = await loadLibrary("content", new Map(), kept.library);
  if (!library) throw new Error(problems.map(({ file, text }) => `${file}: ${text}`).join("\n"));
  return atOnce(kept.index(library));
}
