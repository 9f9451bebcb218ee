import { App, type webApi } from "@slack/bolt";
import type { Front } from "#core/front.ts";
import type { Installations } from "#core/installations.ts";
import { createSeal } from "#core/seal.ts";
import { installedAccess } from "../access.ts";
import { installTransport, type SlackConfig } from "../config.ts";
import { appOptionsOf, type Connection, openHttp } from "../connection.ts";
import type { Log } from "../log.ts";
import { createInstallReceiver } from "./receiver.ts";
import { createRemoval } from "./removal.ts";
import { resealAll } from "./reseal.ts";

type Parts = {
  readonly clientOptions: webApi.WebClientOptions;
  readonly installations: Installations;
  readonly removed?: ((workspaces: readonly string[]) => Promise<void>) | undefined;
  /** Where HTTP requests arrive. */
  readonly front: Front;
  readonly log: Log;
};

/** Every workspace whose people installed the bot: signed HTTP requests, and the pages to install it. */
export function installsConnection(
  config: SlackConfig,
  { clientOptions, installations, removed, front, log }: Parts,
): Connection {
  const transport = installTransport(config);
  const { receiver, authorize } = createInstallReceiver(transport, { installations, log }, clientOptions);
  return {
    accessTo: installedAccess(authorize, installations),
    async open(serve) {
      const { resealed, broken } = await resealAll(installations, createSeal(transport.sealKeys));
      if (resealed > 0) log.info({ resealed }, "Slack: installations are under the first INSTALLATION_KEY now");
      if (broken.length > 0)
        log.error(
          { workspaces: broken },
          "Slack: no INSTALLATION_KEY opens these installations: put the former key behind the first, or install there again",
        );
      const app = new App({ ...appOptionsOf(clientOptions, log), receiver });
      serve(app, {
        accessIn: ({ botToken = "", teamId, enterpriseId }) => ({ token: botToken, team: teamId ?? enterpriseId }),
        removed: createRemoval({ installations, removed, log }),
      });
      const open = await openHttp(receiver, transport, { front, log });
      log.info("Slack: people install it at /slack/install");
      return open;
    },
  };
}
