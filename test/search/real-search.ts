import { loadLibrary } from "#content/load.ts";
import { createSearchIndex, type SearchIndex } from "#search/passages/search-index.ts";

/** The real content, indexed once a file. Throws when it does not load. */
export async function realSearch(): Promise<SearchIndex> {
  const { library, problems } = await loadLibrary("content");
  if (!library) throw new Error(problems.map(({ file, text }) => `${file}: ${text}`).join("\n"));
  return createSearchIndex(library);
}
