import type { App, Context, HTTPReceiver, webApi } from "@slack/bolt";
import type { Front } from "#core/front.ts";
import type { Log } from "#core/log.ts";
import type { Access, AccessTo } from "./access.ts";
import type { SlackConfig } from "./config.ts";
import { signedOnly } from "./gate.ts";
import { pace } from "./limits.ts";
import { boltLogger } from "./log.ts";

/** How Slack reaches the bot, and with what the bot speaks in a workspace. */
export type Connection = {
  readonly accessTo: AccessTo;
  /** Connects; `serve` sets up what is done with each delivery before the first can come. */
  open(serve: Serve): Promise<Open>;
};

export type Serve = (
  app: App,
  door: {
    /** With what to speak where a delivery came from. */
    readonly accessIn: (context: Context) => Access;
    /** Told that an install is over, or serves other workspaces. */
    readonly installsChanged?: (body: unknown) => Promise<void>;
  },
) => void;

export type Open = { readonly connected: () => boolean; close(): Promise<void> };

/** How Slack's clients call, everywhere but in digests. */
export function clientOptionsOf(
  { SLACK_API_URL: slackApiUrl }: Pick<SlackConfig, "SLACK_API_URL">,
  log: Log,
): webApi.WebClientOptions {
  return {
    logger: boltLogger(log),
    timeout: pace.callTimeout,
    retryConfig: { retries: 2, minTimeout: 300, factor: 2 },
    maxRequestConcurrency: 20,
    rejectRateLimitedCalls: true,
    ...(slackApiUrl ? { slackApiUrl } : {}),
  };
}

/** What every app of Bolt's is made with. */
export function appOptionsOf(clientOptions: webApi.WebClientOptions, log: Log) {
  return { logger: boltLogger(log), clientOptions, convoStore: false, extendedErrorHandler: true } as const;
}

/** Takes Slack's requests over HTTP until closed. */
export async function openHttp(
  receiver: HTTPReceiver,
  { host, port, signingSecret }: { readonly host: string; readonly port: number; readonly signingSecret: string },
  { front, log }: { readonly front: Front; readonly log: Log },
): Promise<Open> {
  const served = await front.serve("/slack", signedOnly(receiver, { signingSecret, log }));
  log.info({ host, port }, "Slack: listening on /slack/events");
  return { connected: served.listening, close: () => served.close(pace.stop / 2) };
}
