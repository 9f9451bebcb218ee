import { App, HTTPReceiver, SocketModeReceiver, webApi } from "@slack/bolt";
import type { Front } from "#core/front.ts";
import type { Log } from "#core/log.ts";
import { singleAccess } from "./access.ts";
import { type SlackConfig, transportOf } from "./config.ts";
import { appOptionsOf, type Connection, openHttp } from "./connection.ts";
import { boltLogger } from "./log.ts";
import { keepConnected } from "./socket.ts";
import { openSocket, refuseDelivery, signatureOf, whoAmI } from "./start.ts";

type Parts = {
  readonly clientOptions: webApi.WebClientOptions;
  readonly socketPatience?: number | undefined;
  /** Where HTTP requests arrive. */
  readonly front: Front;
  readonly log: Log;
};

/** One workspace, by its token: Socket Mode with SLACK_APP_TOKEN, else signed HTTP requests. */
export function singleConnection(
  config: SlackConfig,
  { clientOptions, socketPatience, front, log }: Parts,
): Connection {
  const access = { token: config.SLACK_BOT_TOKEN ?? "" };
  return {
    accessTo: singleAccess(access.token),
    async open(serve) {
      const transport = transportOf(config);
      const self = await whoAmI(new webApi.WebClient(transport.token, clientOptions), config);
      const options = {
        token: transport.token,
        botUserId: self.userId,
        botId: self.botId ?? "",
        tokenVerificationEnabled: false,
        ...appOptionsOf(clientOptions, log),
      };
      const logger = boltLogger(log);
      if (transport.kind === "http") {
        const { port, signingSecret } = transport;
        const receiver = new HTTPReceiver({
          ...{ signingSecret, signatureVerification: false, logger, port },
          processEventErrorHandler: refuseDelivery,
          customPropertiesExtractor: signatureOf,
        });
        const app = new App({ ...options, receiver });
        serve(app, { accessIn: () => access });
        return openHttp(receiver, transport, { front, log });
      }
      const receiver = new SocketModeReceiver({
        appToken: transport.appToken,
        logger,
        processEventErrorHandler: async () => false,
        installerOptions: { clientOptions },
        ...(socketPatience ? { clientPingTimeout: socketPatience } : {}),
      });
      const app = new App({ ...options, receiver });
      serve(app, { accessIn: () => access });
      await openSocket(app, config);
      const socket = keepConnected(receiver.client, log);
      log.info("Slack: connected in Socket Mode");
      return socket;
    },
  };
}
