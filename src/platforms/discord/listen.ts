import { Events, GatewayDispatchEvents, RESTEvents, Status } from "discord.js";
import type { z } from "zod";
import type { Painter } from "#chart/painter.ts";
import type { Adapter, Dispatch, KeptLines } from "#core/adapter.ts";
import { type Observer, unobserved } from "#core/observer.ts";
import { createAnswerer } from "./answer.ts";
import { createConversation } from "./converse.ts";
import { reasonOf } from "./errors.ts";
import { createClient, type GatewayConfig, signIn } from "./gateway.ts";
import { interactionSchema, messageSchema } from "./incoming.ts";
import { createPost } from "./post.ts";
import { createSender, type Log } from "./send.ts";

/** Time for work that was acked to finish when stopping, and for the connection to close, in milliseconds. */
const finishWithin = 8000;
const closeWithin = 1500;

export type DiscordConfig = GatewayConfig;

export type DiscordParts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  /** Draws charts; without it they are sent in letters. */
  readonly paint?: Painter | undefined;
  readonly log: Log;
  readonly observer?: Observer | undefined;
};

/** Discord through its gateway: slash commands, buttons, menus, forms, mentions and direct messages. */
export function createDiscordAdapter(
  config: DiscordConfig,
  { dispatch, kept, paint, log, observer = unobserved }: DiscordParts,
): DiscordAdapter {
  const client = createClient(config, log);
  const { rest } = client;
  const answer = createAnswerer({ dispatch, kept, sender: createSender({ rest, kept, paint, log, observer }) });
  const converse = createConversation({ rest, dispatch, kept, paint, log, observer });
  rest.on(RESTEvents.RateLimited, ({ timeToReset }) => observer.toldToWait("discord", timeToReset));
  const underWay = new Set<Promise<void>>();
  let stopping = false;

  const take = (work: () => Promise<void>): void => {
    if (stopping) return;
    const task = observer.request("discord", () =>
      work().catch((error) => {
        observer.unanswered();
        log.error(reasonOf(error), "an interaction could not be answered");
      }),
    );
    underWay.add(task);
    void task.finally(() => underWay.delete(task));
  };
  const parentOf = (channel: string): string | undefined => {
    const found = client.channels.cache.get(channel);
    return found?.isThread() ? (found.parentId ?? undefined) : undefined;
  };

  // Raw events: what Discord sends is parsed here once, into what decode reads.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw) => {
    const parsed = interactionSchema.safeParse(raw);
    if (parsed.success) take(() => answer(parsed.data));
    else log.warn({ fields: fieldsOf(parsed.error) }, "an interaction of an unknown form was left unanswered");
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (raw) => {
    const parsed = messageSchema.safeParse(raw);
    const botId = client.user?.id;
    if (parsed.success && botId) take(() => converse(parsed.data, botId, parentOf));
  });

  return {
    platform: "discord",
    post: createPost({ rest, kept, paint, log }),
    connected: () => !stopping && client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    start: async () => {
      await signIn(client, config);
      log.info({ servers: client.guilds.cache.size }, "listening on Discord");
    },
    stop: async () => {
      stopping = true;
      await within(finishWithin, Promise.allSettled(underWay));
      if (underWay.size > 0) log.warn({ answers: underWay.size }, "stopped before every answer was sent");
      // discord.js tells of its own goodbye as of a connection to be mended.
      client.removeAllListeners(Events.ShardReconnecting);
      await within(closeWithin, client.destroy());
    },
  };
}

export type DiscordAdapter = Adapter & { readonly post: ReturnType<typeof createPost> };

function fieldsOf(error: z.ZodError): string[] {
  return error.issues.slice(0, 5).map((issue) => issue.path.join("."));
}

function within(milliseconds: number, work: Promise<unknown>): Promise<unknown> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
