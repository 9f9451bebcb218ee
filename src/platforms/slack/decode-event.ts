import { z } from "zod";
import { originOf, type Said } from "./origin.ts";
import { isEmojiAlone, unwrapText } from "./unwrap.ts";

const id = z.string().min(1);

/** Who the bot is in the workspace, so that it knows its own mentions and messages. */
export type Self = { readonly userId: string; readonly botId?: string | undefined };

const messageSchema = z.object({
  team_id: id.optional(),
  context_team_id: id.nullish(),
  event_id: id.optional(),
  event: z.object({
    type: z.enum(["app_mention", "message"]),
    subtype: z.string().optional(),
    user: id.optional(),
    bot_id: z.string().optional(),
    text: z.string().default(""),
    channel: id,
    channel_type: z.string().optional(),
    ts: id,
    thread_ts: id.optional(),
    edited: z.unknown().optional(),
    hidden: z.boolean().optional(),
  }),
});

/** A message to the bot. `keys` name the delivery and the message, so that neither is answered twice. */
export type Heard = Said & {
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly keys: readonly string[];
};

const spoken = new Set([undefined, "file_share", "thread_broadcast"]);

/**
 * A mention or a direct message by a person; nothing for bots, own messages, edits, and messages to others. A mention
 * is answered in its thread, or begins one; a direct message is answered where it stands.
 */
export function decodeMessage(body: unknown, self: Self): Heard | undefined {
  const parsed = messageSchema.safeParse(body);
  if (!parsed.success) return undefined;
  const { event, event_id, team_id, context_team_id } = parsed.data;
  const direct = event.type === "message";
  const ours = event.user === self.userId || event.bot_id !== undefined;
  if (!event.user || ours || event.edited !== undefined || event.hidden || !spoken.has(event.subtype)) return undefined;
  if (direct && event.channel_type !== "im") return undefined;
  // A thumb up is heard as one, and not as a call for help.
  const text = isEmojiAlone(event.text, self.userId) ? "🙂" : unwrapText(event.text, self.userId);
  if (direct && !text) return undefined;
  const thread = direct ? event.thread_ts : (event.thread_ts ?? event.ts);
  return {
    line: text || "casebook help",
    channel: event.channel,
    thread,
    keys: [...(event_id ? [event_id] : []), `${event.channel}:${event.ts}`],
    origin: originOf(direct ? "direct" : "mention", {
      workspace: context_team_id ?? team_id,
      channel: event.channel,
      thread,
      opens: direct || event.thread_ts ? undefined : true,
      asker: event.user,
    }),
  };
}

const homeSchema = z.object({
  event: z.object({
    type: z.literal("app_home_opened"),
    user: id,
    tab: z.string().optional(),
    view: z.object({ hash: z.string().optional() }).optional(),
  }),
  team_id: id.optional(),
  context_team_id: id.nullish(),
});

/** The Home tab was opened; nothing for the app's other tabs. */
export function decodeHomeOpened(
  body: unknown,
): { user: string; viewHash?: string | undefined; origin: Said["origin"] } | undefined {
  const parsed = homeSchema.safeParse(body);
  if (!parsed.success || parsed.data.event.tab !== "home") return undefined;
  const { event, team_id, context_team_id } = parsed.data;
  return {
    user: event.user,
    viewHash: event.view?.hash,
    origin: originOf("click", { workspace: context_team_id ?? team_id, asker: event.user }),
  };
}
