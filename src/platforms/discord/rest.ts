import { REST, RESTEvents, type RESTOptions } from "discord.js";
import type { Observer } from "#core/observer.ts";

/** How long a call may take, and how long one is put off because Discord asks to wait; milliseconds. */
const callTimeout = 10_000;
const longestRest = 30_000;

/** Where Discord's REST API is, for a client of discord.js: its own address unless another is set. */
export function addressOf(apiUrl: string | undefined): Partial<RESTOptions> {
  return apiUrl ? { api: apiUrl } : {};
}

/** How the bot calls Discord, everywhere but in digests: what would have to wait for longer than anyone does is refused. */
export function restOptionsOf(apiUrl: string | undefined): Partial<RESTOptions> {
  return {
    timeout: callTimeout,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestRest,
    ...addressOf(apiUrl),
  };
}

/** discord.js keeps a queue for each interaction, and drops those that are done only once an hour unless told. */
const betweenSweeps = 60_000;

/**
 * What interactions are answered through. Their endpoints do not count towards Discord's 50 requests a second, to which
 * discord.js would keep for all but the first response: https://docs.discord.com/developers/topics/rate-limits#global-rate-limit
 */
export function createInteractionRest(apiUrl: string | undefined, observer: Observer): REST {
  const rest = new REST({
    ...restOptionsOf(apiUrl),
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    handlerSweepInterval: betweenSweeps,
  });
  return rest.on(RESTEvents.RateLimited, ({ timeToReset }) => observer.toldToWait("discord", timeToReset));
}

/** Ends what a REST client of discord.js does by itself every so often. */
export function closeRest(rest: REST): void {
  rest.clearHashSweeper();
  rest.clearHandlerSweeper();
}
