import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { configSchema, readConfig } from "../src/config.ts";

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

test("empty values count as not set", () => {
  expect(readConfig({ SLACK_BOT_TOKEN: "", DISCORD_TOKEN: " ", PORT: "" })).toHaveProperty("config");
});

test.each([
  [{ SLACK_BOT_TOKEN: "xoxp-1" }, /^SLACK_BOT_TOKEN begins with xoxb-.*api\.slack\.com/],
  [{ SLACK_BOT_TOKEN: "xoxb-1" }, /^SLACK_BOT_TOKEN needs SLACK_APP_TOKEN/],
  [{ SLACK_APP_TOKEN: "xapp-1" }, /^SLACK_BOT_TOKEN is missing/],
  [{ SLACK_SIGNING_SECRET: "short" }, /^SLACK_SIGNING_SECRET is too short/],
  [{ DISCORD_APPLICATION_ID: "123456789012345678" }, /^DISCORD_TOKEN is missing.*discord\.com/],
  [{ DISCORD_INTERACTIONS: "https" }, /^DISCORD_INTERACTIONS is one of gateway, http/],
  [
    { DISCORD_INTERACTIONS: "http", DISCORD_TOKEN: "x".repeat(60) },
    /^DISCORD_PUBLIC_KEY is missing.*General Information/,
  ],
  [{ DISCORD_INTERACTIONS: "http", DISCORD_PUBLIC_KEY: "ab".repeat(32) }, /^DISCORD_TOKEN is missing/],
  [{ DISCORD_PUBLIC_KEY: "abc" }, /^DISCORD_PUBLIC_KEY is 64 hex digits/],
  [{ DISCORD_API_URL: "ftp://x" }, /^DISCORD_API_URL is an address/],
  [{ PORT: "99999" }, /^PORT is a port number|^PORT /],
  [{ METRICS_PORT: "http" }, /^METRICS_PORT is a port number/],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "localhost:4318" }, /^OTEL_EXPORTER_OTLP_ENDPOINT is an address/],
  [{ SEARCH_ENGINE: "google" }, /^SEARCH_ENGINE is one of auto, minisearch, postings/],
  [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL is one of fatal/],
  [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL begins with postgres/],
])("%o is refused with a sentence that names the variable", (environment, sentence) => {
  const result = readConfig(environment);
  expect(result).toHaveProperty("problems");
  if ("problems" in result) expect(result.problems.join("\n")).toMatch(sentence);
});

test("all wrong settings are told at once", () => {
  const result = readConfig({ PORT: "x", LOG_LEVEL: "loud", DATABASE_URL: "mysql://x" });
  expect("problems" in result && result.problems).toHaveLength(3);
});
