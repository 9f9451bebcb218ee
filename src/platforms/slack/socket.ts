import { setTimeout as sleep } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";
import type { Log } from "#core/log.ts";
import { waitAtMost } from "#core/within.ts";
import { slackCode } from "./errors.ts";

type Client = SocketModeReceiver["client"];

/** A Socket Mode connection that comes back by itself. */
export type Socket = {
  /** Whether Slack can be heard at this moment. */
  readonly connected: () => boolean;
  close(): Promise<void>;
};

const longestPause = 60_000;
/** A connection that ends sooner is one that Slack did not want, such as the eleventh of an app. */
const shortLife = 30_000;

/**
 * Keeps a connected client connected. Its own reconnecting gives up, with an unhandled rejection, when
 * apps.connections.open cannot be reached, comes back every few seconds to a Slack that keeps closing
 * (`too_many_websockets`), and disconnecting in the middle of it leaves a second socket open
 * (https://github.com/slackapi/node-slack-sdk/issues/2656): so a failed attempt is repeated here, later each time, also
 * after connections that did not last, and closing waits for an attempt under way.
 */
export function keepConnected(client: Client, log: Log, pause = 1000): Socket {
  const connect = client.start.bind(client);
  let closing = false;
  let attempt: Promise<unknown> = Promise.resolve();
  let connectedAt = performance.now();
  let shortLives = 0;

  const rest = (failures: number): Promise<void> => {
    const most = Math.min(longestPause, pause * 2 ** failures);
    return sleep(most / 2 + (Math.random() * most) / 2);
  };

  const persist = async (): ReturnType<Client["start"]> => {
    shortLives = performance.now() - connectedAt < shortLife ? shortLives + 1 : 0;
    if (shortLives > 1) {
      log.warn({ shortLives }, "Slack keeps closing the socket; waiting before the next");
      await rest(shortLives);
    }
    for (let failures = 0; !closing; failures++) {
      try {
        return await connect();
      } catch (error) {
        if (closing) break;
        log.warn({ code: slackCode(error), failures: failures + 1 }, "Slack's socket is not back yet");
        await rest(failures);
      }
    }
    return { ok: false };
  };
  client.on("connected", () => {
    connectedAt = performance.now();
  });
  client.start = () => {
    const started = persist();
    attempt = started;
    return started;
  };
  client.on("reconnecting", () => log.info("Slack's socket is being renewed"));

  return {
    connected: () => !closing && (client.websocket?.isActive() ?? false),
    async close() {
      closing = true;
      await waitAtMost(3000, attempt);
      await waitAtMost(2000, client.disconnect());
    },
  };
}
