import { z } from "zod";
import { readWorkspaceContent } from "#content/workspaces.ts";
import { readSealKeys } from "#core/seal.ts";
import { whereToFind as onDiscord, snowflake } from "#platforms/discord/application.ts";
import { whereToFind as onSlack } from "#platforms/slack/config.ts";
import { engineNames } from "#search/engine/engine.ts";
import { databaseHost } from "./database-host.ts";

const optional = z
  .string()
  .trim()
  .transform((value) => value || undefined)
  .optional();
const address = optional
  .transform((value) => value?.replace(/\/+$/, ""))
  .pipe(z.url({ protocol: /^https?$/ }).optional());

const wholeIn = (min: number, max: number, sentence: string) => z.int(sentence).min(min, sentence).max(max, sentence);
const wholeNumber = (fallback: number, min: number, max: number, sentence: string) =>
  optional.transform((value) => Number(value ?? fallback)).pipe(wholeIn(min, max, sentence));

/** A whole number, or nothing where it is left out or the word for that. */
const maybeWhole = (min: number, max: number, sentence: string, none?: string) =>
  optional
    .transform((value) => (value === undefined || value === none ? undefined : Number(value)))
    .pipe(wholeIn(min, max, sentence).optional());

const portIs = "is a port number from 0 to 65535";

/** Ids of people, or "admins", with commas between. */
const people = optional.transform((value) => (value ?? "").split(/[\s,]+/).filter(Boolean));

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

/** Every setting, read nowhere else. `.env.example` lists the same keys. */
export const configSchema = z.object({
  SLACK_BOT_TOKEN: optional.pipe(
    z.string().startsWith("xoxb-", `begins with xoxb-: ${onSlack.SLACK_BOT_TOKEN}`).optional(),
  ),
  SLACK_APP_TOKEN: optional.pipe(
    z.string().startsWith("xapp-", `begins with xapp-: ${onSlack.SLACK_APP_TOKEN}`).optional(),
  ),
  SLACK_SIGNING_SECRET: optional.pipe(z.string().min(16, `is too short: ${onSlack.SLACK_SIGNING_SECRET}`).optional()),
  SLACK_API_URL: address,
  SLACK_CLIENT_ID: optional.pipe(
    z
      .string()
      .regex(/^\d+\.\d+$/, `is two numbers with a dot between: ${onSlack.SLACK_CLIENT_ID}`)
      .optional(),
  ),
  SLACK_CLIENT_SECRET: optional.pipe(z.string().min(16, `is too short: ${onSlack.SLACK_CLIENT_SECRET}`).optional()),
  SLACK_STATE_SECRET: optional.pipe(z.string().min(32, `is too short: ${onSlack.SLACK_STATE_SECRET}`).optional()),
  INSTALLATION_KEY: optional.pipe(
    z
      .string()
      .refine(
        (value) => readSealKeys(value) !== undefined,
        `is ${onSlack.INSTALLATION_KEY}; former keys may follow, with commas between`,
      )
      .optional(),
  ),
  SLACK_WORKSPACES: workspaces,
  DISCORD_TOKEN: optional.pipe(z.string().min(20, `is too short: ${onDiscord.DISCORD_TOKEN}`).optional()),
  DISCORD_APPLICATION_ID: optional.pipe(
    z.string().regex(snowflake, `is a number of 17 to 20 digits: ${onDiscord.DISCORD_APPLICATION_ID}`).optional(),
  ),
  /** `auto` is Discord's own number. */
  DISCORD_SHARDS: maybeWhole(1, 10_000, "is auto, or a number of shards from 1 to 10000", "auto"),
  DISCORD_SHARD_IDS: shardIds,
  DISCORD_INTERACTIONS: optional.transform((value) => value ?? "gateway").pipe(z.enum(["gateway", "http"])),
  DISCORD_PUBLIC_KEY: optional.pipe(
    z
      .string()
      .regex(/^[0-9a-f]{64}$/i, `is 64 hex digits: ${onDiscord.DISCORD_PUBLIC_KEY}`)
      .optional(),
  ),
  DISCORD_API_URL: address,
  PORT: wholeNumber(3000, 0, 65_535, portIs),
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
  /** Nothing is kept where this is not given. */
  CACHE_DIR: optional.transform((value) =>
    value === "none" ? undefined : (value ?? "./node_modules/.cache/casebook"),
  ),
  SEARCH_ENGINE: optional.transform((value) => value ?? "auto").pipe(z.enum(engineNames)),
  /** `auto` is what the machine suggests. */
  ANSWER_THREADS: maybeWhole(0, 16, "is auto, or a number of threads from 0 to 16", "auto"),
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
  METRICS_PORT: maybeWhole(0, 65_535, portIs),
  METRICS_HOST: optional.transform((value) => value ?? "127.0.0.1"),
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_SERVICE_NAME: optional.transform((value) => value ?? "casebook"),
  LOG_LEVEL: optional
    .transform((value) => value ?? "info")
    .pipe(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"])),
});
export type Config = z.infer<typeof configSchema>;
