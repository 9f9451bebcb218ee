import { createServer, type ServerResponse } from "node:http";
import type { Registry } from "prom-client";
import { listen } from "#core/listen.ts";
import type { Readiness } from "./readiness.ts";

type Parts = {
  readonly registry: Pick<Registry, "metrics" | "contentType">;
  readonly readiness: () => Promise<Readiness>;
};

type Listener = { readonly port: number; close(): Promise<void> };

/**
 * Serves `/healthz` (the process answers), `/readyz` (it can serve; names what cannot) and `/metrics` (Prometheus), to
 * reading requests alone. Rejects with a sentence when the port is taken.
 */
export async function openListener(
  { host, port }: { readonly host: string; readonly port: number },
  { registry, readiness }: Parts,
): Promise<Listener> {
  const pages: Record<string, (response: ServerResponse) => Promise<unknown>> = {
    "/healthz": async (response) => send(response, 200, "application/json", '{"alive":true}\n'),
    "/readyz": async (response) => {
      const state = await readiness();
      send(response, state.ready ? 200 : 503, "application/json", `${JSON.stringify(state)}\n`);
    },
    "/metrics": async (response) => send(response, 200, registry.contentType, await registry.metrics()),
  };
  const server = createServer(
    { headersTimeout: 5000, requestTimeout: 5000, maxHeaderSize: 8192 },
    (request, response) => {
      const page = pages[(request.url ?? "").split("?")[0] ?? ""];
      request.resume();
      if (request.method !== "GET" && request.method !== "HEAD") send(response, 405, "text/plain", "only GET\n");
      else if (!page) send(response, 404, "text/plain", "/healthz, /readyz or /metrics\n");
      else page(response).catch(() => send(response, 500, "text/plain", "failed\n"));
    },
  );
  server.maxConnections = 100;
  await listen(server, { host, port }, "METRICS_PORT or METRICS_HOST");
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  response.end(body);
}
