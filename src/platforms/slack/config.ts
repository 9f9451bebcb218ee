/** The settings the adapter reads, by the names operators know them. */
export type SlackConfig = {
  readonly SLACK_BOT_TOKEN?: string | undefined;
  /** Present: Socket Mode. */
  readonly SLACK_APP_TOKEN?: string | undefined;
  /** Present without the app token: HTTP on HOST and PORT, path /slack/events. */
  readonly SLACK_SIGNING_SECRET?: string | undefined;
  readonly SLACK_API_URL?: string | undefined;
  readonly HOST: string;
  readonly PORT: number;
};

/** Where each secret is found. */
export const whereToFind = {
  SLACK_BOT_TOKEN: "api.slack.com/apps → your app → OAuth & Permissions → Bot User OAuth Token (xoxb-…)",
  SLACK_APP_TOKEN:
    "api.slack.com/apps → your app → Basic Information → App-Level Tokens, with the scope connections:write (xapp-…)",
  SLACK_SIGNING_SECRET: "api.slack.com/apps → your app → Basic Information → Signing Secret",
} as const;

/** How to listen, once the settings are complete. Throws a sentence that names the missing variable. */
export function transportOf(
  config: SlackConfig,
): { readonly token: string } & (
  | { readonly kind: "socket"; readonly appToken: string }
  | { readonly kind: "http"; readonly signingSecret: string; readonly host: string; readonly port: number }
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
