import type { Painter } from "#chart/painter.ts";
import type { Adapter, Dispatch } from "#core/adapter.ts";
import type { Claims } from "#core/claims.ts";
import type { Front } from "#core/front.ts";
import type { Installations, WorkspacesFollowed } from "#core/installations.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { type Observer, unobserved } from "#core/observer.ts";
import { forEachAccess } from "./access.ts";
import { type SlackConfig, takesInstalls } from "./config.ts";
import { type Connection, clientOptionsOf, type Open } from "./connection.ts";
import { installsConnection } from "./installs/connection.ts";
import { pace } from "./limits.ts";
import { listen } from "./listeners.ts";
import type { Post } from "./post.ts";
import { respondingTo } from "./respond.ts";
import { createSeen, takingOnce } from "./seen.ts";
import { singleConnection } from "./single.ts";
import { ackEverything } from "./start.ts";
import { createTasks } from "./tasks.ts";
import { createWorkplace } from "./workplace.ts";

export type SlackParts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  /** Draws charts; without it they are sent in letters. */
  readonly paint?: Painter | undefined;
  readonly log: Log;
  /** Where HTTP requests arrive. */
  readonly front: Front;
  readonly observer?: Observer | undefined;
  /** Milliseconds after which a silent socket counts as lost, and before it is renewed. Slack's client says 5,000. */
  readonly socketPatience?: number;
  /** Where many workspaces installed it; needed with SLACK_CLIENT_ID. */
  readonly installations?: Installations;
  /** What other processes answer; without it, each remembers for itself. */
  readonly claims?: Claims;
  readonly followed?: WorkspacesFollowed;
  /** Requests worked on at a time before Slack is asked to come again. */
  readonly mostOpen?: number;
};

/** Posts unasked to a channel of a workspace. */
export type PostIn = (workspace: string, ...message: Parameters<Post>) => ReturnType<Post>;

/** Slack's connection, and a way to post to channels unasked. */
export type SlackAdapter = Adapter & { readonly post: PostIn };

/** Connects the casebook to Slack: to one workspace by its token, or to every workspace whose people install it. */
export function createSlackAdapter(config: SlackConfig, parts: SlackParts): SlackAdapter {
  const { dispatch, kept, paint, log, observer = unobserved } = parts;
  const clientOptions = clientOptionsOf(config, log);
  const connection = connectionOf(config, parts, clientOptions);
  const tasks = createTasks(log, observer, parts.mostOpen);
  const seen = createSeen();
  const takeOnce = takingOnce(seen, parts.claims, log);
  const respondTo = respondingTo(config.SLACK_API_URL);
  const workplaceAt = forEachAccess((access) =>
    createWorkplace(access, { dispatch, kept, paint, takeOnce, respondTo, log, observer, clientOptions }),
  );
  let open: Open | undefined;
  return {
    platform: "slack",
    post: async (workspace, ...message) => workplaceAt(await connection.accessTo(workspace)).post(...message),
    connected: () => open?.connected() ?? false,
    async start() {
      open = await connection.open((app, { accessIn, installsChanged }) => {
        listen(app, { at: (context) => workplaceAt(accessIn(context)), installsChanged, respondTo, tasks, log });
        ackEverything(app, { log, observer, closed: tasks.closed, seen });
      });
    },
    async stop() {
      const deadline = Date.now() + pace.stop;
      const closed = open?.close();
      open = undefined;
      await tasks.finish(deadline);
      await closed;
    },
  };
}

function connectionOf(
  config: SlackConfig,
  { installations, followed, socketPatience, front, log }: SlackParts,
  clientOptions: ReturnType<typeof clientOptionsOf>,
): Connection {
  if (!takesInstalls(config)) return singleConnection(config, { clientOptions, socketPatience, front, log });
  if (!installations) throw new Error("installs by many workspaces need a store");
  return installsConnection(config, { clientOptions, installations, followed, front, log });
}
