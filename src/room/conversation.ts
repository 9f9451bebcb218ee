import type { Origin } from "#core/invocation.ts";
import { type Room, roomOf } from "#core/origin.ts";

/**
 * A conversation between people and the bot. `close`: its words follow each other, so that a bare question counts on.
 * `passing`: it is kept in memory alone. `shared`: several people may read and write in it.
 */
export type Conversation = {
  readonly key: string;
  readonly close: boolean;
  readonly passing?: true;
  readonly shared?: true;
};

/**
 * The conversation an invocation belongs to: its thread, else a direct message, else what one person asks in a channel
 * (there, only words that point back count on). A terminal's prompt is a talk with one person, its other lines stand by
 * themselves. Undefined where nothing tells one conversation from another.
 */
export function conversationOf(origin: Origin): Conversation | undefined {
  const { platform, workspace = "", channel, thread, asker, direct } = origin;
  if (platform === "terminal") return direct ? { key: platform, close: true, passing: true } : undefined;
  if (!channel) return undefined;
  const room = [platform, workspace, channel].join("/");
  if (thread) return { key: `${room}/${thread}`, close: true, ...(direct ? {} : { shared: true }) };
  if (direct) return { key: room, close: true };
  return asker ? { key: `${room}/@${asker}`, close: false } : undefined;
}

/** The room of a meeting that somebody begins: the channel, where they said it there and a thread only follows. */
export function meetingRoomOf(origin: Origin): Room {
  return { ...roomOf(origin), ...(origin.opens ? { thread: "" } : {}) };
}

/** Keys of what was said by one message, and of what that is a reply to, where its platform has replies. */
export function repliedKeys({ platform, workspace = "", channel, message, repliesTo }: Origin) {
  const keyOf = (id: string | undefined) => channel && id && [platform, workspace, channel, `re:${id}`].join("/");
  return { own: keyOf(message), before: keyOf(repliesTo) };
}

/** What one person alone is told within a conversation of several. Undefined where nobody else reads along, or the asker is unknown. */
export function asideOf({ key, shared }: Conversation, { asker }: Origin): string | undefined {
  return shared && asker ? `${key}/@${asker}` : undefined;
}
