import type { Interaction } from "./incoming.ts";

/** Permissions as bits: https://docs.discord.com/developers/topics/permissions */
const permissions = {
  administrator: 1n << 3n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  sendInThreads: 1n << 38n,
} as const;

/** Interaction context PRIVATE_CHANNEL: https://docs.discord.com/developers/interactions/receiving-and-responding */
export const betweenPeople = 2;

/**
 * What keeps the bot from posting unasked where an interaction came from, as a sentence that says what to do; nothing
 * where it may post, or where Discord does not tell. Interactions themselves are answered everywhere.
 */
export function whyShut(
  { guild_id, context, app_permissions, authorizing_integration_owners: owners }: Interaction,
  inThread: boolean,
): string | undefined {
  if (context === betweenPeople)
    return "I am only a guest in this conversation, so I cannot post here: say it in a server that I am a member of, or in a direct message to me.";
  if (guild_id === undefined) return undefined;
  if (owners && !("0" in owners))
    return "I am not a member of this server, so I cannot post here: somebody who manages it has to add me first.";
  if (app_permissions === undefined) return undefined;
  const has = BigInt(app_permissions);
  const send = inThread ? permissions.sendInThreads : permissions.sendMessages;
  if ((has & permissions.administrator) !== 0n || ((has & permissions.viewChannel) !== 0n && (has & send) !== 0n))
    return undefined;
  return `I may not post here: give me the permissions View Channel and ${inThread ? "Send Messages in Threads" : "Send Messages"}, then try again.`;
}
