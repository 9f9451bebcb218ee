import { existsSync, readFileSync } from "node:fs";
import { parseArgs, parseEnv } from "node:util";
import type { Finding } from "#core/finding.ts";
import { checkContent, checkDatabase } from "#operate/doctor/kept.ts";
import { checkDisk, checkNode, checkPort, isRunning } from "#operate/doctor/machine.ts";
import { checkPeople } from "#operate/doctor/people.ts";
import { checkNames, reportOf } from "#operate/doctor/report.ts";
import { inspectInstallations, inspectStore } from "#store/inspect.ts";
import { commands } from "../commands/index.ts";
import { anyPlatform, slackIsSet } from "./adapters.ts";
import { readArguments } from "./arguments.ts";
import { type Config, configSchema } from "./config.ts";
import { databaseHost } from "./database-host.ts";
import { readEnvironment } from "./environment.ts";
import { redact } from "./log.ts";
import { readConfig } from "./read-config.ts";

const usage = "usage: npm run -s doctor [-- --json]";

/** Exit 0: all is well. 1: there is a problem. 2: misuse. */
async function main(): Promise<number> {
  const json = readArguments(usage, () => parseArgs({ options: { json: { type: "boolean" } } }).values.json ?? false);
  const findings = (await look()).map((finding) => ({ ...finding, says: redact(finding.says) }));
  const ok = findings.every(({ state }) => state !== "problem");
  console.log(json ? JSON.stringify({ ok, findings }) : reportOf(findings));
  return ok ? 0 : 1;
}

async function look(): Promise<Finding[]> {
  const settings = readConfig(readEnvironment());
  const named = existsSync(".env") ? Object.keys(parseEnv(readFileSync(".env", "utf8"))) : [];
  const names = checkNames(named, Object.keys(configSchema.shape), ".env");
  const node = checkNode(process.versions.node);
  if ("problems" in settings) {
    const problems = settings.problems.map((says): Finding => {
      return { check: "configuration", state: "problem", says, todo: "mend it in .env or the environment" };
    });
    return [node, ...problems, ...names];
  }
  const { config } = settings;
  const groups = await Promise.all([platforms(config), kept(config), ports(config)]);
  const readable: Finding = { check: "configuration", state: "ok", says: "every setting can be read" };
  const people = (["DIGEST_MANAGERS", "MAINTAINERS"] as const).flatMap((name) => checkPeople(name, config[name]));
  return [node, readable, ...names, ...people, ...groups.flat()];
}

/** A platform's part is loaded only where its token is set. */
async function platforms(config: Config): Promise<Finding[]> {
  const { DISCORD_TOKEN: token, DISCORD_APPLICATION_ID: applicationId, DISCORD_API_URL: apiUrl } = config;
  const { DISCORD_INTERACTIONS: interactions, DISCORD_PUBLIC_KEY: publicKey, DISCORD_SHARDS: shards } = config;
  const findings: Finding[] = [];
  if (!anyPlatform(config))
    findings.push({ check: "platforms", state: "note", says: "no token is set: npm start serves the playground" });
  if (slackIsSet(config)) {
    const { checkSlack } = await import("#platforms/slack/checkup.ts");
    const kept = () => inspectInstallations({ url: config.DATABASE_URL, directory: config.DATA_DIR });
    findings.push(...(await checkSlack(config, kept)));
  }
  if (token) {
    const { checkDiscord } = await import("#platforms/discord/checkup.ts");
    findings.push(...(await checkDiscord({ token, applicationId, apiUrl, interactions, publicKey, shards }, commands)));
  }
  return findings;
}

async function kept({
  DATABASE_URL: url,
  DATA_DIR: directory,
  CONTENT_DIR: content,
  WORKSPACE_CONTENT: rules,
}: Config): Promise<Finding[]> {
  const inspect = () => inspectStore({ url, directory });
  return [
    await (url
      ? checkDatabase("PostgreSQL", databaseHost(url) || "its default host", inspect)
      : checkDatabase("SQLite", directory, inspect)),
    ...(url ? [] : [checkDisk(directory)]),
    await checkContent(content, rules),
  ];
}

async function ports(config: Config): Promise<Finding[]> {
  const { METRICS_PORT: port, METRICS_HOST: host } = config;
  const running = port !== undefined && (await isRunning(host, port));
  const overHttp =
    (slackIsSet(config) && !config.SLACK_APP_TOKEN) || config.DISCORD_INTERACTIONS === "http" || !anyPlatform(config);
  const wanted = [
    ...(overHttp ? [{ name: "PORT", host: config.HOST, port: config.PORT }] : []),
    ...(port === undefined ? [] : [{ name: "METRICS_PORT", host, port }]),
  ];
  return Promise.all(wanted.map((one) => checkPort(one, running)));
}

process.exitCode = await main();
