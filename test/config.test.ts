import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configSchema } from "../src/config.ts";
import { databaseHost } from "../src/database-host.ts";
import { redact } from "../src/log.ts";
import { readConfig } from "../src/read-config.ts";

const example = readFileSync(new URL("../.env.example", import.meta.url), "utf8");

test(".env.example lists exactly the keys of the configuration, each under one comment line", () => {
  const lines = example.trim().split("\n");
  const keys = lines.filter((line) => !line.startsWith("#")).map((line) => line.split("=")[0]);
  expect(keys).toEqual(Object.keys(configSchema.shape));
  for (const [i, line] of lines.entries()) expect(line.startsWith("#")).toBe(i % 2 === 0);
});

test("an empty environment gives the defaults", () => {
  expect(readConfig({})).toMatchObject({
    config: { PORT: 3000, HOST: "127.0.0.1", DATA_DIR: "./data", CONTENT_DIR: "./content", LOG_LEVEL: "info" },
  });
});

test("content is kept among the packages unless another folder or none is named", () => {
  const kept = (environment: Record<string, string>) => {
    const settings = readConfig(environment);
    return "config" in settings ? settings.config.CACHE_DIR : settings;
  };
  expect(kept({})).toBe("./node_modules/.cache/casebook");
  expect(kept({ CACHE_DIR: "/var/cache/casebook" })).toBe("/var/cache/casebook");
  expect(kept({ CACHE_DIR: "none" })).toBeUndefined();
});

const installs = {
  SLACK_SIGNING_SECRET: "0123456789abcdef",
  SLACK_CLIENT_ID: "123.456",
  SLACK_CLIENT_SECRET: "0123456789abcdef",
  SLACK_STATE_SECRET: "0123456789abcdef0123456789abcdef",
  INSTALLATION_KEY: Buffer.alloc(32, 7).toString("base64"),
};

test("installs by many workspaces need no bot token", () => {
  expect(readConfig(installs)).toHaveProperty("config");
});

test("a slash at the end of an address is dropped", () => {
  const addresses = {
    DISCORD_API_URL: "https://proxy.example/api//",
    OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318/",
    SLACK_API_URL: "https://proxy.example/api/",
  };
  expect(readConfig(addresses)).toMatchObject({
    config: {
      DISCORD_API_URL: "https://proxy.example/api",
      OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318",
      SLACK_API_URL: "https://proxy.example/api",
    },
  });
});

test("empty values count as not set", () => {
  expect(readConfig({ SLACK_BOT_TOKEN: "", DISCORD_TOKEN: " ", PORT: "" })).toHaveProperty("config");
});

test.each([
  [{ SLACK_BOT_TOKEN: "xoxp-1" }, /^SLACK_BOT_TOKEN begins with xoxb-.*api\.slack\.com/],
  [{ SLACK_BOT_TOKEN: "xoxb-1" }, /^SLACK_BOT_TOKEN needs SLACK_APP_TOKEN/],
  [{ SLACK_APP_TOKEN: "xapp-1" }, /^SLACK_BOT_TOKEN is missing/],
  [{ SLACK_SIGNING_SECRET: "short" }, /^SLACK_SIGNING_SECRET is too short/],
  [{ DISCORD_APPLICATION_ID: "123456789012345678" }, /^DISCORD_TOKEN is missing.*discord\.com/],
  [{ DISCORD_APPLICATION_ID: "1234567890123456" }, /^DISCORD_APPLICATION_ID is a number of 17 to 20 digits/],
  [{ DISCORD_SHARDS: "many" }, /^DISCORD_SHARDS is auto, or a number of shards/],
  [{ DISCORD_SHARDS: "0" }, /^DISCORD_SHARDS is auto, or a number of shards/],
  [{ DISCORD_SHARDS: "10001" }, /^DISCORD_SHARDS is auto, or a number of shards/],
  [{ DISCORD_SHARDS: "2", DISCORD_SHARD_IDS: "one" }, /^DISCORD_SHARD_IDS is a list of shard numbers/],
  [{ DISCORD_SHARDS: "4", DISCORD_SHARD_IDS: "3-1" }, /^DISCORD_SHARD_IDS is a list of shard numbers/],
  [{ DISCORD_SHARD_IDS: "0" }, /^DISCORD_SHARD_IDS needs DISCORD_SHARDS/],
  [{ DISCORD_SHARDS: "auto", DISCORD_SHARD_IDS: "0" }, /^DISCORD_SHARD_IDS needs DISCORD_SHARDS/],
  [
    { DISCORD_SHARDS: "4", DISCORD_SHARD_IDS: "3,4-5" },
    /^DISCORD_SHARD_IDS names 4, 5, but DISCORD_SHARDS=4 has 0 to 3/,
  ],
  [
    { DISCORD_SHARDS: "4", DISCORD_SHARD_IDS: "0,1" },
    /^DATABASE_URL is missing: with 2 of 4 shards.*PostgreSQL \(SQLite/,
  ],
  [
    {
      DISCORD_INTERACTIONS: "http",
      DISCORD_TOKEN: "x".repeat(60),
      DISCORD_PUBLIC_KEY: "ab".repeat(32),
      DISCORD_SHARDS: "2",
    },
    /^DISCORD_SHARDS and DISCORD_SHARD_IDS belong to the gateway/,
  ],
  [{ DISCORD_INTERACTIONS: "https" }, /^DISCORD_INTERACTIONS is one of gateway, http/],
  [
    { DISCORD_INTERACTIONS: "http", DISCORD_TOKEN: "x".repeat(60) },
    /^DISCORD_PUBLIC_KEY is missing.*General Information/,
  ],
  [{ DISCORD_INTERACTIONS: "http", DISCORD_PUBLIC_KEY: "ab".repeat(32) }, /^DISCORD_TOKEN is missing/],
  [{ DISCORD_PUBLIC_KEY: "abc" }, /^DISCORD_PUBLIC_KEY is 64 hex digits/],
  [{ DISCORD_API_URL: "ftp://x" }, /^DISCORD_API_URL is an address/],
  [{ PORT: "99999" }, /^PORT is a port number/],
  [{ METRICS_PORT: "http" }, /^METRICS_PORT is a port number/],
  [{ METRICS_PORT: "-1" }, /^METRICS_PORT is a port number/],
  [{ METRICS_PORT: "auto" }, /^METRICS_PORT is a port number/],
  [{ ANSWER_THREADS: "17" }, /^ANSWER_THREADS is auto, or a number of threads/],
  [
    { OTEL_EXPORTER_OTLP_ENDPOINT: "localhost:4318" },
    /^OTEL_EXPORTER_OTLP_ENDPOINT is an address that begins with https:\/\/ or http:\/\//,
  ],
  [{ METRICS_PORT: "3000" }, /^PORT and METRICS_PORT are both 3000/],
  [{ SEARCH_ENGINE: "google" }, /^SEARCH_ENGINE is one of auto, minisearch, postings/],
  [
    { SLACK_CLIENT_ID: "1.2" },
    /^SLACK_CLIENT_ID is set without SLACK_CLIENT_SECRET, SLACK_STATE_SECRET, INSTALLATION_KEY/,
  ],
  [{ ...installs, SLACK_SIGNING_SECRET: "" }, /^SLACK_SIGNING_SECRET is missing: installs/],
  [{ ...installs, SLACK_BOT_TOKEN: "xoxb-1" }, /^SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set: leave out/],
  [{ ...installs, SLACK_APP_TOKEN: "xapp-1" }, /^SLACK_APP_TOKEN \(Socket Mode\) does not go/],
  [{ ...installs, INSTALLATION_KEY: "secret" }, /^INSTALLATION_KEY is 32 bytes in base64/],
  [{ ...installs, SLACK_STATE_SECRET: "short" }, /^SLACK_STATE_SECRET is too short/],
  [{ ...installs, SLACK_WORKSPACES: "T012AB3CD,acme" }, /^SLACK_WORKSPACES\.1 holds ids such as T012AB3CD/],
  [{ ...installs, SLACK_CLIENT_ID: "A012" }, /^SLACK_CLIENT_ID is two numbers/],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL is one of fatal/],
  [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL begins with postgres:\/\/ \(leave it out to use SQLite\)$/],
])("%o is refused with a sentence that names the variable", (environment, sentence) => {
  const result = readConfig(environment);
  expect(result).toHaveProperty("problems");
  const said = "problems" in result ? result.problems.join("\n") : "";
  expect(said).toMatch(sentence);
  // What is shown to the operator is cleaned of secrets first, and must survive that.
  expect(redact(said)).toBe(said);
});

test.each([
  "postgres://u:p/a?ss#hunter2@127.0.0.1:1/db",
  "postgres://u:hun@ter#2@127.0.0.1:1/db",
  "postgres://u:12/hunter2@127.0.0.1:1/db",
  "postgres://u:12?hunter2@127.0.0.1:1/db",
  "postgres://u:12#hunter2",
  "postgres://u:hunter2%zz@127.0.0.1/db",
  "postgres://u:hunter2%e9@127.0.0.1/db",
])("%s is refused in one sentence that says what to write instead, and nothing of the password", (DATABASE_URL) => {
  expect(readConfig({ DATABASE_URL })).toEqual({
    problems: [expect.stringMatching(/^DATABASE_URL cannot be read as an address: .*\/ as %2F.*% as %25$/)],
  });
  expect(JSON.stringify(readConfig({ DATABASE_URL }))).not.toMatch(/hun|ter|2@|12/);
});

test.each([
  ["postgres://u:p%2Fa%3Fs%23s%40%25@db.example:5433/x", "db.example:5433"],
  ["postgresql://[::1]/x?sslmode=disable", "[::1]"],
  ["postgres://u:p@/x?host=/run/postgresql", "/run/postgresql"],
  ["postgres:///x", ""],
])("%s is an address, whose host is %j", (DATABASE_URL, host) => {
  expect(readConfig({ DATABASE_URL })).toHaveProperty("config");
  expect(databaseHost(DATABASE_URL)).toBe(host);
});

test("ports that the system chooses do not collide", () => {
  expect(readConfig({ PORT: "0", METRICS_PORT: "0" })).toHaveProperty("config");
});

test("all wrong settings are told at once", () => {
  const result = readConfig({ PORT: "x", LOG_LEVEL: "loud", DATABASE_URL: "mysql://x" });
  expect("problems" in result && result.problems).toHaveLength(3);
});

test.each([
  [{}, undefined, undefined],
  [{ DISCORD_SHARDS: "auto" }, undefined, undefined],
  [{ DISCORD_SHARDS: "4" }, 4, undefined],
  [{ DISCORD_SHARDS: "4", DISCORD_SHARD_IDS: "0-3" }, 4, [0, 1, 2, 3]],
  [{ DISCORD_SHARDS: "8", DISCORD_SHARD_IDS: "7, 0-1,1", DATABASE_URL: "postgres://x/y" }, 8, [7, 0, 1]],
])("%o gives the shards that this process runs", (environment, shards, ids) => {
  const result = readConfig(environment);
  if ("problems" in result) throw new Error(result.problems.join());
  expect([result.config.DISCORD_SHARDS, result.config.DISCORD_SHARD_IDS]).toEqual([shards, ids]);
});
