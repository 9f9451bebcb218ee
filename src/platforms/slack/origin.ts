import type { Origin } from "#core/invocation.ts";

/** What somebody said or asked for, and where it came from. Ids are Slack's. */
export type Said = { readonly line: string; readonly origin: Origin };

/** Where something was said in Slack. */
export function originOf(
  via: Origin["via"],
  from: Pick<Origin, "workspace" | "channel" | "thread" | "opens" | "asker" | "name">,
): Origin {
  const known = Object.entries(from).filter(([, value]) => value !== undefined);
  return {
    ...{ platform: "slack", via, ...Object.fromEntries(known) },
    ...(isDirectChannel(from.channel) ? { direct: true } : {}),
  };
}

/** True for a conversation of one person with the bot: Slack's ids of those begin with D. */
export function isDirectChannel(channel: string | undefined): boolean {
  return channel?.startsWith("D") ?? false;
}
