import type { Destination } from "#core/destination.ts";
import type { Origin } from "#core/invocation.ts";

/** The channel a command was given in. A terminal is one channel of its own. */
export function destinationOf({ platform, workspace, channel, thread, asker, via }: Origin): Destination {
  return {
    platform,
    channel: channel ?? asker ?? platform,
    ...(workspace ? { workspace } : {}),
    // Only a command given in a thread means the thread; mentions are always answered in one.
    ...(thread && via === "command" ? { thread } : {}),
  };
}
