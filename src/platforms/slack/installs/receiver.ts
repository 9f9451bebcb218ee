import type { ServerResponse } from "node:http";
import { HTTPReceiver, type Installation, webApi } from "@slack/bolt";
import type { Installations } from "#core/installations.ts";
import type { Log } from "#core/log.ts";
import { createSeal } from "#core/seal.ts";
import { authorizeOnce } from "../access.ts";
import type { InstallTransport } from "../config.ts";
import { slackCode } from "../errors.ts";
import { pace } from "../limits.ts";
import { installLogger } from "../log.ts";
import { scopes } from "../manifest.ts";
import { refuseDelivery, signatureOf } from "../start.ts";
import { keptInstallations } from "./kept.ts";
import { failedPage, installedPage, installPage, pageHeaders } from "./pages.ts";
import { decodeTeamAccess } from "./team-access.ts";

const installPath = "/slack/install";
/** Its prefix makes browsers hold it to this host and to HTTPS. */
const stateCookie = "__Host-casebook-install";

/** Somebody waits for the page: Slack is asked twice at most, and before the server gives up on the request. */
const promptly = { timeout: pace.installTimeout, retryConfig: { retries: 1, minTimeout: 300 } };

const notOpen =
  "Whoever runs this bot has not opened it to your workspace, so nothing was kept. Ask them, or choose another workspace.";

export type InstallParts = {
  readonly installations: Installations;
  /** Told of a workspace where it was installed, or that an organisation's install came to serve. Never rejects. */
  readonly installed?: (workspaces: readonly string[]) => Promise<void>;
  readonly log: Log;
};

/** Takes Slack's requests from every workspace that installed the bot, and serves the pages to install it. */
export function createInstallReceiver(
  { signingSecret, clientId, clientSecret, stateSecret, sealKeys, allowed, port }: InstallTransport,
  { installations, installed, log }: InstallParts,
  clientOptions: webApi.WebClientOptions,
) {
  const receiver = new HTTPReceiver({
    ...{ signingSecret, signatureVerification: false, port, clientId, clientSecret, stateSecret },
    scopes: Object.keys(scopes),
    logger: installLogger(log),
    processEventErrorHandler: refuseDelivery,
    customPropertiesExtractor: signatureOf,
    installationStore: keptInstallations({ installations, installed, seal: createSeal(sealKeys) }),
    installerOptions: {
      ...{
        clientOptions: { ...clientOptions, ...promptly },
        installPath,
        redirectUriPath: "/slack/oauth_redirect",
        stateCookieName: stateCookie,
      },
      ...authorizationUrlOf(clientOptions),
      renderHtmlForInstallPath: installPage,
      installPathOptions: {
        beforeRedirection: async (_, response) => {
          for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value);
          return true;
        },
      },
      callbackOptions: {
        afterInstallation: async (installation, _options, _request, response) => {
          const { team, enterprise, bot } = installation;
          if (allowed.length === 0 || [team?.id, enterprise?.id].some((id) => id && allowed.includes(id))) return true;
          log.warn(
            { workspace: team?.id ?? enterprise?.id },
            "Slack: SLACK_WORKSPACES does not let it be installed there",
          );
          await new webApi.WebClient(bot?.token, clientOptions).auth
            .revoke()
            .catch((error: unknown) => log.warn({ code: slackCode(error) }, "Slack: its token was not given back"));
          send(response, 403, failedPage(notOpen, installPath));
          return false;
        },
        success: (installation, _options, _request, response) => {
          const { team, enterprise, isEnterpriseInstall } = installation;
          const place = isEnterpriseInstall ? enterprise : team;
          log.info({ workspace: place?.id, organisation: isEnterpriseInstall === true }, "Slack: installed");
          send(response, 200, installedPage(place?.name ?? place?.id, openAddress(installation)));
        },
        successAsync: async ({ team, isEnterpriseInstall }) => {
          if (team && !isEnterpriseInstall) await installed?.([team.id]);
        },
        failure: (error, _options, _request, response) => {
          const cause = "data" in error ? slackCode(error) : error.code;
          log.warn({ code: cause }, "Slack: an install did not come about");
          const { status, says } = failureOf(error.code, error.message);
          send(response, status, failedPage(says, installPath));
        },
      },
    },
  });
  const { installer } = receiver;
  if (!installer) throw new Error("Slack's library made no installer");
  const authorize = authorizeOnce(installer.authorize);
  // Bolt authorizes each delivery with this. Word of a workspace that is over comes with no token, and needs none.
  installer.authorize = async (source, body?: unknown) => (decodeTeamAccess(body) ? {} : authorize(source));
  return { receiver, authorize };
}

/** GovSlack asks people for leave on its own host. */
function authorizationUrlOf({ slackApiUrl }: webApi.WebClientOptions): { authorizationUrl?: string } {
  const host = slackApiUrl ? new URL(slackApiUrl).host : "slack.com";
  return host.endsWith("slack-gov.com") ? { authorizationUrl: `https://${host}/oauth/v2/authorize` } : {};
}

function openAddress({ appId, team }: Installation): string | undefined {
  if (!appId) return undefined;
  return `https://slack.com/app_redirect?${new URLSearchParams({ app: appId, ...(team ? { team: team.id } : {}) })}`;
}

function send(response: ServerResponse, status: number, page: string): void {
  if (!response.headersSent) response.writeHead(status, pageHeaders).end(page);
}

function failureOf(code: string, message: string): { status: number; says: string } {
  if (/cancelled/i.test(message)) return { status: 200, says: "You did not allow it, so nothing was changed." };
  if (code === "slack_oauth_missing_state" || code === "slack_oauth_invalid_state")
    return {
      status: 400,
      says: "This page was not reached from our own install page in this browser, or more than ten minutes ago. Please begin again, and let your browser keep our cookie.",
    };
  if (code === "slack_oauth_missing_code")
    return { status: 400, says: "Slack sent no code with this request. Please begin again." };
  return {
    status: 502,
    says: "Slack did not complete it. Please begin again; if it fails once more, tell whoever runs this bot.",
  };
}
