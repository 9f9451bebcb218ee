import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createSeal, readSealKeys } from "#core/seal.ts";
import { checkDatabase } from "#operate/doctor/kept.ts";
import { checkDisk, checkPort, isRunning } from "#operate/doctor/machine.ts";
import { checkNames } from "#operate/doctor/report.ts";
import { checkDiscord } from "#platforms/discord/checkup.ts";
import { declareAll } from "#platforms/discord/declaration.ts";
import { checkSlack } from "#platforms/slack/checkup.ts";
import type { SlackConfig } from "#platforms/slack/config.ts";
import { sealedFor } from "#platforms/slack/installs/kept.ts";
import { scopes } from "#platforms/slack/manifest.ts";
import { inspectInstallations, inspectStore } from "#store/inspect.ts";
import { openStore } from "#store/open.ts";
import { commands } from "../../commands/index.ts";
import { configSchema } from "../../src/config.ts";
import { goodToken, type LocalDiscord, startLocalDiscord } from "../platforms/discord/local-discord.ts";
import { ids } from "../platforms/discord/payloads.ts";
import { type SlackServer, startSlackServer } from "../platforms/slack/slack-server.ts";
import { newKey } from "../platforms/slack/tenants.ts";

const script = resolve("src/doctor.ts");
/** A little of the content: reading all of it takes longer than the rest together. */
const little = async () => {
  const folder = await mkdtemp(join(tmpdir(), "casebook-little-"));
  await mkdir(join(folder, "resources/checklists"), { recursive: true });
  const file = "resources/checklists/first-partner-meeting.md";
  const text = await readFile(join("content", file), "utf8");
  await writeFile(join(folder, file), text.replace(/^related:.*\n/m, ""));
  return folder;
};
let content: string;
const reportSchema = z.object({
  ok: z.boolean(),
  findings: z.array(z.object({ check: z.string(), state: z.string(), says: z.string(), todo: z.string().optional() })),
});

let slack: SlackServer;
let discord: LocalDiscord;
beforeAll(async () => {
  content = await little();
  slack = await startSlackServer();
  discord = await startLocalDiscord();
});
afterAll(async () => {
  await slack.close();
  await discord.stop();
});

type Given = { env?: Record<string, string>; file?: string; json?: boolean };

/** Runs the doctor as an operator does, in a folder of its own. */
async function doctor({ env = {}, file, json = true }: Given = {}) {
  const cwd = await mkdtemp(join(tmpdir(), "casebook-doctor-"));
  if (file !== undefined) await writeFile(join(cwd, ".env"), file);
  const { code, out } = await new Promise<{ code: number; out: string }>((done) => {
    execFile(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", script, ...(json ? ["--json"] : [])],
      {
        cwd,
        timeout: 25_000,
        env: { PATH: process.env.PATH, TMPDIR: tmpdir(), CONTENT_DIR: content, PORT: "0", ...env },
      },
      (error, stdout, stderr) => done({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
    );
  });
  const report = json ? reportSchema.parse(JSON.parse(out)) : { ok: code === 0, findings: [] };
  return { code, out, ...report, of: (check: string) => report.findings.find((one) => one.check === check) };
}

const slackKeys = () => ({
  SLACK_BOT_TOKEN: "xoxb-1-secretpart",
  SLACK_APP_TOKEN: "xapp-1-A-2-b",
  SLACK_API_URL: slack.apiUrl,
});
const discordKeys = () => ({ DISCORD_TOKEN: goodToken, DISCORD_API_URL: discord.apiUrl });
const allScopes = { "x-oauth-scopes": Object.keys(scopes).join(",") };

test("a fresh checkout without tokens is well, and says what will happen", async () => {
  const { code, out } = await doctor({ json: false });
  expect(out).toMatch(/OK +configuration/);
  expect(out).toMatch(/note +platforms +no token is set: npm start serves the playground/);
  expect(out).toMatch(/note +database .*none yet/);
  expect(out).toMatch(/OK +content +\d+ entries, \d+ passages/);
  expect(out.trim()).toMatch(/All is well\.$/);
  expect(code).toBe(0);
});

test("installs by many workspaces are looked at: the app's credentials, and the key that opens what is kept", async () => {
  const key = newKey();
  const settings: SlackConfig = {
    ...{ SLACK_SIGNING_SECRET: "0123456789abcdef", SLACK_CLIENT_ID: "1.2", SLACK_CLIENT_SECRET: "secret-of-the-app" },
    ...{ SLACK_API_URL: slack.apiUrl, INSTALLATION_KEY: key, HOST: "127.0.0.1", PORT: 0 },
  };
  const sealed = (under: string) => createSeal(readSealKeys(under) ?? []).close("{}", sealedFor("T1"));
  const look = async (error: string, kept: string[] = [], config = settings) => {
    slack.trouble("oauth.v2.access", { body: { ok: false, error } });
    const findings = await checkSlack(config, async () => kept.map((one) => ({ id: "T1", sealed: one })));
    const of = (check: string) => findings.find((one) => one.check === check);
    return [of("Slack app credentials"), of("Slack installs")];
  };
  expect(await look("invalid_code")).toMatchObject([
    { state: "ok" },
    { state: "note", says: expect.stringMatching(/none yet/) },
  ]);
  expect(await look("bad_client_secret", [sealed(key)])).toMatchObject([
    { state: "problem", says: expect.stringMatching(/bad_client_secret/) },
    { state: "ok" },
  ]);
  expect((await look("invalid_code", [sealed(newKey())]))[1]).toMatchObject({
    state: "problem",
    todo: expect.stringMatching(/former key/),
  });
  slack.trouble("oauth.v2.access", { body: { ok: false, error: "invalid_code" } });
  const away = await checkSlack(settings, () => Promise.reject(new Error("the database is away")));
  expect(away).toContainEqual(
    expect.objectContaining({
      check: "Slack installs",
      state: "problem",
      says: expect.stringMatching(/cannot be read/),
    }),
  );
  const rolling = { ...settings, INSTALLATION_KEY: `${newKey()},${key}` };
  expect((await look("invalid_code", [sealed(key)], rolling))[1]).toMatchObject({ state: "note" });

  const directory = await mkdtemp(join(tmpdir(), "casebook-kept-"));
  expect(await inspectInstallations({ directory })).toEqual([]);
  const store = await openStore({ directory });
  await store.installations.keep("T1", "sealed", 1);
  await store.close();
  expect(await inspectInstallations({ directory })).toEqual([{ id: "T1", sealed: "sealed" }]);
});

test("good tokens of both platforms are well", async () => {
  slack.trouble("auth.test", {
    headers: allScopes,
    body: { ok: true, team: "Acme", team_id: "T1", user_id: "U1", bot_id: "B1" },
  });
  const { code, findings, of } = await doctor({
    env: { ...slackKeys(), ...discordKeys(), DISCORD_APPLICATION_ID: ids.application },
  });
  expect(findings.filter(({ state }) => state === "problem")).toEqual([]);
  expect(of("Slack bot token")).toMatchObject({ state: "ok", says: "belongs to a bot in Acme" });
  expect(of("Slack app token")?.state).toBe("ok");
  expect(of("Slack scopes")?.says).toBe(`all ${Object.keys(scopes).length} are given`);
  expect(of("clock by Slack")?.state).toBe("ok");
  expect(of("Discord token")?.state).toBe("ok");
  expect(of("Discord commands")).toMatchObject({ state: "note", todo: expect.stringMatching(/^npm run register/) });
  expect(of("Discord sign-ins")?.says).toBe("999 of 1000 left for today");
  expect(of("clock by Discord")?.state).toBe("ok");
  expect(code).toBe(0);
});

test("tokens that are refused, missing scopes and a wrong clock each come with what to do, and no token is shown", async () => {
  slack.trouble("auth.test", {
    headers: { "x-oauth-scopes": "commands,chat:write", date: new Date(Date.now() - 400_000).toUTCString() },
    body: { ok: true, team: "Acme", bot_id: "B1" },
  });
  slack.trouble("apps.connections.open", { body: { ok: false, error: "invalid_auth" } });
  const wrong = `${goodToken.slice(0, -4)}abcd`;
  const { code, out, of } = await doctor({ env: { ...slackKeys(), ...discordKeys(), DISCORD_TOKEN: wrong } });
  expect(code).toBe(1);
  expect(of("Slack scopes")?.says).toContain("app_mentions:read (questions that mention it)");
  expect(of("Slack scopes")?.says).not.toContain("chat:write (");
  expect(of("Slack app token")).toMatchObject({
    state: "problem",
    todo: expect.stringContaining("App-Level Tokens"),
  });
  expect(of("clock by Slack")?.says).toMatch(/^this machine is (39\d|40\d) s ahead$/);
  expect(of("Discord token")).toMatchObject({ state: "problem", todo: expect.stringContaining("Reset Token") });
  for (const secret of ["secretpart", "xapp-1", wrong]) expect(out).not.toContain(secret);
});

test("an application id that is not the token's is a problem, few sign-ins left too", async () => {
  const session_start_limit = { total: 1000, remaining: 3, reset_after: 1, max_concurrency: 1 };
  const body = { url: "ws://x", shards: 1, session_start_limit };
  discord.faults.push({ path: /gateway\/bot/, status: 200, body, times: 1 });
  const settings = { token: goodToken, apiUrl: discord.apiUrl, applicationId: "123456789012345678" };
  const findings = await checkDiscord(settings, commands);
  const problems = findings.filter(({ state }) => state === "problem");
  expect(problems.map(({ check }) => check)).toEqual(["Discord application", "Discord sign-ins"]);
  expect(problems[0]?.todo).toBe(`set DISCORD_APPLICATION_ID=${ids.application}`);
});

test("fewer shards than Discord recommends are told", async () => {
  const body = { url: "ws://x", shards: 4, session_start_limit: { total: 1000, remaining: 999 } };
  discord.faults.push({ path: /gateway\/bot/, status: 200, body, times: 3 });
  const states = [];
  for (const shards of [undefined, 4, 3]) {
    const findings = await checkDiscord({ token: goodToken, apiUrl: discord.apiUrl, shards }, commands);
    states.push(findings.find(({ check }) => check === "Discord shards")?.state);
  }
  expect(states).toEqual([undefined, "ok", "note"]);
});

test("commands that are registered as declared are well", async () => {
  const declared = declareAll(commands).map((one) => ({ ...one }));
  discord.register(`/applications/${ids.application}/commands`, declared);
  const findings = await checkDiscord({ token: goodToken, apiUrl: discord.apiUrl }, commands);
  expect(findings.find(({ check }) => check === "Discord commands")?.state).toBe("ok");
});

test("interactions that go elsewhere than the bot waits for them are a problem, and so is a wrong public key", async () => {
  const look = async (settings: object, address: string | null = null) => {
    discord.application.interactions_endpoint_url = address;
    const findings = await checkDiscord({ token: goodToken, apiUrl: discord.apiUrl, ...settings }, commands);
    return findings.filter(({ check }) => /interactions|public key|sign-ins/.test(check)).map(({ state }) => state);
  };
  const { publicKey } = discord.signer;
  const [here, http] = ["https://bot.example/discord/interactions", "http" as const];
  expect(await look({})).toEqual(["ok", "ok"]);
  expect(await look({}, here)).toEqual(["problem", "ok"]);
  expect(await look({ interactions: http, publicKey }, here)).toEqual(["ok", "ok"]);
  expect(await look({ interactions: http, publicKey })).toEqual(["ok", "problem"]);
  expect(await look({ interactions: http, publicKey: "ab".repeat(32) }, here)).toEqual(["problem", "ok"]);
  discord.application.interactions_endpoint_url = null;
});

test("platforms that cannot be reached are told apart from tokens that are refused", async () => {
  const away = "http://127.0.0.1:9/api/";
  const findings = [
    ...(await checkSlack({ ...slackKeys(), SLACK_API_URL: away, HOST: "127.0.0.1", PORT: 0 })),
    ...(await checkDiscord({ token: goodToken, apiUrl: away }, commands)),
  ];
  expect(findings.map(({ state, says }) => `${state}: ${says}`)).toEqual(
    Array.from({ length: 3 }, () => "problem: no answer from http://127.0.0.1:9"),
  );
});

test("every wrong setting is told, and a name in .env that is no setting", async () => {
  const { code, findings, of } = await doctor({
    env: { LOG_LEVEL: "loud" },
    file: "SLACK_BOT_TOCKEN=xoxb-1\nPORT=1\nPOSTGRES_PASSWORD=x\nOTEL_SERVICE_NAEM=y\nOTEL_RESOURCE_ATTRIBUTES=a=b\n",
  });
  expect(code).toBe(1);
  expect(findings.find(({ says }) => says.startsWith("LOG_LEVEL is one of"))?.state).toBe("problem");
  expect(findings.find(({ says }) => says.startsWith("SLACK_BOT_TOCKEN"))?.todo).toBe("did you mean SLACK_BOT_TOKEN?");
  expect(findings.find(({ says }) => says.startsWith("OTEL_SERVICE_NAEM"))?.todo).toBe(
    "did you mean OTEL_SERVICE_NAME?",
  );
  expect(findings.some(({ says }) => /^(?:POSTGRES_PASSWORD|OTEL_RESOURCE)/.test(says))).toBe(false);
  expect(of("database")).toBeUndefined();
});

test("what OpenTelemetry reads for itself is no setting that is misspelt", () => {
  const standard = [
    ...["EXPORTER_OTLP_HEADERS", "EXPORTER_OTLP_TIMEOUT", "EXPORTER_OTLP_COMPRESSION", "EXPORTER_OTLP_CERTIFICATE"],
    ...["EXPORTER_OTLP_PROTOCOL", "EXPORTER_OTLP_TRACES_ENDPOINT", "EXPORTER_OTLP_TRACES_HEADERS", "SDK_DISABLED"],
    ...["TRACES_SAMPLER", "TRACES_SAMPLER_ARG", "TRACES_EXPORTER", "BSP_SCHEDULE_DELAY", "RESOURCE_ATTRIBUTES"],
  ].map((name) => `OTEL_${name}`);
  expect(checkNames(standard, Object.keys(configSchema.shape), ".env")).toEqual([]);
});

test("a password that cuts the database's address is told without a word of it", async () => {
  const { code, out, findings } = await doctor({
    env: { DATABASE_URL: "postgres://u:p/a?ss#hunter2@127.0.0.1:1/db" },
  });
  expect(code).toBe(1);
  expect(findings.filter(({ state }) => state === "problem")).toMatchObject([
    { check: "configuration", says: expect.stringMatching(/^DATABASE_URL cannot be read as an address/) },
  ]);
  expect(out).not.toMatch(/hunter2|a\?ss/);
});

test("who is named by anything but an id is told, for a name is nobody's", async () => {
  const { code, findings } = await doctor({
    env: { DIGEST_MANAGERS: "bob, admins U012AB3CD", MAINTAINERS: "@x,123456789012345678" },
  });
  expect(code).toBe(0);
  expect(findings.filter(({ says }) => / names /.test(says)).map(({ state, says }) => `${state}: ${says}`)).toEqual([
    "note: DIGEST_MANAGERS names bob: neither admins nor an id",
    "note: MAINTAINERS names @x: neither admins nor an id",
  ]);
});

test("content that does not load names the file and the line", async () => {
  const folder = await mkdtemp(join(tmpdir(), "casebook-content-"));
  await mkdir(join(folder, "case-studies"));
  await writeFile(join(folder, "case-studies", "acme.md"), "---\ntitle: 1\n---\n");
  const { code, of } = await doctor({ env: { CONTENT_DIR: folder } });
  expect(of("content")).toMatchObject({ state: "problem", says: expect.stringMatching(/acme\.md:\d+: /) });
  expect(code).toBe(1);
});

test("a database is read and not changed: up to date, of an older release, of a newer one, damaged", async () => {
  const directory = await mkdtemp(join(tmpdir(), "casebook-kept-"));
  const file = join(directory, "casebook.sqlite");
  const look = () => checkDatabase("SQLite", "it", () => inspectStore({ directory }));
  await (await openStore({ directory })).close();
  expect(await look()).toMatchObject({ state: "ok" });
  const change = (sql: string) => {
    const database = new DatabaseSync(file);
    database.exec(sql);
    database.close();
  };
  change("delete from kysely_migration where name = '003-room'");
  expect(await look()).toMatchObject({
    ...{ state: "note", says: expect.stringContaining("003-room") },
    todo: "make a backup first: npm run -s backup",
  });
  expect(await look()).toMatchObject({ state: "note" });
  change("insert into kysely_migration values ('999-later', '2030-01-01')");
  expect(await look()).toMatchObject({ state: "problem", says: expect.stringContaining("newer release") });
  await writeFile(file, "this is no database at all, only some words");
  expect(await look()).toMatchObject({
    ...{ state: "problem", says: "SQLite in it is damaged: file is not a database" },
    todo: expect.stringContaining("restore the last backup"),
  });
});

test("a PostgreSQL that waits to be brought up to date is backed up by its own means", async () => {
  const state = { kind: "present", waiting: ["003-room"], unknown: [], integrity: "ok" } as const;
  const finding = await checkDatabase("PostgreSQL", "db:5432", async () => state);
  expect(finding).toMatchObject({ state: "note", todo: expect.stringMatching(/pg_dump/) });
});

test("a PostgreSQL that is away is a problem, told without user and password", async () => {
  const url = "postgres://bob:hunter2@127.0.0.1:9/casebook";
  const finding = await checkDatabase("PostgreSQL", "it", () => inspectStore({ url, directory: "nowhere" }));
  expect(finding).toMatchObject({
    ...{ state: "problem", says: "PostgreSQL at it cannot be reached or read (ECONNREFUSED)" },
    todo: expect.stringContaining("the network between"),
  });
});

test("a folder that cannot be written to is a problem, and nothing is left in one that can", async () => {
  const directory = await mkdtemp(join(tmpdir(), "casebook-kept-"));
  expect(checkDisk(directory)).toMatchObject({ check: "disk", state: "ok" });
  expect(checkDisk(join(directory, "new", "data"))).toMatchObject({ check: "disk", state: "ok" });
  expect(await readdir(directory)).toEqual([]);
  await writeFile(join(directory, "file"), "");
  expect(checkDisk(join(directory, "file", "data"))).toMatchObject({ state: "problem" });
});

test.skipIf(process.platform !== "linux")("a folder that can never be made is told at once", async () => {
  const { code, of } = await doctor({ env: { DATA_DIR: "/proc/casebook/data" } });
  expect(of("disk")).toMatchObject({
    state: "problem",
    says: expect.stringMatching(/^\/proc\/casebook\/data cannot be/),
  });
  expect(code).toBe(1);
});

test("a taken port is a problem, unless a bot answers on its health port", async () => {
  const server = createServer((_, response) => response.end('{"alive":true}'));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = server.address();
  const port = { name: "PORT", host: "127.0.0.1", port: typeof address === "object" && address ? address.port : 0 };
  expect(await checkPort(port, false)).toMatchObject({ state: "problem", says: expect.stringContaining("EADDRINUSE") });
  expect(await isRunning(port.host, port.port)).toBe(true);
  expect(await checkPort(port, true)).toMatchObject({ state: "note" });
  server.close();
  expect(await isRunning(port.host, port.port)).toBe(false);
});

test("an argument it does not know is misuse", async () => {
  const { code, out } = await new Promise<{ code: number; out: string }>((done) => {
    execFile(process.execPath, [script, "--all"], (error, stdout, stderr) =>
      done({ code: error ? Number(error.code) : 0, out: stdout + stderr }),
    );
  });
  expect(code).toBe(2);
  expect(out).toContain("usage: npm run -s doctor");
});
