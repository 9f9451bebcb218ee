import type { Library } from "#content/library.ts";
import { searchIndexSteps } from "#search/passages/search-index.ts";
import { commands } from "../commands/index.ts";
import type { Config } from "./config.ts";
import { createViews, type Views } from "./views.ts";

/** Settings by which a library is loaded, indexed and shown. */
export type ContentSettings = Pick<Config, "CONTENT_DIR"> & {
  readonly [Name in "SEARCH_ENGINE" | "WORKSPACE_CONTENT"]?: Config[Name] | undefined;
};

/** The views of a library with every command, as configured; made by turns with what else is to be done. */
export function openViews(library: Library, settings: ContentSettings): Promise<Views> {
  const { CONTENT_DIR: directory, SEARCH_ENGINE: engine, WORKSPACE_CONTENT: rules = new Map() } = settings;
  return createViews(library, { rules, directory, commands, index: (of) => searchIndexSteps(of, engine) });
}
