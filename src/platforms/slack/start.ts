import type { IncomingMessage } from "node:http";
import type { App, webApi } from "@slack/bolt";
import type { Log } from "#core/log.ts";
import type { Observer } from "#core/observer.ts";
import { Unreachable } from "#core/unreachable.ts";
import { inTimeOr } from "#core/within.ts";
import { type SlackConfig, whereToFind } from "./config.ts";
import type { Self } from "./decode-event.ts";
import { slackCode } from "./errors.ts";
import { patiently } from "./patience.ts";
import type { Seen } from "./seen.ts";

/** Who the token belongs to. Rejects with a sentence that names the variable and where to get it. */
export async function whoAmI(client: webApi.WebClient, config: SlackConfig): Promise<Self> {
  try {
    const { user_id: userId, bot_id: botId } = await patiently(() => client.auth.test());
    if (userId && botId) return { userId, botId };
  } catch (error) {
    throw refusal("SLACK_BOT_TOKEN", slackCode(error), config);
  }
  throw new Error(`SLACK_BOT_TOKEN is not a bot's token: copy it from ${whereToFind.SLACK_BOT_TOKEN}.`);
}

function refusal(variable: "SLACK_BOT_TOKEN" | "SLACK_APP_TOKEN", code: string, config: SlackConfig): Error {
  const address = config.SLACK_API_URL ?? "https://slack.com/api/";
  if (/^unreachable$|^http_|^ratelimited$/.test(code))
    return new Unreachable(`Slack did not answer at ${address} (${code}): check the network, or SLACK_API_URL.`);
  return new Error(`Slack refused ${variable} (${code}): copy it anew from ${whereToFind[variable]}.`);
}

/** Longest time for the first connection, in milliseconds. */
const patience = 20_000;

/** Opens the socket for the first time. Rejects with a sentence. */
export async function openSocket(app: App, config: SlackConfig): Promise<void> {
  try {
    await inTimeOr(patience, app.start(), () => {
      throw new Unreachable(
        `Slack opened no socket within ${patience / 1000} s: check that Socket Mode is on, and SLACK_APP_TOKEN (${whereToFind.SLACK_APP_TOKEN}).`,
      );
    });
  } catch (error) {
    await app.stop().catch(() => {});
    throw error instanceof Unreachable ? error : refusal("SLACK_APP_TOKEN", slackCode(error), config);
  }
}

/** A signed request's signature, for `ackEverything`: the same one a second time is a replay. */
export function signatureOf({ headers }: Pick<IncomingMessage, "headers">): Record<string, unknown> {
  return { signature: headers["x-slack-signature"] };
}

/**
 * Acks what no listener acks, so that Slack neither shows a warning nor delivers it again: notices that Bolt does not
 * know, menus and views of other versions. Each delivery is a request to those who observe. While closed, deliveries
 * are left to be retried, later or with another process. A request that comes a second time, letter for letter with its
 * signature, does nothing more: Slack signs each try anew, so somebody else kept it. One that was refused may come again.
 */
export function ackEverything(app: App, { log, observer, closed, seen }: Doorkeeper): void {
  const take = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const why = closed();
    if (why === "full") log.warn("too many requests are open; Slack is asked to come again");
    if (why) throw new Error(why);
    if (event.body.type === "app_rate_limited") {
      log.warn("Slack holds back events: more than 30,000 came within an hour");
      return event.ack();
    }
    const { signature } = event.customProperties ?? {};
    const names = typeof signature === "string" ? [signature] : [];
    if (!seen.claim(names)) {
      log.warn("a signed request came a second time and was left alone");
      return event.ack();
    }
    await observer.request("slack", async () => {
      let acked = false;
      const ack: typeof event.ack = async (response) => {
        acked = true;
        await event.ack(response);
        observer.acked();
      };
      await take({ ...event, ack }).catch((error: unknown) => {
        // Bolt reads into what is delivered; to have something of no known form delivered again would help nobody.
        if (acked || !(error instanceof TypeError)) {
          if (!acked) seen.release(names);
          throw error;
        }
        log.warn("a delivery of an unknown form was left alone");
      });
      if (!acked) await ack();
    });
  };
}
type Doorkeeper = {
  readonly log: Log;
  readonly observer: Observer;
  readonly closed: () => "stopping" | "full" | undefined;
  readonly seen: Seen;
};

/** What Bolt asks when a delivery failed; before the ack, Slack is told to come again. */
export async function refuseDelivery({
  response,
}: {
  response: { headersSent: boolean; writeHead(status: number): { end(): unknown } };
}): Promise<boolean> {
  if (!response.headersSent) response.writeHead(503).end();
  return false;
}
