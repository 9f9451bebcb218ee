import { z } from "zod";
import { clockFinding, type Finding } from "#core/finding.ts";
import type { KeptInstallation } from "#core/installations.ts";
import { createSeal, readSealKeys } from "#core/seal.ts";
import { type SlackConfig, takesInstalls, whereToFind } from "./config.ts";
import { sealedFor } from "./installs/kept.ts";
import { pace } from "./limits.ts";
import { scopes } from "./manifest.ts";

const answerSchema = z.object({
  ok: z.boolean(),
  error: z.string().optional(),
  team: z.string().optional(),
  team_id: z.string().optional(),
  bot_id: z.string().optional(),
});

type Answer = { readonly body: z.infer<typeof answerSchema>; readonly headers: Headers; readonly at: number };

/**
 * Asks Slack about the tokens, their scopes and the clock, or about what installs by many workspaces need. Never
 * rejects; changes nothing.
 */
export async function checkSlack(
  config: SlackConfig,
  kept: () => Promise<readonly KeptInstallation[]> = async () => [],
): Promise<Finding[]> {
  if (takesInstalls(config)) return checkInstalls(config, kept);
  const { SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_SIGNING_SECRET: secret } = config;
  return [
    ...(bot ? await checkBot(bot, config) : []),
    ...(app ? await checkApp(app, config) : []),
    ...(bot && !app && secret ? [http(config)] : []),
  ];
}

async function checkBot(token: string, config: SlackConfig): Promise<Finding[]> {
  const answer = await call("auth.test", token, config);
  if ("state" in answer) return [answer];
  const { body, headers, at } = answer;
  const clock = clockFinding("Slack", headers.get("date"), at);
  const rest = clock ? [clock] : [];
  if (!body.ok) return [refused("Slack bot token", body.error, whereToFind.SLACK_BOT_TOKEN), ...rest];
  if (!body.bot_id) return [refused("Slack bot token", "it belongs to a person", whereToFind.SLACK_BOT_TOKEN), ...rest];
  const says = `belongs to a bot in ${body.team ?? body.team_id ?? "a workspace"}`;
  return [{ check: "Slack bot token", state: "ok", says }, scopeFinding(headers.get("x-oauth-scopes")), ...rest];
}

async function checkApp(token: string, config: SlackConfig): Promise<Finding[]> {
  const answer = await call("apps.connections.open", token, config);
  if ("state" in answer) return [answer];
  const { ok, error } = answer.body;
  return ok
    ? [{ check: "Slack app token", state: "ok", says: "opens a socket (Socket Mode)" }]
    : [refused("Slack app token", error, whereToFind.SLACK_APP_TOKEN)];
}

function scopeFinding(header: string | null): Finding {
  const check = "Slack scopes";
  if (header === null) return { check, state: "note", says: "Slack did not name them" };
  const given = new Set(header.split(",").map((scope) => scope.trim()));
  const missing = Object.entries(scopes).filter(([scope]) => !given.has(scope));
  if (missing.length === 0) return { check, state: "ok", says: `all ${Object.keys(scopes).length} are given` };
  return {
    check,
    state: "problem",
    says: `missing: ${missing.map(([scope, why]) => `${scope} (${why})`).join(", ")}`,
    todo: "api.slack.com/apps → your app → App Manifest: paste manifest.json, save, then Install App → Reinstall",
  };
}

function refused(check: string, error: string | undefined, where: string): Finding {
  return {
    check,
    state: "problem",
    says: `Slack refuses it (${error ?? "no reason given"})`,
    todo: `copy it anew from ${where}`,
  };
}

function http({ HOST, PORT }: SlackConfig): Finding {
  const says = `requests are taken on ${HOST}:${PORT} at /slack/events`;
  return {
    check: "Slack over HTTP",
    state: "note",
    says,
    todo: "Slack must reach it through https, as the app's request URL",
  };
}

async function checkInstalls(
  config: SlackConfig,
  kept: () => Promise<readonly KeptInstallation[]>,
): Promise<Finding[]> {
  const { SLACK_CLIENT_ID: id = "", SLACK_CLIENT_SECRET: secret = "", INSTALLATION_KEY: keys = "" } = config;
  // A code that no install gave: Slack looks at the app's credentials all the same.
  const fields = { client_id: id, client_secret: secret, code: "casebook-doctor" };
  const answer = await call("oauth.v2.access", undefined, config, fields);
  const found = await kept().catch(() => undefined);
  const installed = found ? keptFinding(found, readSealKeys(keys) ?? []) : unreadable;
  if ("state" in answer) return [answer, installed, http(config)];
  const clock = clockFinding("Slack", answer.headers.get("date"), answer.at);
  const check = "Slack app credentials";
  const { error } = answer.body;
  const credentials: Finding =
    error === "invalid_code"
      ? { check, state: "ok", says: "Slack knows the client id and its secret" }
      : refused(check, error, `${whereToFind.SLACK_CLIENT_ID} and Client Secret`);
  return [credentials, ...(clock ? [clock] : []), installed, http(config)];
}

const unreadable: Finding = {
  check: "Slack installs",
  state: "problem",
  says: "the database that keeps them cannot be read",
  todo: "see what is said of the database; until then no workspace is answered",
};

/** Whether each kept installation can be opened, and how. */
function keptFinding(kept: readonly KeptInstallation[], keys: readonly Buffer[]): Finding {
  const check = "Slack installs";
  if (kept.length === 0) return { check, state: "note", says: "none yet: people begin at /slack/install" };
  const seal = createSeal(keys);
  const broken = kept.filter(({ id, sealed }) => {
    try {
      return !seal.open(sealed, sealedFor(id));
    } catch {
      return true;
    }
  });
  if (broken.length > 0)
    return {
      ...{
        check,
        state: "problem",
        says: `${broken.length} of ${kept.length} cannot be opened: ${broken.map(({ id }) => id).join(", ")}`,
      },
      todo: "put the former key behind the first in INSTALLATION_KEY, or install there again",
    };
  const former = kept.filter(({ sealed }) => !seal.isCurrent(sealed)).length;
  if (former > 0)
    return {
      check,
      state: "note",
      says: `${former} of ${kept.length} are under a former key; the next start seals them anew`,
    };
  return { check, state: "ok", says: `${kept.length}, all under the key in use` };
}

async function call(
  method: string,
  token: string | undefined,
  { SLACK_API_URL }: SlackConfig,
  fields: Readonly<Record<string, string>> = {},
): Promise<Answer | Finding> {
  const base = SLACK_API_URL ?? "https://slack.com/api/";
  try {
    const response = await fetch(new URL(method, base.endsWith("/") ? base : `${base}/`), {
      method: "POST",
      headers: token ? { authorization: `Bearer ${token}` } : {},
      body: new URLSearchParams(fields),
      redirect: "error",
      signal: AbortSignal.timeout(pace.callTimeout),
    });
    const at = Date.now();
    const body = answerSchema.safeParse(await response.json().catch(() => undefined));
    if (body.success) return { body: body.data, headers: response.headers, at };
    return away(`${method} was answered with status ${response.status}`);
  } catch {
    return away(`no answer from ${new URL(base).origin}`);
  }
}

function away(says: string): Finding {
  return {
    check: "Slack",
    state: "problem",
    says,
    todo: "check the network, a proxy, or SLACK_API_URL; see slack-status.com",
  };
}
