import type { Server } from "node:http";
import { WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { guildCreate, ids, user } from "./payloads.ts";

const packetSchema = z.object({ op: z.number(), d: z.unknown() });
const identifySchema = z.object({ token: z.string(), intents: z.number() });
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

/** Presences, members, message content: https://docs.discord.com/developers/events/gateway#privileged-intents */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);

type Session = { sequence: number; readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[] };

type Options = {
  readonly token: string;
  /** Close code given to every sign-in. */
  readonly refuseWith?: number | undefined;
  /** Close code given right after READY, so many times. */
  readonly closeAfterReady?: { readonly code: number; times: number } | undefined;
};

/** The gateway's side of a sign-in, of events, and of a resume, which brings what was missed. */
export function createGateway(server: Server, origin: () => string, { token, refuseWith, closeAfterReady }: Options) {
  const sockets = new WebSocketServer({ server });
  const signIns: { readonly intents: number; readonly resumed: boolean }[] = [];
  const sessions = new Map<string, Session>();
  let live: { socket: WebSocket; session: string } | undefined;

  sockets.on("connection", (socket) => {
    const send = (packet: object) => socket.send(JSON.stringify({ s: null, t: null, ...packet }));
    send({ op: 10, d: { heartbeat_interval: 41_250 } });
    socket.on("message", (raw) => {
      const { op, d } = packetSchema.parse(JSON.parse(String(raw)));
      if (op === 1) send({ op: 11, d: null });
      if (op === 2) identify(socket, identifySchema.parse(d));
      if (op === 6) resume(socket, resumeSchema.parse(d));
    });
  });

  function identify(socket: WebSocket, { token: given, intents }: z.output<typeof identifySchema>): void {
    signIns.push({ intents, resumed: false });
    const refused =
      refuseWith ?? (given !== token ? 4004 : undefined) ?? ((intents & privileged) !== 0 ? 4014 : undefined);
    if (refused) {
      socket.close(refused);
      return;
    }
    const session = `session-${signIns.length}`;
    sessions.set(session, { sequence: 0, sent: [] });
    live = { socket, session };
    emit("READY", {
      v: 10,
      user: user(ids.application, "casebook", true),
      guilds: [{ id: ids.guild, unavailable: true }],
      session_id: session,
      resume_gateway_url: origin(),
      application: { id: ids.application, flags: 0 },
    });
    emit("GUILD_CREATE", guildCreate);
    if (closeAfterReady && closeAfterReady.times-- > 0) setTimeout(() => socket.close(closeAfterReady.code), 20);
  }

  function resume(socket: WebSocket, { session_id, seq }: z.output<typeof resumeSchema>): void {
    signIns.push({ intents: 0, resumed: true });
    const session = sessions.get(session_id);
    if (!session) {
      socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      return;
    }
    live = { socket, session: session_id };
    for (const packet of session.sent.filter(({ s }) => s > seq)) socket.send(JSON.stringify({ op: 0, ...packet }));
    emit("RESUMED", {});
  }

  /** Sends an event, or keeps it for the resume when the bot is away. */
  function emit(t: string, d: unknown): void {
    const session = live && sessions.get(live.session);
    if (!live || !session) return;
    const packet = { s: ++session.sequence, t, d };
    session.sent.push(packet);
    if (live.socket.readyState === WebSocket.OPEN) live.socket.send(JSON.stringify({ op: 0, ...packet }));
  }

  return {
    signIns,
    emit,
    /** Breaks the bot's connection without a word. */
    drop: () => live?.socket.terminate(),
    connected: () => live?.socket.readyState === WebSocket.OPEN,
    stop: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
