import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SnowflakeUtil } from "discord.js";

/** What goes wrong with one request to post. "After" means that the message was posted all the same. */
export type Fault =
  | { readonly kind: "none" | "error-before" | "error-after" | "drop-before" | "drop-after" | "hang-after" }
  | { readonly kind: "wait"; readonly seconds: number }
  /** Slack's error word, or Discord's code. */
  | { readonly kind: "refuse"; readonly slack: string; readonly discord: number };

export type Posted = {
  readonly platform: "slack" | "discord";
  readonly channel: string;
  /** The forum it stands in; its channel is then a thread of its own. */
  readonly parent?: string;
  /** The platform's id of the message. */
  readonly message: string;
  /** The delivery it carries. */
  readonly delivery: string;
  readonly at: number;
  /** What happened to the answer. */
  readonly fault: Fault["kind"];
  readonly body: Record<string, unknown>;
};

export type Platforms = Awaited<ReturnType<typeof startPlatforms>>;

/**
 * Slack's and Discord's interfaces for posting and reading channels, on loopback. It keeps every message, and does to
 * requests what `faults` says. `nonces`: whether Discord knows a repeated nonce, as it does for some minutes.
 */
export async function startPlatforms({ nonces = true }: { nonces?: boolean } = {}) {
  const posted: Posted[] = [];
  const waits: number[] = [];
  const behaviour = {
    fault: (_channel: string): Fault => ({ kind: "none" }),
    history: true,
    forums: new Set<string>(),
  };
  let count = 0;

  const slack = async (method: string, args: Record<string, string>, response: ServerResponse): Promise<void> => {
    if (method === "conversations.history" || method === "conversations.replies") {
      if (!behaviour.history) return json(response, 200, { ok: false, error: "missing_scope" });
      // People's ids are no channels: what was written to one is read in the direct conversation.
      if (args.channel?.startsWith("U")) return json(response, 200, { ok: false, error: "channel_not_found" });
      const place = args.channel?.replace(/^DU/, "U");
      const messages = posted
        .filter(({ channel, message }) => channel === place && Number(message) >= Number(args.oldest ?? 0))
        .map(({ message, body }) => ({ ts: message, metadata: JSON.parse(String(body.metadata)) }));
      return json(response, 200, { ok: true, messages: messages.reverse().slice(0, 200), has_more: false });
    }
    if (method === "conversations.open") return json(response, 200, { ok: true, channel: { id: `D${args.users}` } });
    if (method !== "chat.postMessage") return json(response, 200, { ok: false, error: "unknown_method" });
    const metadata = JSON.parse(args.metadata ?? "{}");
    await withFault(response, args.channel ?? "", {
      refuse: (fault) => json(response, 200, { ok: false, error: fault.slack }),
      wait: (seconds) => {
        response.setHeader("retry-after", String(seconds));
        json(response, 429, { ok: false, error: "ratelimited" });
      },
      post: (fault) => {
        const message = `${Math.floor(Date.now() / 1000)}.${String(++count).padStart(6, "0")}`;
        const delivery = String(metadata.event_payload?.id);
        posted.push({
          platform: "slack",
          channel: args.channel ?? "",
          message,
          delivery,
          at: Date.now(),
          fault,
          body: args,
        });
        return { ok: true, channel: args.channel, ts: message };
      },
    });
  };

  const discord = async (path: string, query: URLSearchParams, body: string, response: ServerResponse) => {
    const forum = /^\/channels\/(\w+)\/threads$/.exec(path)?.[1];
    const channel = forum ?? /^\/channels\/(\w+)\/messages$/.exec(path)?.[1];
    if (path.endsWith("/threads/archived/public")) return json(response, 200, { threads: [], has_more: false });
    if (path.endsWith("/threads/active"))
      return json(response, 200, {
        threads: posted
          .filter(({ parent }) => parent !== undefined)
          .map(({ message, parent }) => ({ id: message, parent_id: parent })),
      });
    const looked = /^\/channels\/(\w+)$/.exec(path)?.[1];
    if (looked) return json(response, 200, { type: behaviour.forums.has(looked) ? 15 : 0, guild_id: "100" });
    if (path === "/users/@me/channels") return json(response, 200, { id: `dm${JSON.parse(body).recipient_id}` });
    if (!channel) return json(response, 404, { code: 0, message: "404: Not Found" });
    if (!body) {
      const after = BigInt(query.get("after") ?? 0);
      const messages = posted.filter((one) => one.channel === channel && BigInt(one.message) > after);
      return json(
        response,
        200,
        messages
          .slice(0, 100)
          .map(({ message, body: of }) => ({ ...of, id: message }))
          .reverse(),
      );
    }
    if (!forum && behaviour.forums.has(channel)) return json(response, 400, { code: 40058, message: "a forum" });
    const message = forum ? JSON.parse(body).message : JSON.parse(body);
    await withFault(response, channel, {
      refuse: (fault) => json(response, 403, { code: fault.discord, message: "refused" }),
      wait: (seconds) => {
        response.setHeader("retry-after", String(seconds));
        response.setHeader("x-ratelimit-scope", "user");
        json(response, 429, { message: "You are being rate limited.", retry_after: seconds, global: false });
      },
      post: (fault) => {
        const known =
          nonces && !forum && posted.find((one) => one.channel === channel && one.body.nonce === message.nonce);
        if (known) return { ...known.body, id: known.message };
        const id = SnowflakeUtil.generate({ timestamp: Date.now(), increment: BigInt(++count % 4096) }).toString();
        const delivery = /digest settings ([\w-]+)"/.exec(body)?.[1] ?? String(message.nonce);
        // A forum's post is a thread, which has its first message's id.
        const place = forum ? { channel: id, parent: forum } : { channel };
        posted.push({ platform: "discord", ...place, message: id, delivery, at: Date.now(), fault, body: message });
        return { ...message, id };
      },
    });
  };

  type Answers = {
    refuse: (fault: Extract<Fault, { kind: "refuse" }>) => void;
    wait: (seconds: number) => void;
    post: (fault: Fault["kind"]) => object;
  };
  const withFault = async (
    response: ServerResponse,
    channel: string,
    { refuse, wait, post }: Answers,
  ): Promise<void> => {
    const fault = behaviour.fault(channel);
    if (fault.kind === "refuse") return refuse(fault);
    if (fault.kind === "wait") {
      waits.push(Date.now());
      return wait(fault.seconds);
    }
    if (fault.kind === "error-before") return json(response, 503, { ok: false, message: "try later" });
    if (fault.kind === "drop-before") return void response.destroy();
    const answer = post(fault.kind);
    if (fault.kind === "error-after") return json(response, 500, { ok: false, message: "try later" });
    if (fault.kind === "drop-after") return void response.destroy();
    if (fault.kind === "hang-after") return;
    json(response, 200, answer);
  };

  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const body = await bodyOf(request);
    if (pathname.startsWith("/slack/"))
      await slack(pathname.slice("/slack/".length), Object.fromEntries(new URLSearchParams(body)), response);
    else await discord(pathname.replace("/discord/v10", ""), searchParams, body, response);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    slackUrl: `${base}/slack/`,
    discordUrl: `${base}/discord`,
    posted,
    waits,
    behaviour,
    /** How often each delivery was posted. */
    counts: () => {
      const all = new Map<string, number>();
      for (const { delivery } of posted) all.set(delivery, (all.get(delivery) ?? 0) + 1);
      return all;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Plays these faults in turn, then none. */
export function inTurn(...faults: Fault[]): () => Fault {
  const left = [...faults];
  return () => left.shift() ?? { kind: "none" };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  return body;
}
