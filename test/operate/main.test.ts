import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { freePort } from "../free-port.ts";
import { deliver, payload, signingSecret } from "../platforms/slack/harness.ts";
import { type SlackServer, startSlackServer } from "../platforms/slack/slack-server.ts";
import { until } from "../until.ts";

/** The whole process, as an operator starts it. */
let bot: ChildProcess;
let slack: SlackServer;
let port: number;
const said: Record<string, unknown>[] = [];
const metricsAt = () => said.find(({ msg }) => String(msg).startsWith("health and metrics"))?.port;
const get = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${metricsAt()}${path}`);
  return { status: response.status, text: await response.text() };
};

beforeAll(async () => {
  slack = await startSlackServer();
  port = await freePort();
  slack.trouble("auth.test", { delay: 1500 });
  bot = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", "src/main.ts"], {
    stdio: ["ignore", "inherit", "pipe"],
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: "xoxb-1-secretpart",
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: String(port),
      METRICS_PORT: "0",
      ANSWER_THREADS: "1",
      LOG_LEVEL: "trace",
      DATA_DIR: await mkdtemp(join(tmpdir(), "casebook-main-")),
    },
  });
  let rest = "";
  bot.stderr?.on("data", (chunk) => {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    said.push(...lines.map((line): Record<string, unknown> => JSON.parse(line)));
  });
});
afterAll(async () => {
  bot?.kill("SIGKILL");
  await slack?.close();
});

test("from its start to its end, the process says how it does", { timeout: 120_000 }, async () => {
  await until(metricsAt, 60_000);
  expect((await get("/healthz")).status).toBe(200);
  const early = await get("/readyz");
  expect([early.status, JSON.parse(early.text).ready]).toEqual([503, false]);
  await until(() => said.some(({ msg }) => msg === "ready"), 60_000);
  expect(JSON.parse((await get("/readyz")).text)).toEqual({
    ready: true,
    parts: { content: "ready", store: "ready", slack: "ready" },
  });
  const { text: before } = await get("/metrics");
  expect(before).toMatch(/^casebook_unanswered_total\{platform="slack"\} 0$/m);
  expect(before).toMatch(/^casebook_failures_total\{platform="slack",command="ask"\} 0$/m);
  expect(before).not.toContain('platform="discord"');

  // Whatever is asked before its thread has loaded is answered all the same; this is asked of the thread.
  await vi.waitFor(async () => expect((await get("/metrics")).text).toMatch(/^casebook_answer_threads 1$/m), 60_000);

  const text = "who founded Zanzibarmerger?";
  const body = payload("slash_command", (one) =>
    Object.assign(one, { command: "/ask", text, response_url: slack.responseUrl() }),
  );
  await deliver(`http://127.0.0.1:${port}/slack/events`, body);
  const end = await until(() => said.find(({ msg }) => msg === "answered"), 30_000);
  expect(end).toMatchObject({ platform: "slack", command: "ask", outcome: "not-known" });
  const { text: figures } = await get("/metrics");
  expect(figures).toMatch(/^casebook_not_known_total\{platform="slack"\} 1$/m);
  expect(figures).toMatch(/^casebook_request_duration_seconds_count\{[^}]*command="ask"[^}]*\} 1$/m);
  for (const secret of ["Zanzibar", "secretpart", signingSecret])
    expect(figures + JSON.stringify(said)).not.toContain(secret);

  const exit = once(bot, "exit");
  bot.kill("SIGTERM");
  expect((await exit)[0]).toBe(0);
  expect(said.at(-1)?.msg).toBe("stopped");
});
