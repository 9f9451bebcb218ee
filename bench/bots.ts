import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { goodToken } from "../test/platforms/discord/local-discord.ts";
import { createGateway } from "../test/platforms/discord/local-gateway.ts";
import { commandData, envelope, ids } from "../test/platforms/discord/payloads.ts";
import { type Connection, openConnection, openPeer, portOf } from "./wire.ts";

const secret = "bench-signing-secret-0123456789";
const ticksPerSecond = 100;

/** Milliseconds until the platform had the receipt, and until it had the whole answer. */
export type Times = { readonly ack: number; readonly full: number };

/** A bot in a process of its own, connected to a Slack and a Discord on loopback. */
export type Bot = {
  /** Gives one slash command over one of `connections` signed keep-alive connections, or over the gateway. */
  slack(line: string, connection: number): Promise<Times>;
  discord(line: string): Promise<Times>;
  usage(): { readonly processorMs: number; readonly megabytes: number };
  stop(): Promise<void>;
};

let count = 0;

/** Starts a script with everything set that `src/main.ts` needs to serve both platforms. */
export async function startBot(script: string, connections: number): Promise<Bot> {
  const waiting = new Map<string, { begun: number; ack: number; resolve(times: Times): void }>();
  const acked = (id: string) => {
    const request = waiting.get(id);
    if (request) request.ack = performance.now() - request.begun;
  };
  const answered = (id: string) => {
    const request = waiting.get(id);
    waiting.delete(id);
    request?.resolve({ ack: request.ack, full: performance.now() - request.begun });
  };
  const ask = (send: (id: string) => void): Promise<Times> => {
    const { promise, resolve } = Promise.withResolvers<Times>();
    const id = String(800_000_000_000_000_000n + BigInt(count++));
    waiting.set(id, { begun: performance.now(), ack: Number.NaN, resolve });
    send(id);
    return promise;
  };

  const sockets = createServer();
  const gatewayUrl = () => `ws://127.0.0.1:${portOf(sockets.address())}`;
  const gateway = createGateway(sockets, gatewayUrl, { token: goodToken });
  await once(sockets.listen(0, "127.0.0.1"), "listening");
  const peer = await openPeer((path) => {
    const [, root, id = "", more] =
      /^\/(answers|api\/v10\/interactions|api\/v10\/webhooks\/\d+)\/(\d+)(.*)/.exec(path) ?? [];
    if (root === "answers" || more?.startsWith("/messages")) answered(id);
    else if (root) acked(id);
    if (root && root !== "answers") return more?.startsWith("/messages") ? { id } : undefined;
    return path.startsWith("/api/") ? discordSays(path, gatewayUrl()) : slackSays;
  });
  const directory = await mkdtemp(join(tmpdir(), "casebook-bench-"));
  const port = await freePort();
  const child = spawn(process.execPath, [script], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...{
        PATH: process.env.PATH,
        NODE_ENV: "production",
        LOG_LEVEL: "error",
        PORT: String(port),
        DATA_DIR: directory,
      },
      ...{ SLACK_BOT_TOKEN: "xoxb-bench", SLACK_SIGNING_SECRET: secret, SLACK_API_URL: `${peer.url}/` },
      ...{ DISCORD_TOKEN: goodToken, DISCORD_APPLICATION_ID: ids.application, DISCORD_API_URL: `${peer.url}/api` },
      ...{ REQUESTS_PER_PERSON: "100000", REQUESTS_PER_WORKSPACE: "1000000" },
    },
  });
  const lines = Array.from({ length: connections }, () => openConnection(port));
  const [first] = lines;
  if (first) await untilUp(first, child, () => gateway.connected(), script);

  return {
    slack: (line, connection) =>
      ask((id) => {
        const body = slackCommand(line, `${peer.url}/answers/${id}`);
        void lines[connection]?.post("/slack/events", signed(body), body).then((status) => {
          if (status !== 200) throw new Error(`${script} answered ${status}`);
          acked(id);
        });
      }),
    // The id is the token too: by it the answer is known.
    discord: (line) =>
      ask((id) =>
        gateway.emit("INTERACTION_CREATE", { ...envelope, id, token: id, type: 2, data: discordCommand(line) }),
      ),
    usage: () => usageOf(child),
    stop: async () => {
      child.kill("SIGKILL");
      for (const line of lines) line.close();
      gateway.stop();
      sockets.close();
      peer.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const slackSays = { ok: true, user_id: "U1", bot_id: "B1", team_id: "T1", team: "t", user: "u", url: "http://x/" };

function discordSays(path: string, url: string): object {
  if (path.endsWith("/commands")) return [];
  if (path.endsWith("/gateway/bot")) {
    const session_start_limit = { total: 1000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };
    return { url, shards: 1, session_start_limit };
  }
  return { url, id: ids.application, name: "casebook", verify_key: "" };
}

/** Five hundred people in fifty channels. */
function slackCommand(line: string, responseUrl: string): string {
  const [command = "", ...rest] = line.split(" ");
  return new URLSearchParams({
    ...{ command: `/${command}`, text: rest.join(" "), response_url: responseUrl, team_id: "T1", user_name: "ann" },
    ...{ channel_id: `C${count % 50}`, user_id: `U${count % 500}`, trigger_id: "1.2", api_app_id: "A1" },
  }).toString();
}

function discordCommand(line: string): object {
  const [command = "", ...rest] = line.split(" ");
  if (command === "ask") return commandData("ask", { name: "question", value: rest.join(" ") });
  if (command === "find") return commandData("find", { name: "query", value: rest.join(" ") });
  const [study = "", section = ""] = rest;
  return commandData("case", { name: "study", value: study }, { name: "section", value: section });
}

function signed(body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac("sha256", secret).update(`v0:${timestamp}:${body}`).digest("hex");
  return {
    "content-type": "application/x-www-form-urlencoded",
    "x-slack-request-timestamp": timestamp,
    "x-slack-signature": `v0=${signature}`,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const port = portOf(server.address());
  server.close();
  return port;
}

async function untilUp(line: Connection, child: ChildProcess, connected: () => boolean, script: string): Promise<void> {
  for (let i = 0; i < 1200 && child.exitCode === null; i++) {
    const status = await line.post("/slack/events", {}, "").catch(() => undefined);
    if (status && connected()) return;
    await sleep(100);
  }
  child.kill("SIGKILL");
  throw new Error(`${script} did not start`);
}

/** Processor time so far, and memory that is resident, as Linux counts them. */
function usageOf({ pid }: ChildProcess): { processorMs: number; megabytes: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return {
    processorMs: ((Number(stat[11]) + Number(stat[12])) / ticksPerSecond) * 1000,
    megabytes: Number(resident ?? 0) / 1024,
  };
}
