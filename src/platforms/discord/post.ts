import { createHash } from "node:crypto";
import { DiscordAPIError, type REST, Routes } from "discord.js";
import { z } from "zod";
import type { Painter } from "#chart/painter.ts";
import { clip } from "#core/clip.ts";
import type { KeptLines } from "#core/kept-lines.ts";
import type { Log } from "#core/log.ts";
import type { Reply } from "#core/reply.ts";
import { TooLate } from "#core/too-late.ts";
import type { Block, DiscordMessage } from "./components.ts";
import { oneLine } from "./escape.ts";
import { type Form, prepare, sendBest } from "./forms.ts";
import { limits, messageFlags } from "./limits.ts";

/** A forum takes no plain messages: https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const notInForums = 40058;
/** A forum may ask for a tag on every post: same page. */
const wantsTag = 40067;

const forumSchema = z.object({
  available_tags: z.array(z.object({ id: z.string(), moderated: z.boolean().default(false) })).default([]),
});

const sentSchema = z.object({ id: z.string() });

export type PostTarget = {
  readonly channel: string;
  /** The one role that the post calls. */
  readonly ping?: string | undefined;
  /** Asked right before each call that may post; when it says no, `TooLate` is thrown. */
  readonly stillOurs?: (() => boolean) | undefined;
};

type Parts = { readonly rest: REST; readonly kept: KeptLines; readonly paint?: Painter | undefined; readonly log: Log };

/**
 * Posts a reply into a channel without ringing anyone but the role that is named, as digests do; in a forum, as a post of its own. The same
 * `nonce` within a few minutes posts once. Gives the message's id.
 * @throws what Discord answers when it refuses
 */
export function createPost({ rest, kept, paint, log }: Parts) {
  /** One call that may post. */
  const call = async (route: `/${string}`, body: object, files: Form["files"], { stillOurs }: PostTarget) => {
    if (stillOurs?.() === false) throw new TooLate();
    return sentSchema.parse(await rest.post(route, { body, files: [...files] })).id;
  };
  const send = async ({ message, files }: Form, target: PostTarget, title: string, nonce: string): Promise<string> => {
    const { channel, ping } = target;
    const addressed = ping ? calling(message, ping) : quiet(message);
    try {
      const body = { ...addressed, nonce: shortNonce(nonce), enforce_nonce: true };
      return await call(Routes.channelMessages(channel), body, files, target);
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.code !== notInForums) throw error;
      return postIn(target, { name: clip(oneLine(title), limits.threadName), message: addressed }, files);
    }
  };
  /** A post of its own in a forum, under the first tag that anybody may use where the forum asks for one. */
  const postIn = async (target: PostTarget, body: object, files: Form["files"]): Promise<string> => {
    const begin = (more: object = {}) => call(Routes.threads(target.channel), { ...body, ...more }, files, target);
    try {
      return await begin();
    } catch (error) {
      if (!(error instanceof DiscordAPIError) || error.code !== wantsTag) throw error;
      const { available_tags: tags } = forumSchema.parse(await rest.get(Routes.channel(target.channel)));
      const tag = tags.find(({ moderated }) => !moderated);
      if (!tag) throw error;
      return begin({ applied_tags: [tag.id] });
    }
  };
  return async (target: PostTarget, reply: Reply, nonce: string): Promise<string> => {
    const forms = await prepare({ ...reply, shared: true }, { kept, paint, log });
    return sendBest(forms, (form) => send(form, target, reply.title, nonce), log);
  };
}

function quiet(message: DiscordMessage): DiscordMessage {
  return { ...message, flags: message.flags | messageFlags.suppressNotifications };
}

/** The message with a role called above its title, and leave to call that role alone. */
function calling(message: DiscordMessage, role: string): DiscordMessage {
  const [container] = message.components;
  const [first, ...others] = container.components;
  const mention = `<@&${role}>`;
  const called: Block[] =
    first?.type === 10
      ? [{ ...first, content: `${mention}\n${first.content}` }, ...others]
      : [{ type: 10, content: mention }, ...container.components];
  return {
    ...message,
    components: [{ ...container, components: called }],
    allowed_mentions: { parse: [], roles: [role] },
  };
}

function shortNonce(nonce: string): string {
  return nonce.length <= limits.nonce
    ? nonce
    : createHash("sha256").update(nonce).digest("base64url").slice(0, limits.nonce);
}
