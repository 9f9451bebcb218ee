import type { Channel } from "./destination.ts";

/** What a channel has been shown. */
export type ChannelMemory = {
  /** When each item was shown last, by id, and a number that changes with every post. */
  shown(channel: Channel): Promise<{ version: number; items: ReadonlyMap<string, number> }>;
};
