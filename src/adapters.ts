import type { Painter } from "#chart/painter.ts";
import type { Adapter, Dispatch, Loss } from "#core/adapter.ts";
import type { Front } from "#core/front.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Observer } from "#core/observer.ts";
import type { Store } from "#core/store.ts";
import { restDigests, wakeDigests } from "#digest/removal.ts";
import { isDirectChannel } from "#platforms/slack/origin.ts";
import type { Teller } from "#room/answered-gaps.ts";
import type { Config } from "./config.ts";
import { createFront } from "./front.ts";

type Parts = {
  readonly dispatch: Dispatch;
  readonly kept: KeptLines;
  /** Needed where many workspaces install the bot, and where several processes share the work. */
  readonly store?: Pick<Store, "claims" | "installations" | "subscriptions" | "slots">;
  readonly paint?: Painter;
  readonly log: Log;
  readonly observer?: Observer;
  /** Told when a platform let go of the running bot for good. */
  readonly lost?: (loss: Loss) => void;
};

/** True when some platform has its token. */
export function anyPlatform(config: Config): boolean {
  return platformsIn(config).length > 0;
}

/** The platforms that have their tokens. */
export function platformsIn(config: Config): string[] {
  return [...(slackIsSet(config) ? ["slack"] : []), ...(config.DISCORD_TOKEN ? ["discord"] : [])];
}

/** True when Slack has a token, or takes installs from many workspaces. */
export function slackIsSet(config: Config): boolean {
  return Boolean(config.SLACK_BOT_TOKEN || config.SLACK_CLIENT_ID);
}

export type Opened = {
  readonly adapters: readonly Adapter[];
  /** How each platform tells somebody that their filed gap is answered. */
  readonly tellers: ReadonlyMap<string, Teller>;
};

/** The adapters of the platforms that are configured. A platform's library is loaded only then. */
export async function openAdapters(config: Config, parts: Parts): Promise<Opened> {
  const adapters: Adapter[] = [];
  const front = createFront({ host: config.HOST, port: config.PORT });
  const tellers = new Map<string, Teller>();
  if (slackIsSet(config)) {
    const { createSlackAdapter } = await import("#platforms/slack/adapter.ts");
    const slack = createSlackAdapter(config, {
      ...parts,
      front,
      ...(parts.store ? storedFor(parts.store, parts.log) : {}),
    });
    adapters.push(slack);
    tellers.set("slack", async (filing, reply) => {
      const { workspace, channel, thread, asker } = filing;
      const open = thread !== "" || isDirectChannel(channel);
      await slack.post(workspace, open ? { channel, thread: thread || undefined } : { channel: asker }, reply);
    });
  }
  if (config.DISCORD_TOKEN) {
    const discord = await openDiscord(config, config.DISCORD_TOKEN, { ...parts, front });
    adapters.push(discord);
    tellers.set("discord", async ({ id, channel, thread }, reply) => {
      await discord.post({ channel: thread || channel }, reply, id);
    });
  }
  return { adapters, tellers };
}

async function openDiscord(config: Config, token: string, parts: Parts & { readonly front: Front }) {
  const { DISCORD_API_URL: apiUrl, DISCORD_INTERACTIONS: way, DISCORD_PUBLIC_KEY: publicKey } = config;
  const { DISCORD_SHARDS: shards, DISCORD_SHARD_IDS: shardIds } = config;
  if (way === "http" && publicKey) {
    const { createHttpAdapter } = await import("#platforms/discord/http.ts");
    return createHttpAdapter({ token, apiUrl, publicKey }, parts);
  }
  const { createDiscordAdapter } = await import("#platforms/discord/listen.ts");
  return createDiscordAdapter({ token, apiUrl, shards, shardIds }, { ...parts, slots: parts.store?.slots });
}

/** What Slack's adapter shares with other processes, and needs where many workspaces install the bot. */
function storedFor({ claims, installations, subscriptions }: NonNullable<Parts["store"]>, log: Log) {
  return {
    claims,
    installations,
    followed: {
      installed: async (workspaces: readonly string[]) => {
        for (const workspace of workspaces)
          await wakeDigests(subscriptions, { platform: "slack", workspace }, { now: Date.now(), log });
      },
      removed: async (workspaces: readonly string[]) => {
        for (const workspace of workspaces) await restDigests(subscriptions, { platform: "slack", workspace });
      },
    },
  };
}
