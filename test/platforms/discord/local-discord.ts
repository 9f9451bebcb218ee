import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { z } from "zod";
import { judge } from "./judge.ts";
import { createGateway } from "./local-gateway.ts";
import { envelope, ids } from "./payloads.ts";
import { createSigner } from "./signing.ts";

/** A file that came with a request. */
export type Sent = { readonly key: string; readonly name: string; readonly type: string; readonly bytes: Uint8Array };

/** One request the bot made, and how it was answered. */
export type Seen = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly files: readonly Sent[];
  readonly status: number;
};

/** An answer to give instead of the true one, to the next so many requests that fit. */
export type Fault = {
  readonly method?: string;
  readonly path: RegExp;
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  times: number;
};

export const goodToken = "MTAwMDAwMDAwMDAwMDAwMDAx.local1.not-a-real-token-for-tests-only";

type Options = {
  readonly token?: string;
  readonly refuseWith?: number;
  readonly closeAfterReady?: { readonly code: number; times: number };
  readonly leastShards?: number;
  readonly heartbeat?: number;
  /** What it says of sign-ins, and how many shards it recommends. */
  readonly limits?: { readonly remaining?: number; readonly max_concurrency?: number };
  readonly shards?: number;
};
type Answer = { readonly status: number; readonly data?: unknown };
type Registered = Record<string, unknown>;

/**
 * Discord's gateway and REST API on loopback, as far as a bot without privileged intents meets them: sign-in and
 * resume, interactions that take one first response, messages, commands. Every body is judged as Discord would.
 */
export async function startLocalDiscord({ token = goodToken, limits, shards: recommended = 1, ...more }: Options = {}) {
  const seen: Seen[] = [];
  const refusals: string[] = [];
  const faults: Fault[] = [];
  const interactions = new Map<string, { readonly token: string; acked: boolean }>();
  const sentByNonce = new Map<string, object>();
  const commands = new Map<string, Registered[]>();
  const signer = createSigner();
  const application: Record<string, unknown> = { id: ids.application, name: "casebook" };
  let shards = recommended;
  let next = 700000000000000000n;
  const newId = () => String(next++);

  const http = createServer((request, response) => {
    serve(request, response).catch(() => response.writeHead(500).end());
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const origin = `127.0.0.1:${address.port}`;
  const gateway = createGateway(http, () => `ws://${origin}`, { token, ...more });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { body, files } = await readBody(Buffer.concat(chunks), request.headers["content-type"] ?? "");
    const method = request.method ?? "GET";
    const { pathname } = new URL(request.url ?? "/", `http://${origin}`);
    const path = decodeURIComponent(pathname).replace(/^\/api\/v10/, "");
    const fault = faults.find((one) => one.times > 0 && (one.method ?? method) === method && one.path.test(path));
    if (fault) fault.times--;
    const { status, data }: Answer = fault
      ? { status: fault.status, data: fault.body ?? {} }
      : answer(method, path, body, files, request.headers.authorization);
    seen.push({ method, path, body, files, status });
    if (status === 204) response.writeHead(status).end();
    else
      response.writeHead(status, { "content-type": "application/json", ...fault?.headers }).end(JSON.stringify(data));
  }

  function answer(
    method: string,
    path: string,
    body: unknown,
    files: readonly Sent[],
    authorization: string | undefined,
  ): Answer {
    const [root = "", first = "", second = ""] = path.split("/").slice(1);
    if (root !== "interactions" && root !== "webhooks" && authorization !== `Bot ${token}`)
      return refusal(401, 0, "401: Unauthorized");
    if (method === "GET") return read(path);
    const wrong = [...judge(method, path, body), ...fileFaults(body, files)];
    if (wrong.length > 0) {
      refusals.push(`${method} ${path}: ${wrong.join("; ")}`);
      return refusal(400, 50035, `Invalid Form Body\n${wrong.join("\n")}`);
    }
    if (root === "interactions") return firstResponse(first, second);
    if (root === "webhooks") return editOriginal(second);
    if (root === "applications") return { status: 200, data: register(path, z.array(z.looseObject({})).parse(body)) };
    return sent(first, z.looseObject({ nonce: z.string().optional() }).parse(body).nonce);
  }

  function read(path: string): Answer {
    if (path === "/gateway/bot") {
      const session_start_limit = {
        total: 1000,
        remaining: 999,
        reset_after: 14_400_000,
        max_concurrency: 1,
        ...limits,
      };
      return { status: 200, data: { url: `ws://${origin}`, shards, session_start_limit } };
    }
    if (path === "/applications/@me") return { status: 200, data: { ...application, verify_key: signer.publicKey } };
    if (/^\/applications\/.*\/commands$/.test(path)) return { status: 200, data: commands.get(path) ?? [] };
    return refusal(404, 0, "404: Not Found");
  }

  function firstResponse(id: string, given: string): Answer {
    const found = interactions.get(id);
    if (!found || found.token !== given) return refusal(404, 10062, "Unknown interaction");
    if (found.acked) return refusal(400, 40060, "Interaction has already been acknowledged.");
    found.acked = true;
    return { status: 204 };
  }

  function editOriginal(given: string): Answer {
    const found = [...interactions.values()].find((one) => one.token === given);
    return found?.acked ? { status: 200, data: { id: newId() } } : refusal(404, 10015, "Unknown Webhook");
  }

  function sent(channel: string, nonce: string | undefined): Answer {
    const message = (nonce && sentByNonce.get(nonce)) || { id: newId(), channel_id: channel };
    if (nonce) sentByNonce.set(nonce, message);
    return { status: 200, data: message };
  }

  function register(path: string, given: readonly Registered[]): Registered[] {
    const kept = given.map((command) => ({ version: newId(), nsfw: false, ...command, id: command.id ?? newId() }));
    commands.set(path, kept);
    return kept;
  }

  return {
    ...gateway,
    apiUrl: `http://${origin}/api`,
    seen,
    refusals,
    faults,
    commands,
    register,
    newId,
    /** From now on it recommends so many shards. */
    recommend: (many: number) => {
      shards = many;
    },
    /** What Discord says of the application; its address for interactions is put in here. */
    application,
    signer,
    /** Takes a first response to an interaction that somebody else delivers. */
    expects: (id: string, given: string) => void interactions.set(id, { token: given, acked: false }),
    /** Delivers an interaction over HTTP; gives its id and what came back. `again` delivers one a second time. */
    deliver: async (url: string, type: number, data: object, extra: object = {}, again?: string) => {
      const id = again ?? newId();
      const given = interactions.get(id)?.token ?? `interaction-token-${newId()}`;
      if (!again) interactions.set(id, { token: given, acked: false });
      const body = JSON.stringify({ ...envelope, id, token: given, type, data, ...extra });
      const response = await fetch(url, { method: "POST", headers: signer.headers(body), body });
      return { id, status: response.status, text: await response.text() };
    },
    /** Delivers an interaction; gives its id, under which its responses are found. */
    interact: (type: number, data: object, extra: object = {}): string => {
      const [id, given] = [newId(), `interaction-token-${newId()}`];
      interactions.set(id, { token: given, acked: false });
      gateway.emit("INTERACTION_CREATE", { ...envelope, id, token: given, type, data, ...extra });
      return id;
    },
    /** Forgets every interaction delivered so far, as Discord does after three seconds. */
    forget: () => interactions.clear(),
    /** What was sent for an interaction: its first response, then edits. */
    responses: (id: string): Seen[] => {
      const given = interactions.get(id)?.token ?? "gone";
      return seen.filter(({ path }) => path.startsWith(`/interactions/${id}/`) || path.includes(`/${given}/messages`));
    },
    stop: async () => {
      gateway.stop();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}
export type LocalDiscord = Awaited<ReturnType<typeof startLocalDiscord>>;

/** A request's JSON, and the files that come with it where it has several parts. */
async function readBody(raw: Buffer<ArrayBuffer>, type: string): Promise<{ body: unknown; files: Sent[] }> {
  if (!type.startsWith("multipart/")) return { body: raw.length > 0 ? JSON.parse(String(raw)) : undefined, files: [] };
  const form = await new Response(raw, { headers: { "content-type": type } }).formData();
  const files = await Promise.all(
    [...form].flatMap(([key, value]) =>
      typeof value === "string"
        ? []
        : [value.bytes().then((bytes): Sent => ({ key, name: value.name, type: value.type, bytes }))],
    ),
  );
  return { body: JSON.parse(String(form.get("payload_json"))), files };
}

const listed = z.object({
  attachments: z.array(z.object({ id: z.string(), filename: z.string() })).default([]),
});

/** Each file that a message lists comes as the part of its number, and no other comes. */
function fileFaults(body: unknown, files: readonly Sent[]): string[] {
  const nested = z.object({ message: listed }).safeParse(body).data?.message;
  const { attachments } = nested ?? listed.safeParse(body).data ?? { attachments: [] };
  const wanted = attachments.map(({ id, filename }) => `files[${id}] ${filename}`);
  const came = files.map(({ key, name }) => `${key} ${name}`);
  return wanted.join() === came.join() ? [] : [`listed ${wanted.join()}, came ${came.join()}`];
}

function refusal(status: number, code: number, message: string): Answer {
  return { status, data: { code, message } };
}
