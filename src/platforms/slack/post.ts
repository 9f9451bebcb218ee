import type { webApi } from "@slack/bolt";
import type { Destination } from "#core/destination.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Reply } from "#core/reply.ts";
import { TooLate } from "#core/too-late.ts";
import { refusesBlocks, slackCode } from "./errors.ts";
import { pace } from "./limits.ts";
import { createOneByOne } from "./one-by-one.ts";
import { patiently } from "./patience.ts";
import type { Pictures } from "./pictures.ts";
import type { SlackSettings } from "./render.ts";
import { richText } from "./rich-text.ts";
import { bestFirst, prepare, type Version } from "./versions.ts";

/** Where a public message goes: a channel (or a person's id, for a direct message), and a thread in it. */
export type Target = Pick<Destination, "channel" | "thread">;

/** What a message carries along for its reader that is no text. https://docs.slack.dev/messaging/message-metadata */
export type Metadata = {
  readonly event_type: string;
  readonly event_payload: Record<string, string | number | boolean>;
};

export type PostOptions = {
  readonly settings?: SlackSettings;
  readonly metadata?: Metadata;
  /** The one user group that the message calls. */
  readonly ping?: string | undefined;
  /** Asked right before each call; when it says no, `TooLate` is thrown. Whoever asks for it also tries again: we do not. */
  readonly stillOurs?: (() => boolean) | undefined;
};

/** Posts a reply for everyone in a channel; gives the message's ts. Rejects with Slack's error. */
export type Post = (target: Target, reply: Reply, options?: PostOptions) => Promise<string>;

type Parts = {
  readonly client: webApi.WebClient;
  readonly kept: KeptLines;
  readonly pictures?: Pictures | undefined;
  readonly log: Log;
};

/** A post function that sends at most one message a second to a channel, in the order asked for. */
export function createPost({ client, kept, pictures, log }: Parts, now: () => number = Date.now): Post {
  const oneByOne = createOneByOne(pace.betweenMessages, now);
  return async (target, reply, { settings = {}, metadata, ping, stillOurs } = {}) => {
    const versions = await prepare(reply, { share: false, ...settings }, { kept, pictures, log });
    for await (const found of bestFirst(versions, log)) {
      const version = ping ? calling(found, ping) : found;
      const call = () => {
        if (stillOurs?.() === false) throw new TooLate();
        return client.chat.postMessage({
          channel: target.channel,
          ...(target.thread ? { thread_ts: target.thread } : {}),
          text: version.text,
          ...(version.blocks ? { blocks: version.blocks } : {}),
          ...(metadata ? { metadata } : {}),
          unfurl_links: false,
          unfurl_media: false,
        });
      };
      try {
        const sent = await oneByOne(target.channel, async () => (stillOurs ? call() : patiently(call)));
        return sent.ts ?? "";
      } catch (error) {
        if (!version.blocks || !refusesBlocks(slackCode(error))) throw error;
      }
    }
    throw new Error("no form of the message was sent");
  };
}

/** A message that calls a user group above its title, in blocks and where only its text is read. */
function calling(version: Version, group: string): Version {
  const { text, blocks } = version;
  const mention = richText({ type: "rich_text_section", elements: [{ type: "usergroup", usergroup_id: group }] });
  return { ...version, text: `<!subteam^${group}>\n${text}`, ...(blocks ? { blocks: [mention, ...blocks] } : {}) };
}
