import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Front, RequestListener } from "#core/front.ts";
import { listen } from "#core/listen.ts";
import { waitAtMost } from "#core/within.ts";

type Where = { readonly host: string; readonly port: number };
type Patience = {
  /** How long a request may take to arrive, in milliseconds. */
  readonly arriveWithin?: number;
  /** How long a request may go without an answer, in milliseconds: platforms gave up long before. */
  readonly answerWithin?: number;
};

/** How long an idle connection stays open for the next request, in milliseconds. */
const keepIdle = 65_000;

/** A server on `host` and `port` that opens with the first path served and closes with the last. */
export function createFront(
  { host, port }: Where,
  { arriveWithin = 10_000, answerWithin = 15_000 }: Patience = {},
): Front {
  /** By path; none where the path is closed already. */
  const listeners = new Map<string, RequestListener | undefined>();
  const inUse = () => [...listeners.values()].some(Boolean);
  let opened: Promise<Server> | undefined;

  const open = async (): Promise<Server> => {
    const server = createServer(
      {
        ...{ headersTimeout: arriveWithin, requestTimeout: arriveWithin, keepAliveTimeout: keepIdle },
        // Node looks every half minute otherwise, which would give a slow sender three times as long.
        connectionsCheckingInterval: arriveWithin / 10,
      },
      (request, response) => {
        const path = pathOf(request.url ?? "/");
        const listener = path && listeners.get(path);
        if (listener) {
          const late = setTimeout(() => response.headersSent || response.writeHead(503).end(), answerWithin).unref();
          response.on("close", () => clearTimeout(late));
          return listener(request, response);
        }
        request.resume();
        response.writeHead(path ? 503 : 404).end();
      },
    );
    await listen(server, { host, port });
    server.on("error", () => {});
    return server;
  };

  function pathOf(url: string): string | undefined {
    const path = url.split("?")[0] ?? "/";
    return [...listeners.keys()].find((served) => path === served || path.startsWith(`${served}/`));
  }

  async function close(server: Server, patience: number): Promise<void> {
    const closed = once(server, "close");
    server.close();
    await waitAtMost(patience, closed);
    server.closeAllConnections();
    await closed;
  }

  return {
    serve: async (path, listener) => {
      listeners.set(path, listener);
      opened ??= open();
      try {
        const server = await opened;
        return {
          listening: () => server.listening && listeners.get(path) === listener,
          close: async (patience) => {
            if (listeners.get(path) === listener) listeners.set(path, undefined);
            if (inUse() || !server.listening) return;
            opened = undefined;
            await close(server, patience);
          },
        };
      } catch (error) {
        listeners.delete(path);
        opened = undefined;
        throw error;
      }
    },
  };
}
