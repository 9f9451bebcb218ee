import { z } from "zod";
import { wordsOfMessage } from "./message-words.ts";
import { originOf, type Said } from "./origin.ts";
import { unwrapText } from "./unwrap.ts";

const id = z.string().min(1);

/** The entry's name in a message's menu; Slack shows at most 24 letters. */
export const askThisLabel = "Ask casebook about this";
/** What the manifest calls the entry in a message's menu. */
export const askThisCallback = "ask_this";

const shortcutSchema = z.object({
  type: z.literal("message_action"),
  callback_id: z.literal(askThisCallback),
  user: z.object({ id, team_id: id.optional() }),
  team: z.object({ id }).nullish(),
  channel: z.object({ id }),
  message: z.object({
    text: z.string().default(""),
    blocks: z.unknown().optional(),
    attachments: z.unknown().optional(),
    thread_ts: id.optional(),
  }),
  response_url: z.url(),
});

/** A message somebody asks about from its menu; nothing when it is another app's entry. */
export function decodeAskThis(body: unknown): (Said & { responseUrl: string }) | undefined {
  const parsed = shortcutSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { user, team, channel, message, response_url } = parsed.data;
  return {
    line: unwrapText(wordsOfMessage(message)),
    origin: originOf("command", {
      workspace: team?.id ?? user.team_id,
      channel: channel.id,
      thread: message.thread_ts,
      asker: user.id,
    }),
    responseUrl: response_url,
  };
}
