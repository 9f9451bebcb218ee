import { DiscordAPIError, HTTPError } from "discord.js";

/** Why a request failed, without its address: that holds the interaction's token. */
export function reasonOf(error: unknown): { code?: number | string; status?: number; reason: string } {
  if (error instanceof DiscordAPIError)
    return { code: error.code, status: error.status, reason: error.message.split("\n")[0] ?? "" };
  if (error instanceof HTTPError) return { status: error.status, reason: "Discord answered with an error" };
  return { reason: error instanceof Error ? error.name : "unknown" };
}

/** An error for the log: what Discord answered, or what went wrong here, with the place in the code. */
export function loggedOf(error: unknown): object {
  return error instanceof DiscordAPIError || error instanceof HTTPError ? reasonOf(error) : { err: error };
}

/** Discord's code for a body it finds a fault in: https://docs.discord.com/developers/topics/opcodes-and-status-codes */
const badForm = 50035;
/** Too large, files not allowed here, no file that can be read: same page. */
const badFiles = new Set<number | string>([40005, 50013, 50046]);

/** True when a simpler form of a message may still be taken: without its files, or without what can be pressed. */
export function refusesForm(error: unknown, withFiles: boolean): boolean {
  if (error instanceof HTTPError) return withFiles && error.status === 413;
  if (!(error instanceof DiscordAPIError)) return false;
  return error.code === badForm || (withFiles && badFiles.has(error.code));
}
