import { setTimeout as sleep } from "node:timers/promises";
import type { HTTPReceiver, webApi } from "@slack/bolt";
import type { Installations } from "#core/installations.ts";
import { createRecent } from "#core/recent.ts";
import { NotInstalled } from "./installs/kept.ts";

/** With what the bot speaks in a workspace. */
export type Access = {
  readonly token: string;
  /** The workspace, told to Slack with each call: an organisation's token serves several. */
  readonly team?: string | undefined;
};

/** Gives the access to a workspace. Rejects with NotInstalled where there is none. */
export type AccessTo = (workspace: string | undefined) => Promise<Access>;

/** The one token there is, whatever workspace is asked for. */
export function singleAccess(token: string): AccessTo {
  return async () => ({ token });
}

type Authorize = NonNullable<HTTPReceiver["installer"]>["authorize"];

/** Access by what was installed, refreshed where tokens expire. */
export function installedAccess(authorize: Authorize, installations: Installations): AccessTo {
  return async (workspace) => {
    if (!workspace) throw new NotInstalled("a place without a workspace");
    const organisation = await installations.organisationOf(workspace);
    const source = organisation
      ? { teamId: workspace, enterpriseId: organisation, isEnterpriseInstall: true }
      : { teamId: workspace, enterpriseId: undefined, isEnterpriseInstall: false };
    const { botToken } = await authorize(source).catch(reasonOf);
    if (!botToken) throw new NotInstalled(workspace);
    return { token: botToken, team: workspace };
  };
}

function reasonOf(error: unknown): never {
  throw rootOf(error);
}

/** What an error of Slack's libraries comes from. */
export function rootOf(error: unknown): unknown {
  const from = error instanceof Error ? ("original" in error ? error.original : error.cause) : undefined;
  return from === undefined ? error : rootOf(from);
}

/** How long another process is given to keep the token it was handed in place of an expired one, in milliseconds. */
const refreshing = 1000;

/**
 * Authorizes each workspace once at a time: a refresh token is good for one use. Where another process was quicker and
 * the token at hand is over, its new one is read.
 */
export function authorizeOnce(authorize: Authorize): Authorize {
  const running = new Map<string, ReturnType<Authorize>>();
  const settled: Authorize = async (source) => {
    const first = await authorize(source);
    const over = typeof first.botTokenExpiresAt === "number" && first.botTokenExpiresAt * 1000 <= Date.now();
    if (!over) return first;
    await sleep(refreshing);
    return authorize(source);
  };
  return async (source) => {
    const key = JSON.stringify([source.isEnterpriseInstall, source.enterpriseId, source.teamId]);
    const found = running.get(key) ?? settled(source).finally(() => running.delete(key));
    running.set(key, found);
    // Bolt writes into what it is given.
    return { ...(await found) };
  };
}

const remembered = 500;

/** Makes one thing for each access, kept while its token lasts. */
export function forEachAccess<Made>(make: (access: Access) => Made): (access: Access) => Made {
  const recent = createRecent<{ readonly token: string; readonly made: Made }>(remembered);
  return (access) => {
    const key = access.team ?? "";
    const found = recent.get(key);
    if (found?.token === access.token) return found.made;
    const made = make(access);
    recent.set(key, { token: access.token, made });
    return made;
  };
}

/** A client's options for one access. */
export function clientFor({ team }: Access, options: webApi.WebClientOptions): webApi.WebClientOptions {
  return team ? { ...options, teamId: team } : options;
}
