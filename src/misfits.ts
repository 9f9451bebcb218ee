import { whereToFind as onDiscord } from "#platforms/discord/application.ts";
import { whereToFind as onSlack } from "#platforms/slack/config.ts";
import type { Config } from "./config.ts";

/** Settings that only make sense together, or not together. */
export function misfits(config: Config): string[] {
  const problems = slackInstalls(config);
  const installs = installSettings.some((name) => config[name]);
  if (config.SLACK_BOT_TOKEN && !config.SLACK_APP_TOKEN && !config.SLACK_SIGNING_SECRET)
    problems.push(
      `SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode: ${onSlack.SLACK_APP_TOKEN}) or SLACK_SIGNING_SECRET (HTTP: ${onSlack.SLACK_SIGNING_SECRET}) beside it`,
    );
  if (!installs && !config.SLACK_BOT_TOKEN && (config.SLACK_APP_TOKEN || config.SLACK_SIGNING_SECRET))
    problems.push(`SLACK_BOT_TOKEN is missing: ${onSlack.SLACK_BOT_TOKEN}`);
  if ((config.DISCORD_APPLICATION_ID || config.DISCORD_INTERACTIONS === "http") && !config.DISCORD_TOKEN)
    problems.push(`DISCORD_TOKEN is missing: ${onDiscord.DISCORD_TOKEN}`);
  if (config.DISCORD_INTERACTIONS === "http" && !config.DISCORD_PUBLIC_KEY)
    problems.push(
      `DISCORD_PUBLIC_KEY is missing, which DISCORD_INTERACTIONS=http needs: ${onDiscord.DISCORD_PUBLIC_KEY}`,
    );
  if (config.PORT !== 0 && config.PORT === config.METRICS_PORT)
    problems.push(`PORT and METRICS_PORT are both ${config.PORT}: give each a port of its own`);
  return [...problems, ...shardProblems(config)];
}

function shardProblems(config: Config): string[] {
  const { DISCORD_SHARDS: count, DISCORD_SHARD_IDS: ids, DISCORD_INTERACTIONS: way, DATABASE_URL: database } = config;
  if (way === "http")
    return count || ids
      ? [
          "DISCORD_SHARDS and DISCORD_SHARD_IDS belong to the gateway, and DISCORD_INTERACTIONS=http opens none: leave them out",
        ]
      : [];
  if (!ids) return [];
  if (!count)
    return ["DISCORD_SHARD_IDS needs DISCORD_SHARDS beside it: the number of shards in all processes together"];
  const beyond = ids.filter((id) => id >= count);
  if (beyond.length > 0)
    return [`DISCORD_SHARD_IDS names ${beyond.join(", ")}, but DISCORD_SHARDS=${count} has 0 to ${count - 1}`];
  // Without the other shards in this process there are other processes.
  return ids.length < count && !database
    ? [
        `DATABASE_URL is missing: with ${ids.length} of ${count} shards here, other processes run the rest, and all of them must share PostgreSQL (SQLite serves one process alone)`,
      ]
    : [];
}

/** What installs by many workspaces need beside the signing secret. */
const installSettings = ["SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET", "SLACK_STATE_SECRET", "INSTALLATION_KEY"] as const;

/** One workspace by its token, or many by installs: never both, and neither by half. */
function slackInstalls(config: Config): string[] {
  const given = installSettings.filter((name) => config[name]);
  if (given.length === 0) return [];
  const problems: string[] = [];
  const missing = installSettings.filter((name) => !config[name]);
  if (missing.length > 0)
    problems.push(
      `${given.join(", ")} ${given.length > 1 ? "are" : "is"} set without ${missing.join(", ")}: installs by many workspaces need all four (docs/slack.md)`,
    );
  if (!config.SLACK_SIGNING_SECRET)
    problems.push(
      `SLACK_SIGNING_SECRET is missing: installs by many workspaces are served over HTTP: ${onSlack.SLACK_SIGNING_SECRET}`,
    );
  if (config.SLACK_BOT_TOKEN)
    problems.push(
      `SLACK_BOT_TOKEN and ${given[0]} are both set: leave out the first to serve every workspace that installs it, or ${given.join(", ")} to serve the token's alone`,
    );
  if (config.SLACK_APP_TOKEN)
    problems.push(
      "SLACK_APP_TOKEN (Socket Mode) does not go with installs by many workspaces, whose pages need HTTP: leave it out, and switch Socket Mode off in the app",
    );
  return problems;
}
