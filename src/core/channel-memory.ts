import type { Place } from "./place.ts";

/** What a channel has been shown. */
export type ChannelMemory = {
  /** When each item was shown last, by id, and a number that changes with every post. */
  shown(place: Pick<Place, "platform" | "channel">): Promise<{ version: number; items: ReadonlyMap<string, number> }>;
};
