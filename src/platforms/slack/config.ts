import { readSealKeys } from "#core/seal.ts";

/** The settings the adapter reads, by the names operators know them. */
export type SlackConfig = {
  readonly SLACK_BOT_TOKEN?: string | undefined;
  /** Present: Socket Mode. */
  readonly SLACK_APP_TOKEN?: string | undefined;
  /** Present without the app token: HTTP on HOST and PORT, path /slack/events. */
  readonly SLACK_SIGNING_SECRET?: string | undefined;
  readonly SLACK_API_URL?: string | undefined;
  /** Present: people of many workspaces install it themselves, over HTTP. The four go together. */
  readonly SLACK_CLIENT_ID?: string | undefined;
  readonly SLACK_CLIENT_SECRET?: string | undefined;
  readonly SLACK_STATE_SECRET?: string | undefined;
  readonly INSTALLATION_KEY?: string | undefined;
  /** Ids of the workspaces and organisations that may install it; empty: all. */
  readonly SLACK_WORKSPACES?: readonly string[] | undefined;
  readonly HOST: string;
  readonly PORT: number;
};

/** Where requests are taken over HTTP. */
type HttpTransport = { readonly signingSecret: string; readonly host: string; readonly port: number };
/** HTTP, with installs by people of many workspaces. */
export type InstallTransport = HttpTransport & {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  readonly sealKeys: readonly Buffer[];
  /** Ids of who may install it; empty: everyone. */
  readonly allowed: readonly string[];
};

/** Whether people of many workspaces install it, instead of one token being set. */
export function takesInstalls(config: Pick<SlackConfig, "SLACK_CLIENT_ID">): boolean {
  return Boolean(config.SLACK_CLIENT_ID);
}

/** Where each secret is found. */
export const whereToFind = {
  SLACK_BOT_TOKEN: "api.slack.com/apps → your app → OAuth & Permissions → Bot User OAuth Token (xoxb-…)",
  SLACK_APP_TOKEN:
    "api.slack.com/apps → your app → Basic Information → App-Level Tokens, with the scope connections:write (xapp-…)",
  SLACK_SIGNING_SECRET: "api.slack.com/apps → your app → Basic Information → Signing Secret",
  SLACK_CLIENT_ID: "api.slack.com/apps → your app → Basic Information → App Credentials → Client ID",
  SLACK_CLIENT_SECRET: "api.slack.com/apps → your app → Basic Information → App Credentials → Client Secret",
  SLACK_STATE_SECRET: "any 32 characters or more of your own: openssl rand -hex 32",
  INSTALLATION_KEY: "32 bytes in base64: openssl rand -base64 32",
} as const;

/** How one workspace's bot listens, once the settings are complete. Throws a sentence that names the missing variable. */
export function transportOf(
  config: SlackConfig,
): { readonly token: string } & (
  | { readonly kind: "socket"; readonly appToken: string }
  | ({ readonly kind: "http" } & HttpTransport)
) {
  const {
    SLACK_BOT_TOKEN: token,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: secret,
    HOST: host,
    PORT: port,
  } = config;
  if (!token) throw new Error(`SLACK_BOT_TOKEN is missing: ${whereToFind.SLACK_BOT_TOKEN}.`);
  if (appToken) return { kind: "socket", token, appToken };
  if (secret?.trim()) return { kind: "http", token, signingSecret: secret, host, port };
  throw new Error(
    `SLACK_SIGNING_SECRET is missing or empty, and there is no SLACK_APP_TOKEN: set the first for HTTP (${whereToFind.SLACK_SIGNING_SECRET}), or the second for Socket Mode (${whereToFind.SLACK_APP_TOKEN}).`,
  );
}

/** What installs by many workspaces need. Throws a sentence that names what is missing. */
export function installTransport(config: SlackConfig): InstallTransport {
  const needed = (name: "SLACK_CLIENT_ID" | "SLACK_CLIENT_SECRET" | "SLACK_STATE_SECRET" | "SLACK_SIGNING_SECRET") => {
    const value = config[name]?.trim();
    if (!value) throw new Error(`${name} is missing: ${whereToFind[name]}.`);
    return value;
  };
  const sealKeys = readSealKeys(config.INSTALLATION_KEY ?? "");
  if (!sealKeys) throw new Error(`INSTALLATION_KEY is missing or no key: ${whereToFind.INSTALLATION_KEY}.`);
  return {
    clientId: needed("SLACK_CLIENT_ID"),
    clientSecret: needed("SLACK_CLIENT_SECRET"),
    stateSecret: needed("SLACK_STATE_SECRET"),
    signingSecret: needed("SLACK_SIGNING_SECRET"),
    sealKeys,
    allowed: config.SLACK_WORKSPACES ?? [],
    host: config.HOST,
    port: config.PORT,
  };
}
