import type { webApi } from "@slack/bolt";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Reply } from "#core/reply.ts";
import { refusesBlocks, slackCode } from "./errors.ts";
import { isDirectChannel } from "./origin.ts";
import { patiently } from "./patience.ts";
import type { Pictures } from "./pictures.ts";
import type { Post } from "./post.ts";
import type { Respond } from "./respond.ts";
import { createTrust } from "./trust.ts";
import { bestFirst, prepare, type Version } from "./versions.ts";

/** Where the answer to a command, a click or a form goes, and who sees it. */
export type AnswerRoute = {
  readonly respond?: Respond | undefined;
  readonly audience: "asker" | "everyone";
  /** Whether the reply offers to be shared; not where its reader is alone anyway. */
  readonly share: boolean;
  /** In place of the message that was clicked on, as a new one, or as a new one with the old one taken away. */
  readonly manner: "replace" | "add" | "renew";
  readonly channel?: string | undefined;
  readonly thread?: string | undefined;
  readonly asker?: string | undefined;
};

type Parts = {
  readonly client: webApi.WebClient;
  readonly kept: KeptLines;
  readonly pictures?: Pictures | undefined;
  readonly post: Post;
  readonly log: Log;
};

/** Sends a reply where it belongs: through its response_url, and when that is used up, through the Web API. */
export type SendAnswer = (reply: Reply, to: AnswerRoute) => Promise<void>;

/** What sends the answers of one workspace. Blocks that Slack refuses are followed by plainer forms; its other errors reject. */
export function createSendAnswer({ client, kept, pictures, post, log }: Parts): SendAnswer {
  const trust = createTrust();

  const throughUrl = async (versions: readonly Version[], to: AnswerRoute, respond: Respond): Promise<boolean> => {
    const replaces = to.manner === "replace";
    for await (const { text, blocks, pictured = false } of bestFirst(versions, log)) {
      const outcome = await respond({
        text,
        ...(blocks ? { blocks } : {}),
        ...(replaces ? {} : { response_type: to.audience === "everyone" ? "in_channel" : "ephemeral" }),
        replace_original: replaces,
        ...(to.thread && !replaces ? { thread_ts: to.thread } : {}),
        unfurl_links: false,
        unfurl_media: false,
      });
      if (outcome === "sent") {
        if (versions[0]?.pictured) trust.learn(pictured);
        if (to.manner === "renew") await respond({ delete_original: true });
        return true;
      }
      if (outcome !== "blocks") {
        log.warn({ outcome }, "a response_url did not take the answer");
        return false;
      }
    }
    return false;
  };

  const sendOne = async ({ text, blocks }: Version, { channel, thread, asker }: AnswerRoute): Promise<void> => {
    const message = { text, ...(blocks ? { blocks } : {}) };
    const inThread = { ...message, ...(thread ? { thread_ts: thread } : {}) };
    const quiet = { unfurl_links: false, unfurl_media: false };
    if (!channel || !asker || isDirectChannel(channel)) {
      await patiently(() => client.chat.postMessage({ channel: channel ?? asker ?? "", ...inThread, ...quiet }));
      return;
    }
    try {
      await patiently(() => client.chat.postEphemeral({ channel, user: asker, ...inThread }));
    } catch (error) {
      if (!/not_in_channel|channel_not_found|user_not_in_channel/.test(slackCode(error))) throw error;
      await patiently(() => client.chat.postMessage({ channel: asker, ...message, ...quiet }));
    }
  };

  const throughApi = async (versions: readonly Version[], to: AnswerRoute): Promise<void> => {
    for await (const version of bestFirst(versions, log)) {
      try {
        return await sendOne(version, to);
      } catch (error) {
        if (!version.blocks || !refusesBlocks(slackCode(error))) throw error;
      }
    }
  };

  return async (reply, to) => {
    const tried = to.respond && !trust.holds() ? undefined : pictures;
    const versions = await prepare(reply, { share: to.share }, { kept, pictures: tried, log });
    if (to.respond && (await throughUrl(versions, to, to.respond))) return;
    if (to.audience === "everyone" && to.channel) await post({ channel: to.channel, thread: to.thread }, reply);
    else await throughApi(versions, to);
  };
}
