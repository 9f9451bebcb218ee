import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type WebSocket, WebSocketServer } from "ws";
import { z } from "zod";

/** A call of the Web API, or a message to a response_url (method "response_url"). */
export type Call = {
  readonly method: string;
  readonly args: Record<string, unknown>;
  readonly at: number;
  /** What it was answered with. */
  readonly status: number;
  /** The token it was made with. */
  readonly token?: string;
};

/** What to answer instead of the usual. */
export type Trouble = { status?: number; headers?: Record<string, string>; body?: unknown; delay?: number };

export type SlackServer = Awaited<ReturnType<typeof startSlackServer>>;

const answers: Record<string, unknown> = {
  "auth.test": {
    ok: true,
    user_id: "U0BOT00001",
    bot_id: "B0BOT00001",
    team_id: "T0TEAM001",
    url: "https://acme.slack.com/",
  },
  "auth.revoke": { ok: true, revoked: true },
  "chat.postEphemeral": { ok: true, message_ts: "1767225699.000100" },
  "views.open": { ok: true, view: { id: "V0VIEW001" } },
  "views.publish": { ok: true, view: { id: "V0HOME001" } },
};

/** Slack as the bot sees it: Web API, response_url and Socket Mode, on loopback. It records what it is sent. */
export async function startSlackServer() {
  const calls: Call[] = [];
  const troubles = new Map<string, Trouble[]>();
  const sockets = new Set<WebSocket>();
  const acked = new Map<string, unknown>();
  const files = new Map<string, Uint8Array>();
  let count = 0;
  let looksUntilDone = 0;

  const answer = async (
    method: string,
    args: Record<string, unknown>,
    response: ServerResponse,
    token?: string,
  ): Promise<void> => {
    const trouble = troubles.get(method)?.shift();
    const status = trouble?.status ?? 200;
    calls.push({ method, args, at: Date.now(), status, ...(token ? { token } : {}) });
    if (trouble?.delay) await sleep(trouble.delay);
    const body = trouble?.body ?? usual(method, args);
    response.writeHead(status, { "content-type": "application/json", ...trouble?.headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };

  const usual = (method: string, args: Record<string, unknown>): unknown => {
    if (method === "response_url" || method === "upload") return "ok";
    if (method === "apps.connections.open") return { ok: true, url: `ws://127.0.0.1:${port()}/socket?n=${++count}` };
    if (method === "chat.postMessage")
      return { ok: true, channel: args.channel, ts: `17672257${String(count++).padStart(2, "0")}.000100` };
    if (method === "files.getUploadURLExternal") {
      const file_id = `F0CHART${String(++count).padStart(4, "0")}`;
      return { ok: true, upload_url: `${base}/upload/${file_id}`, file_id };
    }
    if (method === "files.completeUploadExternal") return { ok: true, files: completed(args.files) };
    return answers[method] ?? { ok: false, error: "unknown_method" };
  };

  /** Slack names a file's type once it is done with it. */
  const completed = (given: unknown) => {
    const done = --looksUntilDone < 0;
    const asked = z.array(z.object({ id: z.string() })).parse(given);
    return asked.map(({ id }) => ({ id, filetype: done && files.has(id) ? "png" : "" }));
  };

  const receive = async (pathname: string, raw: Buffer<ArrayBuffer>, type: string, response: ServerResponse) => {
    const form = await new Response(raw, { headers: { "content-type": type } }).formData();
    const [part] = [...form.values()];
    if (part instanceof File) files.set(pathname.slice("/upload/".length), await part.bytes());
    await answer("upload", {}, response);
  };

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const raw = await bodyOf(request);
    if (pathname.startsWith("/upload/")) return receive(pathname, raw, request.headers["content-type"] ?? "", response);
    const body = String(raw);
    if (pathname.startsWith("/api/"))
      await answer(pathname.slice("/api/".length), formOf(body), response, tokenOf(request));
    else await answer("response_url", { ...JSON.parse(body), url: pathname }, response);
  });
  const upgrades = new WebSocketServer({ server, path: "/socket" });
  upgrades.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (data) => {
      const { envelope_id, payload } = JSON.parse(String(data));
      acked.set(envelope_id, payload);
    });
    socket.send(JSON.stringify({ type: "hello", num_connections: 1 }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = () => (server.address() as AddressInfo).port;
  const base = `http://127.0.0.1:${port()}`;

  return {
    calls,
    acked,
    /** What was uploaded, by the file's id. */
    files,
    /** Slack is at work on the next file until it was asked so many times. */
    process: (looks: number) => {
      looksUntilDone = looks;
    },
    apiUrl: `${base}/api/`,
    responseUrl: (name = "r1") => `${base}/response/${name}`,
    to: (...methods: string[]) => calls.filter((call) => methods.includes(call.method)),
    /** Answers the next call of a method with trouble. */
    trouble: (method: string, ...more: Trouble[]) => troubles.set(method, [...(troubles.get(method) ?? []), ...more]),
    /** Lets go of all trouble that nobody met. */
    forgive: () => troubles.clear(),
    sockets: () => sockets.size,
    /** Sends an envelope over one socket, as Slack does. */
    send: (envelope: Record<string, unknown>) => {
      const [socket] = sockets;
      if (!socket) throw new Error("no socket is open");
      socket.send(JSON.stringify(envelope));
    },
    /** Cuts all sockets without a word. */
    drop: () => {
      for (const socket of sockets) socket.terminate();
    },
    close: async () => {
      for (const socket of sockets) socket.terminate();
      upgrades.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function tokenOf({ headers }: IncomingMessage): string | undefined {
  return headers.authorization?.replace(/^Bearer /, "");
}

async function bodyOf(request: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The arguments of a Web API call; what was JSON is an object again. */
function formOf(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, /^[[{]/.test(value) ? jsonOr(value) : value]),
  );
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
