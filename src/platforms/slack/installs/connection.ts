import { App, type webApi } from "@slack/bolt";
import type { Front } from "#core/front.ts";
import type { Installations, WorkspacesFollowed } from "#core/installations.ts";
import type { Log } from "#core/log.ts";
import { createSeal } from "#core/seal.ts";
import { installedAccess } from "../access.ts";
import { installTransport, type SlackConfig } from "../config.ts";
import { appOptionsOf, type Connection, openHttp } from "../connection.ts";
import { slackCode } from "../errors.ts";
import { createInstallReceiver } from "./receiver.ts";
import { createRemoval } from "./removal.ts";
import { resealAll } from "./reseal.ts";
import { createTeamAccess } from "./team-access.ts";

type Parts = {
  readonly clientOptions: webApi.WebClientOptions;
  readonly installations: Installations;
  readonly followed?: WorkspacesFollowed | undefined;
  /** Where HTTP requests arrive. */
  readonly front: Front;
  readonly log: Log;
};

/** Every workspace whose people installed the bot: signed HTTP requests, and the pages to install it. */
export function installsConnection(
  config: SlackConfig,
  { clientOptions, installations, followed, front, log }: Parts,
): Connection {
  const transport = installTransport(config);
  const installed = async (workspaces: readonly string[]) => {
    try {
      await followed?.installed(workspaces);
    } catch (error) {
      log.error({ code: slackCode(error), err: error, workspaces }, "Slack: what rested there was not taken up again");
    }
  };
  const { receiver, authorize } = createInstallReceiver(transport, { installations, installed, log }, clientOptions);
  const removal = createRemoval({ installations, removed: followed?.removed, log });
  const teamAccess = createTeamAccess({ installations, followed, log });
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
        installsChanged: async (body) => {
          await removal(body);
          await teamAccess(body);
        },
      });
      const open = await openHttp(receiver, transport, { front, log });
      log.info("Slack: people install it at /slack/install");
      return open;
    },
  };
}
