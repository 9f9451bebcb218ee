import type { Library } from "#content/library.ts";
import { commands } from "../commands/index.ts";
import type { Config } from "./config.ts";
import type { KeptContent } from "./kept-content.ts";
import { createViews, type Views } from "./views.ts";

/** Settings by which a library is loaded, indexed and shown. */
export type ContentSettings = Pick<Config, "CONTENT_DIR"> & {
  readonly [Name in "CACHE_DIR" | "SEARCH_ENGINE" | "WORKSPACE_CONTENT"]?: Config[Name] | undefined;
};

/** The views of a library with every command, as configured; made by turns with what else is to be done. */
export function openViews(library: Library, settings: ContentSettings, { index }: KeptContent): Promise<Views> {
  const { CONTENT_DIR: directory, WORKSPACE_CONTENT: rules = new Map() } = settings;
  return createViews(library, { rules, directory, commands, index });
}
