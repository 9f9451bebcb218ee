import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Library } from "#content/library.ts";
import { formatProblem, type Problem } from "#content/problem.ts";
import type { Dispatch } from "#core/adapter.ts";
import { createDispatch } from "#core/dispatch.ts";
import type { Origin } from "#core/invocation.ts";
import type { Store } from "#core/store.ts";
import { withRoom } from "#room/room.ts";
import type { SearchIndex } from "#search/passages/search-index.ts";
import { commands } from "../commands/index.ts";
import type { Config } from "./config.ts";
import { type Following, type OpenContent, openContent } from "./open-content.ts";
import type { ContentSettings } from "./open-views.ts";

export type Casebook = {
  readonly dispatch: Dispatch;
  readonly library: () => Library;
  /** The index of the present library. */
  readonly search: () => SearchIndex;
  /** The index, with its library, of what a workspace sees. */
  readonly searchAt: (place: { readonly workspace?: string | undefined }) => SearchIndex;
  /** When the present library was loaded, and the problems of a newer edit that was refused. */
  readonly loaded: () => { readonly loadedAt: Date; readonly problems: readonly Problem[] };
  /** How many threads answer from the present library. */
  readonly threads: () => number;
  close(): void;
};

type Options = Following & {
  readonly store: () => Promise<Store>;
  /** The store for what is said somewhere, where it is to be remembered; without this, `store` everywhere. */
  readonly remembered?: (origin: Origin) => Promise<Store | undefined>;
  /** Platforms that digests are posted to. */
  readonly postsTo?: readonly string[];
  /** Threads that answer what needs no store, beside this one; none when not given. */
  readonly threads?: number;
  /** What time it is for a command and for what is remembered; the clock's when not given. */
  readonly now?: () => Date;
};

type Settings = ContentSettings & Partial<Pick<Config, "THREAD_HOURS" | "DIGEST_MANAGERS" | "MAINTAINERS">>;

/** This release, as package.json names it. */
export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")));

/** Library, index and commands joined, ready to answer. Gives the content's problems when it does not load. */
export async function openCasebook(
  settings: Settings,
  options: Options,
): Promise<Casebook | { problems: readonly Problem[] }> {
  const failed = (error: unknown, ref: string, command: string) =>
    options.log?.error({ err: error, ref, command }, "a command failed");
  const content = await openContent(settings, {
    ...options,
    threads: options.threads ?? 0,
    failed: ({ failure, ref, command }) => failed(failure, ref, command),
  });
  if ("problems" in content) return content;
  const { live, views, threads, close } = content;
  return {
    dispatch: dispatchOver(content, settings, options, failed),
    library: () => live.library,
    search: () => views.whole().search,
    searchAt: (place) => views.at(place).search,
    loaded: () => ({ loadedAt: live.loadedAt, problems: live.problems }),
    threads: () => threads.serving(views.whole().library.version),
    close,
  };
}

/** What answers every line: the commands, on the threads where they need no store, and around them what a room remembers. */
function dispatchOver(
  { live, views, threads }: OpenContent,
  { DIGEST_MANAGERS: digestManagers = [], MAINTAINERS: maintainers = [], THREAD_HOURS: threadHours = 24 }: Settings,
  { store, remembered = store, postsTo = [], now = () => new Date(), log }: Options,
  onFailure: (error: unknown, ref: string, command: string) => void,
): Dispatch {
  const dispatch = createDispatch({
    commands,
    context: (origin) => ({
      ...views.at(origin),
      ...{ now: now(), origin, store, digestManagers, postsTo, maintainers },
      status: { version, loadedAt: live.loadedAt, problems: live.problems.map(formatProblem) },
    }),
    onFailure,
    elsewhere: (invocation) => threads.run(invocation, views.whole().library.version),
  });
  const room = withRoom(dispatch, {
    store: remembered,
    library: (origin) => views.at(origin).library,
    threadHours,
    now: () => now().getTime(),
    onFailure: (error) => log?.error({ err: error }, "what was said could not be remembered"),
  });
  return { ...room, commandsAt: (origin) => views.at(origin).commands };
}
