import { Events, GatewayDispatchEvents, RESTEvents, Status } from "discord.js";
import type { Painter } from "#chart/painter.ts";
import type { Adapter, Dispatch, Loss } from "#core/adapter.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { type Observer, unobserved } from "#core/observer.ts";
import type { Slots } from "#core/slots.ts";
import { createAnswerer } from "./answer.ts";
import { createConversation } from "./converse.ts";
import { createClient, finalCloses, type GatewayConfig, leave, signIn, tooFewShards } from "./gateway.ts";
import { messageSchema, readInteraction } from "./incoming.ts";
import { createPost } from "./post.ts";
import { closeRest, createInteractionRest } from "./rest.ts";
import { createSender } from "./send.ts";
import { createWork } from "./work.ts";

export type DiscordConfig = GatewayConfig;

export type DiscordParts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  /** Draws charts; without it they are sent in letters. */
  readonly paint?: Painter | undefined;
  readonly log: Log;
  readonly observer?: Observer | undefined;
  /** Told when Discord closed the gateway for good after it had been open. */
  readonly lost?: ((loss: Loss) => void) | undefined;
  /** Moments at which shards may sign in, shared with other processes; without it this one goes by its own. */
  readonly slots?: Slots | undefined;
};

/** Discord through its gateway: slash commands, buttons, menus, forms, mentions and direct messages. */
export function createDiscordAdapter(
  config: DiscordConfig,
  { dispatch, kept, paint, log, observer = unobserved, lost, slots }: DiscordParts,
): DiscordAdapter {
  const client = createClient(config, log, slots);
  const { rest } = client;
  const answering = createInteractionRest(config.apiUrl, observer);
  const sender = createSender({ rest: answering, kept, paint, log, observer });
  const answer = createAnswerer({ dispatch, kept, sender });
  const converse = createConversation({ rest, dispatch, kept, paint, log, observer });
  rest.on(RESTEvents.RateLimited, ({ timeToReset }) => observer.toldToWait("discord", timeToReset));
  const work = createWork(log, observer);
  const parentOf = (channel: string): string | undefined => {
    const found = client.channels.cache.get(channel);
    return found?.isThread() ? (found.parentId ?? undefined) : undefined;
  };

  // Raw events: what Discord sends is parsed here once, into what decode reads.
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (raw) => {
    const interaction = readInteraction(raw, log);
    if (interaction) work.take(() => answer(interaction));
  });
  client.ws.on(GatewayDispatchEvents.MessageCreate, (raw) => {
    const parsed = messageSchema.safeParse(raw);
    const botId = client.user?.id;
    if (parsed.success && botId) work.take(() => converse(parsed.data, botId, parentOf));
  });

  return {
    platform: "discord",
    post: createPost({ rest, kept, paint, log }),
    connected: () =>
      !work.stopping() && client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready),
    start: async () => {
      await signIn(client, config);
      client.on(Events.ShardDisconnect, ({ code }) => {
        const says = finalCloses[code];
        if (says) lost?.({ says, restartMends: code === tooFewShards && config.shards === undefined });
      });
      const { shards, shardCount } = client.options;
      log.info({ servers: client.guilds.cache.size, shards, of: shardCount }, "listening on Discord");
    },
    stop: async () => {
      await work.finish();
      await leave(client);
      closeRest(answering);
    },
  };
}

export type DiscordAdapter = Adapter & { readonly post: ReturnType<typeof createPost> };
