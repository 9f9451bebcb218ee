import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Front, RequestListener } from "#core/front.ts";

/** How long a request may take to arrive, and an idle connection stays open for the next one, in milliseconds. */
const arriveWithin = 10_000;
/** How long a request may go without an answer, in milliseconds: platforms gave up long before. */
const answerWithin = 15_000;
const keepIdle = 65_000;

/** A server on `host` and `port` that opens with the first path served and closes with the last. */
export function createFront({ host, port }: { readonly host: string; readonly port: number }): Front {
  /** By path; none where the path is closed already. */
  const listeners = new Map<string, RequestListener | undefined>();
  const inUse = () => [...listeners.values()].some(Boolean);
  let opened: Promise<Server> | undefined;

  const open = async (): Promise<Server> => {
    const server = createServer(
      { headersTimeout: arriveWithin, requestTimeout: arriveWithin, keepAliveTimeout: keepIdle },
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
    server.listen(port, host);
    try {
      await once(server, "listening");
    } catch (error) {
      const why = error instanceof Error && "code" in error ? String(error.code) : "failed";
      throw new Error(`Nothing can listen on ${host}:${port} (${why}): set another PORT or HOST.`);
    }
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
    await Promise.race([closed, sleep(patience, undefined, { ref: false })]);
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
