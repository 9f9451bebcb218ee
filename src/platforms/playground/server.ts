import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { ZodError } from "zod";
import { withoutWords } from "#core/errors.ts";
import { listen } from "#core/listen.ts";
import type { Log } from "#core/log.ts";
import { type Asset, loadAssets } from "./assets.ts";
import { protect, refusalOf } from "./guard.ts";

const longestBody = 256_000;

/** A request the page makes: JSON in, JSON out. A body of an unknown form is refused with 400 by throwing a `ZodError`. */
export type Handler = (body: unknown) => Promise<unknown> | unknown;

export type ServerParts = {
  readonly host: string;
  readonly port: number;
  /** By path; each answers a POST. */
  readonly handlers: Readonly<Record<string, Handler>>;
  /** Tells whoever listens of changes until the returned function is called. */
  readonly follow: (tell: (event: unknown) => void) => () => void;
  readonly log: Log;
};

/** Serves the page and what it asks for. Rejects with a sentence when the address is taken. */
export async function serve(parts: ServerParts): Promise<{ address: string; close(): Promise<void> }> {
  const assets = await loadAssets();
  const server = createServer((request, response) => {
    void answer(request, response, assets, parts).catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  server.requestTimeout = 10_000;
  await listen(server, parts);
  return {
    address: addressOf(server, parts.host),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  assets: ReadonlyMap<string, Asset>,
  { handlers, follow, host, log }: ServerParts,
): Promise<void> {
  protect(response);
  const refusal = refusalOf(request, host);
  if (refusal) return end(response, 403, refusal);
  const [path = "/"] = (request.url ?? "/").split("?");
  if (request.method === "POST") {
    const handler = Object.hasOwn(handlers, path) ? handlers[path] : undefined;
    if (!handler) return end(response, 404, "Nothing here.");
    const failed = (error: unknown) => {
      log.error({ err: withoutWords(error, "the playground failed at a request"), path }, "the playground failed");
      end(response, 500, "That went wrong; the log says where.");
    };
    return json(request, response, handler).catch(failed);
  }
  if (request.method !== "GET" && request.method !== "HEAD") return end(response, 405, "Only GET and POST.");
  if (path === "/events") return stream(request, response, follow);
  const asset = assets.get(path);
  if (!asset) return end(response, 404, "Nothing here.");
  response.writeHead(200, { "content-type": asset.type }).end(request.method === "HEAD" ? undefined : asset.body);
}

function end(response: ServerResponse, status: number, says: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", connection: "close" }).end(says);
}

async function json(request: IncomingMessage, response: ServerResponse, handler: Handler): Promise<void> {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) {
    body += String(chunk);
    if (body.length > longestBody) return end(response, 413, "That is too long.");
  }
  try {
    const result = await handler(JSON.parse(body));
    response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(JSON.stringify(result));
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof ZodError)) throw error;
    end(response, 400, "That could not be read.");
  }
}

function stream(request: IncomingMessage, response: ServerResponse, follow: ServerParts["follow"]): void {
  response.writeHead(200, { "content-type": "text/event-stream" }).flushHeaders();
  const stop = follow((event) => void response.write(`data: ${JSON.stringify(event)}\n\n`));
  request.on("close", stop);
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const name = host === "127.0.0.1" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
