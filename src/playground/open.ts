import { createPainter } from "#chart/painter.ts";
import type { Library } from "#content/library.ts";
import type { Dispatch } from "#core/adapter.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { startPlayground } from "#platforms/playground/playground.ts";
import type { LazyStore } from "#store/open.ts";

/** Tells those who follow that the content changed, or was refused. */
export type Changes = {
  readonly tell: (problems: readonly string[]) => void;
  readonly follow: (tell: (problems: readonly string[]) => void) => () => void;
};

/** News of the content, with nobody following yet. */
export function createChanges(): Changes {
  const followers = new Set<(problems: readonly string[]) => void>();
  return {
    tell: (problems) => {
      for (const follower of followers) follower(problems);
    },
    follow: (follower) => {
      followers.add(follower);
      return () => followers.delete(follower);
    },
  };
}

type Parts = {
  readonly casebook: { readonly dispatch: Dispatch; readonly library: () => Library };
  readonly store: LazyStore;
  readonly changes: Changes;
  readonly version: string;
  readonly log: Log;
};

/** Serves the playground with the real adapters behind it; each is loaded when it is first needed. */
export function openPlayground({ host, port }: { host: string; port: number }, parts: Parts) {
  const { casebook, store, changes, version, log } = parts;
  const paint = createPainter();
  const kept: KeptLines = {
    keep: async (lines) => (await store.get()).keptLines.keep(lines),
    find: async (key) => (await store.get()).keptLines.find(key),
  };
  return startPlayground({
    ...{ host, port, version, kept, log, dispatch: casebook.dispatch, follow: changes.follow },
    sides: {
      slack: async (given) => (await import("./slack.ts")).slackSide(log, paint)(given),
      discord: async (given) => (await import("./discord.ts")).discordSide(log, paint)(given),
    },
    findPassage: (id) => casebook.library().passage(id),
    drawChart: async (chart, theme) => (await import("#chart/render.ts")).renderChartSvg(chart, { theme, width: 480 }),
  });
}
