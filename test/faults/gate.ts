import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** What the way to a server does with connections: lets them through, refuses them, or takes them and says nothing. */
export type Way = "open" | "refused" | "silent";

/** A way to a server on loopback that can be cut, as networks are. Gives its own port. */
export async function openGate(target: number, first: Way = "open") {
  let way = first;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    if (way === "refused") return void socket.resetAndDestroy();
    if (way === "silent") return void socket.resume();
    const onward = connect(target, "127.0.0.1");
    onward.on("error", () => socket.destroy());
    socket.on("close", () => onward.destroy());
    onward.on("close", () => socket.destroy());
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    /** From now on; what is connected is cut, or left half-open where nothing is said any more. */
    turn: (to: Way) => {
      way = to;
      for (const socket of sockets) {
        if (to === "silent") socket.unpipe();
        else socket.destroy();
      }
    },
    /** New connections get through again; those that are half-open stay so, as behind a firewall that forgot them. */
    heal: () => {
      way = "open";
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
