import { z } from "zod";
import { readWorkspaceContent } from "#content/workspaces.ts";
import { readSealKeys } from "#core/seal.ts";
import { engineNames } from "#search/engine.ts";

const optional = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();
const address = (fallback?: string) =>
  optional
    .transform((value) => value ?? fallback)
    .pipe(fallback ? z.url({ protocol: /^https?$/ }) : z.url({ protocol: /^https?$/ }).optional());

const wholeNumber = (fallback: number, min: number, max: number, sentence: string) =>
  optional.transform((value) => Number(value ?? fallback)).pipe(z.int(sentence).min(min, sentence).max(max, sentence));

/** Ids of people, or "admins", with commas between. */
const people = optional.transform((value) => (value ?? "").split(/[\s,]+/).filter(Boolean));

/** `auto` or nothing, for Discord's own number. */
const shardCount = optional
  .transform((value) => (value === undefined || value === "auto" ? undefined : Number(value)))
  .pipe(z.int("is auto, or a number of shards from 1 to 10000").min(1).max(10_000).optional());

/** `0,1` or `0-3,6`, as numbers. */
const shardIds = optional.transform((value, context) => {
  if (value === undefined) return undefined;
  const ids = value.split(/[\s,]+/).flatMap((part) => {
    const [, from = "", to = from] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part) ?? [];
    return from === "" || Number(to) < Number(from)
      ? [Number.NaN]
      : Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => Number(from) + i);
  });
  if (ids.every((id) => id < 10_000)) return [...new Set(ids)];
  context.addIssue({ code: "custom", message: "is a list of shard numbers from 0 on, such as 0,1 or 0-3" });
  return z.NEVER;
});

/** Slack's ids of workspaces and organisations, with commas between. */
const workspaces = optional
  .transform((value) => (value ?? "").split(/[\s,]+/).filter(Boolean))
  .pipe(
    z.array(z.string().regex(/^[TE][A-Z0-9]{2,}$/, "holds ids such as T012AB3CD or E012AB3CD, with commas between")),
  );

/**
 * Where an address of PostgreSQL leads, without user and password: "" for PostgreSQL's own default. Undefined when it
 * cannot be told, because a / ? # @ % stands in it that was meant as a letter and cuts it elsewhere.
 */
export function databaseHost(address: string): string | undefined {
  // With a socket no host stands behind the user, which is no address to anybody else.
  const url = URL.parse(address.replace(/\/\/[^/?#@]*@\//, "///"));
  if (!url || url.hash || `${url.pathname}${url.search}`.includes("@") || !isPercentEncoded(address)) return undefined;
  return url.searchParams.get("host") ?? url.host;
}

function isPercentEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** Every setting, read nowhere else. `.env.example` lists the same keys. */
export const configSchema = z.object({
  SLACK_BOT_TOKEN: optional.pipe(
    z.string().startsWith("xoxb-", "begins with xoxb-: api.slack.com/apps → your app → OAuth & Permissions").optional(),
  ),
  SLACK_APP_TOKEN: optional.pipe(
    z
      .string()
      .startsWith("xapp-", "begins with xapp-: api.slack.com/apps → your app → Basic Information → App-Level Tokens")
      .optional(),
  ),
  SLACK_SIGNING_SECRET: optional.pipe(
    z.string().min(16, "is too short: api.slack.com/apps → your app → Basic Information → Signing Secret").optional(),
  ),
  SLACK_API_URL: address(),
  SLACK_CLIENT_ID: optional.pipe(
    z
      .string()
      .regex(
        /^\d+\.\d+$/,
        "is two numbers with a dot between: api.slack.com/apps → your app → Basic Information → Client ID",
      )
      .optional(),
  ),
  SLACK_CLIENT_SECRET: optional.pipe(
    z.string().min(16, "is too short: api.slack.com/apps → your app → Basic Information → Client Secret").optional(),
  ),
  SLACK_STATE_SECRET: optional.pipe(
    z.string().min(32, "is too short: 32 characters or more of your own, as openssl rand -hex 32 gives").optional(),
  ),
  INSTALLATION_KEY: optional.pipe(
    z
      .string()
      .refine(
        (value) => readSealKeys(value) !== undefined,
        "is 32 bytes in base64, as openssl rand -base64 32 gives; former keys may follow, with commas between",
      )
      .optional(),
  ),
  SLACK_WORKSPACES: workspaces,
  DISCORD_TOKEN: optional.pipe(
    z.string().min(20, "is too short: discord.com/developers/applications → your app → Bot → Reset Token").optional(),
  ),
  DISCORD_APPLICATION_ID: optional.pipe(
    z
      .string()
      .regex(
        /^\d{15,22}$/,
        "is a number of 17 to 20 digits: discord.com/developers/applications → your app → General Information",
      )
      .optional(),
  ),
  DISCORD_SHARDS: shardCount,
  DISCORD_SHARD_IDS: shardIds,
  DISCORD_INTERACTIONS: optional.transform((value) => value ?? "gateway").pipe(z.enum(["gateway", "http"])),
  DISCORD_PUBLIC_KEY: optional.pipe(
    z
      .string()
      .regex(
        /^[0-9a-f]{64}$/i,
        "is 64 hex digits: discord.com/developers/applications → your app → General Information → Public Key",
      )
      .optional(),
  ),
  DISCORD_API_URL: address(),
  PORT: optional
    .transform((value) => Number(value ?? 3000))
    .pipe(z.int("is a port number from 0 to 65535").min(0).max(65_535)),
  HOST: optional.transform((value) => value ?? "127.0.0.1"),
  DATABASE_URL: optional.pipe(
    z
      .string()
      .regex(/^postgres(ql)?:\/\//, { error: "begins with postgres:// (leave it out to use SQLite)", abort: true })
      .refine(
        (value) => databaseHost(value) !== undefined,
        "cannot be read as an address: in its user and password, write / as %2F, ? as %3F, # as %23, @ as %40 and % as %25",
      )
      .optional(),
  ),
  DATA_DIR: optional.transform((value) => value ?? "./data"),
  CONTENT_DIR: optional.transform((value) => value ?? "./content"),
  SEARCH_ENGINE: optional.transform((value) => value ?? "auto").pipe(z.enum(engineNames)),
  WORKSPACE_CONTENT: optional.transform((value, context) => {
    try {
      return readWorkspaceContent(value);
    } catch (error) {
      context.issues.push({ code: "custom", input: value, message: error instanceof Error ? error.message : "" });
      return z.NEVER;
    }
  }),
  DIGEST_MANAGERS: people,
  MAINTAINERS: people,
  REQUESTS_PER_PERSON: wholeNumber(30, 1, 100_000, "is a number of requests a minute from 1 to 100000"),
  REQUESTS_PER_WORKSPACE: wholeNumber(600, 1, 1_000_000, "is a number of requests a minute from 1 to 1000000"),
  THREAD_HOURS: wholeNumber(24, 1, 8760, "is a number of hours from 1 to 8760"),
  RETENTION_DAYS: wholeNumber(90, 1, 3650, "is a number of days from 1 to 3650"),
  METRICS_PORT: optional
    .transform((value) => (value === undefined ? undefined : Number(value)))
    .pipe(z.int("is a port number from 0 to 65535").min(0).max(65_535).optional()),
  METRICS_HOST: optional.transform((value) => value ?? "127.0.0.1"),
  OTEL_EXPORTER_OTLP_ENDPOINT: address(),
  OTEL_SERVICE_NAME: optional.transform((value) => value ?? "casebook"),
  LOG_LEVEL: optional
    .transform((value) => value ?? "info")
    .pipe(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])),
});
export type Config = z.infer<typeof configSchema>;

/** The settings, or a sentence for every one that is wrong. */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>>,
): { config: Config } | { problems: string[] } {
  const result = configSchema.safeParse(environment);
  const problems = result.success
    ? misfits(result.data)
    : result.error.issues.map((issue) => `${issue.path.join(".")} ${sentence(issue)}`);
  return result.success && problems.length === 0 ? { config: result.data } : { problems };
}

function sentence(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `is one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_format" && issue.format === "url")
    return "is an address that begins with https:// or http://";
  return issue.message;
}

/** Settings that only make sense together, or not together. */
function misfits(config: Config): string[] {
  const problems = slackInstalls(config);
  const installs = installSettings.some((name) => config[name]);
  if (config.SLACK_BOT_TOKEN && !config.SLACK_APP_TOKEN && !config.SLACK_SIGNING_SECRET)
    problems.push(
      "SLACK_BOT_TOKEN needs SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) beside it: api.slack.com/apps → your app → Basic Information",
    );
  if (!installs && !config.SLACK_BOT_TOKEN && (config.SLACK_APP_TOKEN || config.SLACK_SIGNING_SECRET))
    problems.push(
      "SLACK_BOT_TOKEN is missing: api.slack.com/apps → your app → OAuth & Permissions → Bot User OAuth Token",
    );
  if ((config.DISCORD_APPLICATION_ID || config.DISCORD_INTERACTIONS === "http") && !config.DISCORD_TOKEN)
    problems.push("DISCORD_TOKEN is missing: discord.com/developers/applications → your app → Bot → Reset Token");
  if (config.DISCORD_INTERACTIONS === "http" && !config.DISCORD_PUBLIC_KEY)
    problems.push(
      "DISCORD_PUBLIC_KEY is missing, which DISCORD_INTERACTIONS=http needs: discord.com/developers/applications → your app → General Information → Public Key",
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
      "SLACK_SIGNING_SECRET is missing: installs by many workspaces are served over HTTP: api.slack.com/apps → your app → Basic Information → Signing Secret",
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
