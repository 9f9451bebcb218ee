import type { Context } from "#core/command.ts";
import { destinationOf } from "./destination.ts";

/** The zone people here think in: that of the channel's newest digest, else the asker's, else UTC. */
export async function usualZone(context: Context): Promise<string> {
  const { subscriptions } = await context.store();
  const here = await subscriptions.ofChannel(destinationOf(context.origin));
  return here.at(-1)?.zone ?? context.origin.zone ?? "UTC";
}
