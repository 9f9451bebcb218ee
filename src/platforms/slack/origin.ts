import type { Origin } from "#core/invocation.ts";

/** What somebody said or asked for, and where it came from. Ids are Slack's. */
export type Said = { readonly line: string; readonly origin: Origin };

type Place = { readonly [key in "workspace" | "channel" | "thread" | "asker" | "name"]?: string | undefined } & {
  readonly opens?: true | undefined;
};

/** Where something was said in Slack. */
export function originOf(via: Origin["via"], place: Place): Origin {
  const known = Object.entries(place).filter(([, value]) => value !== undefined);
  return {
    ...{ platform: "slack", via, ...Object.fromEntries(known) },
    ...(isDirectChannel(place.channel) ? { direct: true } : {}),
  };
}

/** True for a conversation of one person with the bot: Slack's ids of those begin with D. */
export function isDirectChannel(channel: string | undefined): boolean {
  return channel?.startsWith("D") ?? false;
}
