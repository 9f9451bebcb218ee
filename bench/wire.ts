import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** One HTTP/1.1 message: its first line, and its body. */
type Message = { readonly first: string; readonly body: Buffer };

/**
 * Hands over each HTTP/1.1 message that arrives on a socket, and reads no more of it than where it ends: a client on the
 * machine that is measured must cost little. Knows bodies by content-length alone; neither Bolt's acks nor what the bot
 * sends come in chunks.
 */
function eachMessage(socket: Socket, heard: (message: Message) => void): void {
  let pending: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      const end = pending.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = pending.toString("latin1", 0, end);
      const next = end + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (pending.length < next) return;
      const message = { first: head.slice(0, head.indexOf("\r\n")), body: pending.subarray(end + 4, next) };
      pending = pending.subarray(next);
      heard(message);
    }
  });
}

/** What a server says to a request: JSON, or nothing. */
export type Serve = (path: string, body: Buffer) => object | undefined;

/** A light HTTP server on loopback for what a bot calls while it is measured. */
export async function openPeer(serve: Serve): Promise<{ url: string; close(): void }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket.setNoDelay());
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    eachMessage(socket, ({ first, body }) => {
      const said = serve(first.split(" ")[1] ?? "/", body);
      const text = said ? JSON.stringify(said) : "";
      const status = said ? "200 OK\r\ncontent-type: application/json" : "204 No Content";
      const length = said ? `content-length: ${Buffer.byteLength(text)}\r\n` : "";
      socket.write(`HTTP/1.1 ${status}\r\n${length}\r\n${text}`);
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

export function portOf(address: ReturnType<ReturnType<typeof createServer>["address"]>): number {
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

export type Connection = {
  /** Sends one request, gives the status of its answer; one at a time. Connects again where the server has hung up. */
  post(path: string, headers: Readonly<Record<string, string>>, body: string): Promise<number>;
  close(): void;
};

/** One keep-alive connection to a server on loopback. */
export function openConnection(port: number): Connection {
  let socket: Socket | undefined;
  let answered: ((status: number) => void) | undefined;
  let failed: ((error: Error) => void) | undefined;
  const open = (): Socket => {
    const opened = connect(port, "127.0.0.1").setNoDelay();
    eachMessage(opened, ({ first }) => answered?.(Number(first.split(" ")[1])));
    opened.on("error", (error) => failed?.(error));
    opened.on("close", () => {
      if (socket === opened) socket = undefined;
      failed?.(new Error("the connection was closed"));
    });
    return opened;
  };
  return {
    post: (path, headers, body) => {
      const { promise, resolve, reject } = Promise.withResolvers<number>();
      answered = resolve;
      failed = reject;
      socket ??= open();
      const lines = Object.entries({ host: "127.0.0.1", ...headers, "content-length": `${Buffer.byteLength(body)}` });
      socket.write(
        `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n${body}`,
      );
      return promise;
    },
    close: () => socket?.destroy(),
  };
}
