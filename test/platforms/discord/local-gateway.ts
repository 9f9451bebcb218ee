import type { Server } from "node:http";
import { WebSocket, WebSocketServer } from "ws";
import { z } from "zod";
import { guildCreate, ids, user } from "./payloads.ts";

const packetSchema = z.object({ op: z.number(), d: z.unknown() });
const identifySchema = z.object({
  token: z.string(),
  intents: z.number(),
  shard: z.tuple([z.number(), z.number()]).default([0, 1]),
});
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.number() });

/** Presences, members, message content: https://docs.discord.com/developers/events/gateway#privileged-intents */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);

type Session = {
  readonly shard: number;
  sequence: number;
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
};

type Options = {
  readonly token: string;
  /** Close code given to every sign-in. */
  readonly refuseWith?: number | undefined;
  /** Close code given right after READY, so many times. */
  readonly closeAfterReady?: { readonly code: number; times: number } | undefined;
  /** Milliseconds between heartbeats. */
  readonly heartbeat?: number | undefined;
  /** Shards that a sign-in must name at least. */
  readonly leastShards?: number | undefined;
};

type SignIn = {
  readonly at: number;
  readonly intents: number;
  readonly resumed: boolean;
  readonly shard?: readonly number[];
};

/** Where an event goes: its server's shard, or the first for what has no server. */
const aboutSchema = z.looseObject({ guild_id: z.string().optional() });

/** The gateway's side of a sign-in, of events, and of a resume, which brings what was missed. */
export function createGateway(
  server: Server,
  origin: () => string,
  { token, refuseWith, closeAfterReady, leastShards = 1, heartbeat = 41_250 }: Options,
) {
  const sockets = new WebSocketServer({ server });
  const signIns: SignIn[] = [];
  const sessions = new Map<string, Session>();
  /** By shard. */
  const live = new Map<number, { socket: WebSocket; session: string }>();
  let shards = 1;
  let deaf = false;
  let held: (() => void)[] | undefined;

  sockets.on("connection", (socket) => {
    const send = (packet: object) => socket.send(JSON.stringify({ s: null, t: null, ...packet }));
    const greet = () => send({ op: 10, d: { heartbeat_interval: heartbeat } });
    if (held) held.push(greet);
    else greet();
    socket.on("message", (raw) => {
      const { op, d } = packetSchema.parse(JSON.parse(String(raw)));
      if (op === 1 && !deaf) send({ op: 11, d: null });
      if (op === 2) identify(socket, identifySchema.parse(d));
      if (op === 6) resume(socket, resumeSchema.parse(d));
    });
  });

  function identify(socket: WebSocket, { token: given, intents, shard }: z.output<typeof identifySchema>): void {
    signIns.push({ at: Date.now(), intents, resumed: false, shard });
    const refused =
      refuseWith ??
      (given !== token ? 4004 : undefined) ??
      ((intents & privileged) !== 0 ? 4014 : undefined) ??
      (shard[1] < leastShards ? 4011 : undefined);
    if (refused) {
      socket.close(refused);
      return;
    }
    const session = `session-${signIns.length}`;
    shards = shard[1];
    sessions.set(session, { shard: shard[0], sequence: 0, sent: [] });
    live.set(shard[0], { socket, session });
    const guild = { ...guildCreate, id: guildOf(shard[0]) };
    emitTo(shard[0], "READY", {
      v: 10,
      user: user(ids.application, "casebook", true),
      guilds: [{ id: guild.id, unavailable: true }],
      session_id: session,
      resume_gateway_url: origin(),
      application: { id: ids.application, flags: 0 },
    });
    emitTo(shard[0], "GUILD_CREATE", guild);
    if (closeAfterReady && closeAfterReady.times-- > 0) setTimeout(() => socket.close(closeAfterReady.code), 20);
  }

  function resume(socket: WebSocket, { session_id, seq }: z.output<typeof resumeSchema>): void {
    signIns.push({ at: Date.now(), intents: 0, resumed: true });
    const session = sessions.get(session_id);
    if (!session) {
      socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      return;
    }
    live.set(session.shard, { socket, session: session_id });
    for (const packet of session.sent.filter(({ s }) => s > seq)) socket.send(JSON.stringify({ op: 0, ...packet }));
    emitTo(session.shard, "RESUMED", {});
  }

  /** A server of each shard: the one that tests play in is the first one's, or the only one's. */
  function guildOf(shard: number): string {
    return shards === 1 || shardOf(ids.guild) === shard ? ids.guild : String(BigInt(shard) << 22n);
  }
  const shardOf = (guild: string) => Number((BigInt(guild) >> 22n) % BigInt(shards));

  /** Sends an event, or keeps it for the resume when the bot is away. */
  function emit(t: string, d: unknown): void {
    const { guild_id } = aboutSchema.parse(d);
    emitTo(guild_id ? shardOf(guild_id) : 0, t, d);
  }

  function emitTo(shard: number, t: string, d: unknown): void {
    const there = live.get(shard);
    const session = there && sessions.get(there.session);
    if (!there || !session) return;
    const packet = { s: ++session.sequence, t, d };
    session.sent.push(packet);
    if (there.socket.readyState === WebSocket.OPEN) there.socket.send(JSON.stringify({ op: 0, ...packet }));
  }

  return {
    signIns,
    emit,
    /** Breaks the bot's connection without a word. */
    drop: (shard = 0) => live.get(shard)?.socket.terminate(),
    /** Closes the bot's connection with a code. */
    close: (code: number, shard = 0) => live.get(shard)?.socket.close(code),
    /** Keeps new connections waiting for the first word, until it is called off. */
    hold: (on: boolean) => {
      for (const greet of held ?? []) greet();
      held = on ? [] : undefined;
    },
    /** Leaves heartbeats unanswered, as a dead connection does. */
    deaf: (on: boolean) => {
      deaf = on;
    },
    connected: (shard = 0) => live.get(shard)?.socket.readyState === WebSocket.OPEN,
    shardOf,
    stop: () => {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
