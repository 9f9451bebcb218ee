import { execFile } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startProcess } from "../faults/bot.ts";
import { freePort } from "../free-port.ts";
import { type SlackServer, startSlackServer } from "../platforms/slack/slack-server.ts";

const slow = 120_000;
let slack: SlackServer;
beforeAll(async () => {
  slack = await startSlackServer();
});
afterAll(() => slack?.close());

test.each([["main.ts"], ["casebook.ts", "case openai"], ["backup.ts"]])(
  "%s refuses a database address that cannot be read, at once and without its password",
  { timeout: slow },
  async (script, ...words) => {
    const { code, out } = await new Promise<{ code: unknown; out: string }>((done) => {
      execFile(
        process.execPath,
        ["--disable-warning=ExperimentalWarning", `src/${script}`, ...words],
        {
          timeout: 60_000,
          env: {
            ...{ PATH: process.env.PATH, DATABASE_URL: "postgres://u:p/a?ss#hunter2@127.0.0.1:1/db" },
            ...{ SLACK_BOT_TOKEN: "xoxb-1", SLACK_APP_TOKEN: "xapp-1", SLACK_API_URL: slack.apiUrl },
          },
        },
        (error, stdout, stderr) => done({ code: error?.code, out: stdout + stderr }),
      );
    });
    expect(code).toBe(2);
    expect(out).toMatch(/^DATABASE_URL cannot be read as an address.*%25$/m);
    expect(out).not.toMatch(/hunter2|a\?ss| {4}at /);
  },
);

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s while the store is waited for ends the process, and cleanly",
  {
    timeout: slow,
  },
  async (signal) => {
    const DATABASE_URL = `postgres://u:p@127.0.0.1:${await freePort()}/db`;
    const bot = await startProcess({ slackApi: slack.apiUrl, environment: { DATABASE_URL } });
    await bot.hears("PostgreSQL did not answer");
    expect(await bot.kill(signal)).toEqual({ code: 0, signal: null });
  },
);

test.skipIf(process.platform !== "linux")(
  "a DATA_DIR that can never be made ends the start with a sentence",
  {
    timeout: slow,
  },
  async () => {
    const bot = await startProcess({ slackApi: slack.apiUrl, data: "/proc/casebook/data" });
    const spinning = setTimeout(() => void bot.kill("SIGKILL"), 60_000);
    expect(await bot.ended).toEqual({ code: 1, signal: null });
    clearTimeout(spinning);
    expect(bot.said()).toMatch(/\/proc\/casebook cannot be made \(\w+\): set DATA_DIR/);
  },
);
