import { DiscordAPIError, HTTPError, RateLimitError, REST, Routes, SnowflakeUtil } from "discord.js";
import { z } from "zod";
import type { Painter } from "#chart/painter.ts";
import type { Deliverer, FoundPost, PostResult } from "#core/deliverer.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import { neverLeft, searchedSince, searchPages } from "#core/lost-answer.ts";
import type { Delivery } from "#core/outbox.ts";
import { TooLate } from "#core/too-late.ts";
import { reasonOf } from "./errors.ts";
import { createPost } from "./post.ts";
import { addressOf } from "./rest.ts";

/**
 * Discord's codes for a channel that is gone, or closed to the bot, as sentences:
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes
 */
const gone: Readonly<Record<number, string>> = {
  10003: "the channel was deleted",
  10004: "the bot was removed from the server",
  50001: "the bot cannot see the channel",
  50007: "this person takes no direct messages from the bot",
  50013: "the bot may not post in the channel",
  50083: "the thread is archived",
};

/** How long nothing is sent after the token was refused: 10,000 refusals in ten minutes shut out the address. */
const tokenRest = 10 * 60_000;
const pageSize = 100;

const messages = z.array(z.object({ id: z.string(), components: z.array(z.unknown()).default([]) }));
const directChannel = z.object({ id: z.string() });
const channelSchema = z.object({ type: z.number(), guild_id: z.string().optional() });
const threads = z.object({ threads: z.array(z.object({ id: z.string(), parent_id: z.string().nullish() })) });

/** Forum and media channels hold posts, which are threads: https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const forums = new Set([15, 16]);
/** What is no place for messages, as Discord says it of a forum. */
const noMessagesHere = new Set([50_008, 50_024, 40_058]);

export type DiscordDelivererOptions = {
  readonly kept: KeptLines;
  readonly paint?: Painter | undefined;
  readonly log: Log;
  /** Milliseconds a call may take. */
  readonly timeout?: number;
};

/** Posts deliveries to Discord, one call each, under a nonce by which Discord knows a repeated one for some minutes. */
export function createDiscordDeliverer(
  { token, apiUrl }: { readonly token: string; readonly apiUrl?: string | undefined },
  { kept, paint, log, timeout = 10_000 }: DiscordDelivererOptions,
): Deliverer {
  const rest = new REST({
    retries: 0,
    timeout,
    rejectOnRateLimit: () => true,
    ...addressOf(apiUrl),
  }).setToken(token);
  const post = createPost({ rest, kept, paint, log });
  let closedUntil = 0;

  const channelOf = async ({ person, channel, thread }: Delivery): Promise<string> =>
    person
      ? directChannel.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: channel } })).id
      : (thread ?? channel);

  /** The posts of a forum that began since, open and archived. The first message of each has its thread's id. */
  const searchForum = async (delivery: Delivery, forum: string, guild: string): Promise<string | undefined> => {
    const since = searchedSince(delivery);
    const lists = [
      await rest.get(Routes.guildActiveThreads(guild)),
      await rest.get(Routes.channelThreads(forum, "public"), { query: new URLSearchParams({ limit: "50" }) }),
    ];
    const begun = lists
      .flatMap((list) => threads.parse(list).threads)
      .filter(({ id, parent_id }) => parent_id === forum && SnowflakeUtil.timestampFrom(id) >= since);
    for (const { id } of begun) {
      const found = messages.parse(
        await rest.get(Routes.channelMessages(id), { query: new URLSearchParams({ after: "0", limit: "1" }) }),
      );
      const ours = found.find(({ components }) => carries(components, delivery.id));
      if (ours) return ours.id;
    }
    return undefined;
  };

  const search = async (delivery: Delivery): Promise<string | undefined> => {
    const channel = await channelOf(delivery);
    try {
      const found = await searchMessages(delivery, channel);
      if (found || delivery.person || delivery.thread) return found;
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || !noMessagesHere.has(Number(error.code))) throw error;
    }
    const { type, guild_id: guild } = channelSchema.parse(await rest.get(Routes.channel(channel)));
    return forums.has(type) && guild ? searchForum(delivery, channel, guild) : undefined;
  };

  const searchMessages = async (delivery: Delivery, channel: string): Promise<string | undefined> => {
    const first = SnowflakeUtil.generate({ timestamp: searchedSince(delivery) }).toString();
    return searchPages(async (after = first) => {
      const query = new URLSearchParams({ after, limit: String(pageSize) });
      const page = messages.parse(await rest.get(Routes.channelMessages(channel), { query }));
      const found = page.find(({ components }) => carries(components, delivery.id))?.id;
      if (page.length < pageSize) return { found };
      return { found, next: page.map(({ id }) => id).reduce((last, id) => (BigInt(id) > BigInt(last) ? id : last)) };
    });
  };

  return {
    platform: "discord",
    post: async (delivery, stillOurs): Promise<PostResult> => {
      if (Date.now() < closedUntil)
        return { kind: "wait", milliseconds: tokenRest, reason: "Discord refuses the token" };
      try {
        const channel = await channelOf(delivery);
        const { ping, reply, id } = delivery;
        return { kind: "sent", message: await post({ channel, ping, stillOurs }, reply, id) };
      } catch (error) {
        if (error instanceof TooLate) return { kind: "late" };
        if (isTokenRefused(error)) closedUntil = Date.now() + tokenRest;
        return resultOf(error);
      }
    },
    find: async (delivery): Promise<FoundPost> => {
      try {
        const message = await search(delivery);
        return message ? { kind: "there", message } : { kind: "absent" };
      } catch (error) {
        if (error instanceof RateLimitError)
          return { kind: "unknown", reason: "Discord asks to wait", milliseconds: error.retryAfter };
        if (error instanceof DiscordAPIError && (error.code === 10003 || error.code === 10004))
          return { kind: "absent" };
        return { kind: "unknown", reason: `Discord: ${reasonOf(error).reason}` };
      }
    },
  };
}

/** The button that every scheduled post has names its delivery. */
function carries(components: readonly unknown[], delivery: string): boolean {
  return JSON.stringify(components).includes(`digest settings ${delivery}"`);
}

function isTokenRefused(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.status === 401;
}

function resultOf(error: unknown): PostResult {
  if (error instanceof RateLimitError)
    return { kind: "wait", milliseconds: error.retryAfter, reason: "Discord asks to wait" };
  if (isTokenRefused(error)) return { kind: "wait", milliseconds: tokenRest, reason: "Discord refuses the token" };
  if (error instanceof DiscordAPIError) {
    const reason = gone[Number(error.code)];
    return reason ? { kind: "gone", reason } : { kind: "refused", reason: `Discord: ${reasonOf(error).reason}` };
  }
  if (error instanceof HTTPError && error.status < 500)
    return { kind: "refused", reason: `Discord answered ${error.status}` };
  if (neverLeft(error)) return { kind: "refused", reason: "Discord could not be reached" };
  return { kind: "unknown", reason: "Discord did not answer" };
}
