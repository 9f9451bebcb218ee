import type { RESTOptions } from "discord.js";

/** How long a call may take, and how long one is put off because Discord asks to wait; milliseconds. */
const callTimeout = 10_000;
const longestRest = 30_000;

/** How the bot calls Discord, everywhere but in digests: what would have to wait for longer than anyone does is refused. */
export function restOptionsOf(apiUrl: string | undefined): Partial<RESTOptions> {
  return {
    timeout: callTimeout,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestRest,
    ...(apiUrl ? { api: apiUrl.replace(/\/+$/, "") } : {}),
  };
}
