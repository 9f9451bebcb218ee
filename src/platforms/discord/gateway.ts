import { Client, Events, GatewayIntentBits, Options } from "discord.js";
import type { Log } from "#core/log.ts";
import { ownSlots, type Slots } from "#core/slots.ts";
import { Unreachable } from "#core/unreachable.ts";
import { waitAtMost } from "#core/within.ts";
import { discordApi, whereToFind } from "./application.ts";
import { restOptionsOf } from "./rest.ts";
import { createSignIns } from "./sign-ins.ts";

/** What is listened to; none of it needs Discord's leave (a privileged intent). */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** What an operator is told when Discord refuses the token. */
export const tokenRefused = `DISCORD_TOKEN is not accepted by Discord: copy a fresh one from ${whereToFind.DISCORD_TOKEN}.`;

/** The close code with which Discord asks for more shards. */
export const tooFewShards = 4011;

/** Close codes after which Discord will not have us back, as sentences for the operator. */
export const finalCloses: Readonly<Record<number, string>> = {
  4004: tokenRefused,
  4010: "Discord refused the shard numbers: DISCORD_SHARDS must be the same in every process, and DISCORD_SHARD_IDS below it.",
  [tooFewShards]:
    "Discord asks for more shards: raise DISCORD_SHARDS in every process, or leave it empty and restart the bot, which then takes as many as Discord names.",
  4012: "Discord no longer speaks this bot's gateway version: update the bot.",
  4013: "Discord does not know an intent this bot asks for: update the bot.",
  4014: `Discord does not allow DISCORD_TOKEN's app an intent it asks for: see ${whereToFind.bot} → Privileged Gateway Intents.`,
};

export type GatewayConfig = {
  readonly token: string;
  readonly apiUrl?: string | undefined;
  /** Shards in all processes together; Discord's own number where it is left out. */
  readonly shards?: number | undefined;
  /** Those of them that this process runs; all where it is left out. */
  readonly shardIds?: readonly number[] | undefined;
};

/** What Discord says of sign-ins is asked anew after so many milliseconds. */
const limitsHold = 60_000;

/** A discord.js client that keeps no messages, and signs in no oftener than Discord allows. */
export function createClient({ apiUrl, shards, shardIds }: GatewayConfig, log: Log, slots: Slots = ownSlots()): Client {
  const client = new Client({
    intents,
    ...(shards ? { shardCount: shards, shards: [...(shardIds ?? Array(shards).keys())] } : { shards: "auto" }),
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 0, ReactionManager: 0 }),
    ws: {
      buildIdentifyThrottler: async (manager) => {
        let asked = Date.now();
        const limits = async () => {
          const anew = Date.now() - asked > limitsHold;
          if (anew) asked = Date.now();
          return (await manager.fetchGatewayInformation(anew)).session_start_limit;
        };
        return createSignIns({ limits, slots, log });
      },
    },
    rest: restOptionsOf(apiUrl),
  });
  client.on(Events.Error, (error) => log.error({ reason: error.name }, "the Discord client failed at something"));
  client.on(Events.ShardError, (error, shard) =>
    log.warn({ shard, reason: error.name }, "the connection to Discord failed"),
  );
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, "connecting to Discord again"));
  client.on(Events.ShardResume, (shard, missed) => log.info({ shard, missed }, "connected to Discord again"));
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    const says = finalCloses[code];
    if (says) log.error({ shard, code }, says);
  });
  return client;
}

/**
 * Signs in; resolves when the gateway is ready.
 * @throws an Error whose message is a sentence for the operator
 */
export async function signIn(client: Client, { token, apiUrl }: GatewayConfig): Promise<void> {
  // discord.js gives a client up for good when its first call fails.
  await reach(apiUrl);
  const { promise: refused, reject } = Promise.withResolvers<never>();
  const onClose = ({ code }: { code: number }) =>
    reject(new Error(finalCloses[code] ?? `Discord closed the connection (${code}).`));
  client.on(Events.ShardDisconnect, onClose);
  try {
    await Promise.race([client.login(token), refused]);
  } catch (error) {
    await leave(client);
    throw new Error(sentenceFor(error, apiUrl));
  } finally {
    client.off(Events.ShardDisconnect, onClose);
  }
}

/** Time for the connections to close, in milliseconds. */
const closeWithin = 1500;

/** Closes every connection. discord.js may wait for ever for one that was signing in at that moment. */
export async function leave(client: Client): Promise<void> {
  // It tells of its own goodbye as of a connection to be mended.
  client.removeAllListeners(Events.ShardReconnecting);
  await waitAtMost(closeWithin, client.destroy());
}

const reachWithin = 10_000;

/** @throws Unreachable when Discord's REST API does not answer, or only with errors of its own */
async function reach(apiUrl: string | undefined): Promise<void> {
  const answer = await fetch(`${apiUrl ?? discordApi}/v10/gateway`, {
    signal: AbortSignal.timeout(reachWithin),
  }).catch(() => undefined);
  if (answer && answer.status < 500) return;
  throw new Unreachable(unreachable(apiUrl));
}

/** What an operator is told when Discord does not answer. */
export function unreachable(apiUrl: string | undefined): string {
  const address = apiUrl ? `DISCORD_API_URL (${new URL(apiUrl).origin})` : "discord.com";
  return `Discord could not be reached at ${address}: check the network and try again.`;
}

function sentenceFor(error: unknown, apiUrl: string | undefined): string {
  if (!(error instanceof Error)) return "Discord could not be reached.";
  if (Object.values(finalCloses).includes(error.message)) return error.message;
  if ("code" in error && error.code === "TokenInvalid") return tokenRefused;
  if (/sessions remaining/.test(error.message))
    return "Discord lets this bot sign in no more today (1,000 times a day): stop what restarts it and wait.";
  return unreachable(apiUrl);
}
