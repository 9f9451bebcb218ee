import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { Agent, createServer, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ms, spread, table } from "./figures.ts";

const secret = "bench-signing-secret-0123456789";
const connections = 16;
const warmUp = 300;
const counted = 4000;

type Figures = {
  readonly perSecond: number;
  readonly ack: ReturnType<typeof spread>;
  readonly full: ReturnType<typeof spread>;
  readonly megabytes: number;
};

/** Signed slash commands over loopback on 16 connections: the bot beside a bare Bolt handler, in turn. */
export async function benchHttp(): Promise<string> {
  const slack = await startSlack();
  const targets = [
    { name: "bare Bolt handler", script: "bench/http-target.ts", text: () => "case hugging-face lessons" },
    { name: "`/case`", script: "src/main.ts", text: () => "case hugging-face lessons" },
    {
      name: "`/ask`, no question twice",
      script: "src/main.ts",
      text: (i: number) => `ask who founded hugging face in the year ${i}?`,
    },
    { name: "bare Bolt handler, again", script: "bench/http-target.ts", text: () => "x" },
  ];
  const measured: { name: string; figures: Figures }[] = [];
  for (const [i, { name, script, text }] of targets.entries()) {
    const port = 39_200 + i;
    const child = await startTarget(script, port, slack.url);
    try {
      await drive(port, slack, text, warmUp);
      measured.push({ name, figures: { ...(await drive(port, slack, text, counted)), megabytes: residentOf(child) } });
    } finally {
      child.kill("SIGKILL");
    }
  }
  slack.close();
  const bare = measured.filter(({ name }) => name.startsWith("bare")).map(({ figures }) => figures.perSecond);
  const base = bare.reduce((sum, value) => sum + value, 0) / bare.length;
  return table(
    [
      "16 connections, signed",
      "answers a second",
      "share of bare",
      "ack p50",
      "ack p99",
      "full answer p50",
      "p99",
      "resident",
    ],
    measured.map(({ name, figures: { perSecond, ack, full, megabytes } }) => [
      name,
      perSecond.toFixed(0),
      `${((perSecond / base) * 100).toFixed(0)} %`,
      ms(ack.p50),
      ms(ack.p99),
      ms(full.p50),
      ms(full.p99),
      `${megabytes} MB`,
    ]),
  );
}

/** A stand-in for Slack: takes response_url posts and answers auth.test. */
async function startSlack() {
  const waiting = new Map<string, () => void>();
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    incoming.on("end", () => {
      outgoing.setHeader("content-type", "application/json");
      outgoing.end(
        JSON.stringify({
          ok: true,
          user_id: "U1",
          bot_id: "B1",
          team_id: "T1",
          team: "t",
          user: "u",
          url: "http://x/",
        }),
      );
      const id = incoming.url?.split("/answers/")[1];
      if (id) waiting.get(id)?.();
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  return { url: `http://127.0.0.1:${port}/`, waiting, close: () => server.close() };
}

async function startTarget(script: string, port: number, apiUrl: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, [script], {
    stdio: "ignore",
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: "xoxb-bench",
      SLACK_SIGNING_SECRET: secret,
      SLACK_API_URL: apiUrl,
      PORT: String(port),
      DATA_DIR: await mkdtemp(join(tmpdir(), "casebook-bench-")),
      LOG_LEVEL: "error",
      REQUESTS_PER_PERSON: "100000",
      REQUESTS_PER_WORKSPACE: "1000000",
      NODE_ENV: "production",
    },
  });
  for (let i = 0; i < 900; i++) {
    const up = await post(port, "x", "http://127.0.0.1:9/none", undefined).catch(() => undefined);
    if (up) return child;
    await sleep(50);
  }
  child.kill("SIGKILL");
  throw new Error(`${script} did not listen on ${port}`);
}

async function drive(
  port: number,
  slack: Awaited<ReturnType<typeof startSlack>>,
  text: (i: number) => string,
  total: number,
) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const acks: number[] = [];
  const fulls: number[] = [];
  let next = 0;
  const start = performance.now();
  const worker = async () => {
    while (next < total) {
      const i = next++;
      const id = `${i}-${Math.random()}`;
      const begun = performance.now();
      const answered = new Promise<void>((resolve) => slack.waiting.set(id, resolve));
      await post(port, text(i), `${slack.url}answers/${id}`, agent);
      acks.push(performance.now() - begun);
      await answered;
      fulls.push(performance.now() - begun);
      slack.waiting.delete(id);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return { perSecond: total / seconds, ack: spread(acks), full: spread(fulls) };
}

function post(port: number, line: string, responseUrl: string, agent: Agent | undefined): Promise<number> {
  const [command = "", ...rest] = line.split(" ");
  const body = new URLSearchParams({
    command: `/${command}`,
    text: rest.join(" "),
    response_url: responseUrl,
    team_id: "T1",
    channel_id: "C1",
    user_id: "U2",
    user_name: "ann",
    trigger_id: "1.2",
    api_app_id: "A1",
  }).toString();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = `v0=${createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex")}`;
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: "127.0.0.1",
        port,
        path: "/slack/events",
        method: "POST",
        agent,
        headers: {
          "content-type": "application/x-www-form-urlencoded",
          "content-length": Buffer.byteLength(body),
          "x-slack-request-timestamp": timestamp,
          "x-slack-signature": signature,
        },
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

function residentOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
}
