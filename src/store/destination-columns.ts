import type { Destination } from "#core/destination.ts";
import type { DestinationColumns } from "./tables.ts";

/** A row's destination, absent columns left out. */
export function destinationFromRow({ platform, workspace, channel, thread }: DestinationColumns): Destination {
  return {
    platform,
    channel,
    ...(workspace === null ? {} : { workspace }),
    ...(thread === null ? {} : { thread }),
  };
}

/** A destination as columns. */
export function destinationColumns({ platform, workspace, channel, thread }: Destination): DestinationColumns {
  return { platform, workspace: workspace ?? null, channel, thread: thread ?? null };
}
