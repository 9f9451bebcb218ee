import type { Origin } from "./invocation.ts";

/** A workspace of a platform. Ids are the platform's own; an empty string stands for what is not known, as in all below. */
export type Workspace = { readonly platform: string; readonly workspace: string };

/** A channel, or a thread in it, in which people talk. */
export type Room = Workspace & { readonly channel: string; readonly thread: string };

/** Somebody in a workspace. */
export type Person = Workspace & { readonly asker: string };

/** The room something was said in; a terminal is one room. */
export function roomOf({ platform, workspace = "", channel = "", thread = "" }: Origin): Room {
  return { platform, workspace, channel: channel || (platform === "terminal" ? platform : ""), thread };
}

/** Who said it; undefined where the platform names nobody. */
export function personOf({ platform, workspace = "", asker }: Origin): Person | undefined {
  return asker ? { platform, workspace, asker } : undefined;
}
