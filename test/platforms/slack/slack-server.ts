import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type WebSocket, WebSocketServer } from "ws";

/** A call of the Web API, or a message to a response_url (method "response_url"). */
export type Call = { readonly method: string; readonly args: Record<string, unknown>; readonly at: number };

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
  let count = 0;

  const answer = async (method: string, args: Record<string, unknown>, response: ServerResponse): Promise<void> => {
    calls.push({ method, args, at: Date.now() });
    const trouble = troubles.get(method)?.shift();
    if (trouble?.delay) await sleep(trouble.delay);
    const body = trouble?.body ?? usual(method, args);
    response.writeHead(trouble?.status ?? 200, { "content-type": "application/json", ...trouble?.headers });
    response.end(typeof body === "string" ? body : JSON.stringify(body));
  };

  const usual = (method: string, args: Record<string, unknown>): unknown => {
    if (method === "response_url") return "ok";
    if (method === "apps.connections.open") return { ok: true, url: `ws://127.0.0.1:${port()}/socket?n=${++count}` };
    if (method === "chat.postMessage")
      return { ok: true, channel: args.channel, ts: `17672257${String(count++).padStart(2, "0")}.000100` };
    return answers[method] ?? { ok: false, error: "unknown_method" };
  };

  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const body = await bodyOf(request);
    if (pathname.startsWith("/api/")) await answer(pathname.slice("/api/".length), formOf(body), response);
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
    apiUrl: `${base}/api/`,
    responseUrl: (name = "r1") => `${base}/response/${name}`,
    to: (...methods: string[]) => calls.filter((call) => methods.includes(call.method)),
    /** Answers the next call of a method with trouble. */
    trouble: (method: string, ...more: Trouble[]) => troubles.set(method, [...(troubles.get(method) ?? []), ...more]),
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

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}

/** The arguments of a Web API call; what was JSON is an object again. */
function formOf(body: string): Record<string, unknown> {
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [key, /^[[{]/.test(value) ? JSON.parse(value) : value]),
  );
}

/** Waits until something holds; throws when it does not within the time. */
export async function until<T>(find: () => T | undefined | false, within = 5000): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    const found = find();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`it did not happen within ${within} ms: ${find}`);
    await sleep(10);
  }
}
